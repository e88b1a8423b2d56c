pragma ComponentBehavior: Bound
import QtQuick
import QtLocation
import Pianqu
import Pianqu.Map

/** The map: QtLocation's Map keeps the camera, our layers draw on it, the controller answers mouse and keys. */
Item {
    id: pane

    required property MapController map
    required property Session session
    readonly property alias view: view

    clip: true

    Rectangle {
        z: -2
        anchors.fill: parent
        color: Theme.canvas
    }
    Map {
        id: view
        objectName: "map"
        anchors.fill: parent
        plugin: Plugin { name: "itemsoverlay" }
        color: "transparent"
        copyrightsVisible: false
        minimumZoomLevel: 3
        maximumZoomLevel: 22
        minimumTilt: 0
        maximumTilt: 0
    }
    Binding { target: pane.map.camera; property: "centre"; value: view.center }
    Binding { target: pane.map.camera; property: "zoomLevel"; value: view.zoomLevel }
    Binding { target: pane.map.camera; property: "bearing"; value: view.bearing }
    Binding { target: pane.map.camera; property: "viewSize"; value: Qt.size(view.width, view.height) }
    Connections {
        target: pane.map
        function onCameraMoveRequested(centre, zoomLevel, bearing) {
            view.zoomLevel = zoomLevel;
            view.bearing = bearing;
            view.center = centre;
        }
    }
    Repeater {
        model: pane.map.layers
        delegate: MapLayerItem {
            width: pane.width
            height: pane.height
            camera: pane.map.camera
            opacity: mapLayer.opacity
        }
    }
    Repeater {
        model: pane.session.overlays
        delegate: OverlayItem {
            width: pane.width
            height: pane.height
            camera: pane.map.camera
        }
    }
    Repeater {
        model: pane.map.extras
        delegate: MapLayerItem {
            width: pane.width
            height: pane.height
            camera: pane.map.camera
        }
    }
    MapLayerItem { anchors.fill: parent; camera: pane.map.camera; mapLayer: pane.map.selection.highlight }
    MapLayerItem { anchors.fill: parent; camera: pane.map.camera; mapLayer: pane.map.selection.band }
    MapLabels {
        anchors.fill: parent
        model: pane.map.labels
    }
    Item {
        anchors.fill: parent
        DragHandler {
            target: null
            acceptedModifiers: Qt.NoModifier
            onTranslationChanged: delta => pane.map.panBy(Qt.point(delta.x, delta.y))
        }
        WheelHandler {
            target: null
            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            onWheel: event => pane.map.wheelAt(Qt.point(event.x, event.y), event.angleDelta.y)
        }
        TapHandler {
            id: tap
            onSingleTapped: eventPoint => pane.map.clickAt(eventPoint.position, tap.point.modifiers)
            onDoubleTapped: eventPoint => pane.map.doubleClickAt(eventPoint.position)
        }
        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: eventPoint => menu.openAt(eventPoint.position)
        }
        HoverHandler {
            id: hover
            onPointChanged: pane.map.hoverAt(point.position)
        }
    }
    MapTip {
        words: pane.map.underPointer
        at: hover.point.position
        isWanted: hover.hovered
    }
    MapMenu {
        id: menu
        session: pane.session
    }
    SelectionBand {
        anchors.fill: parent
        selection: pane.map.selection
    }
    Text {
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.gap }
        text: pane.session.overlays.attribution
        color: Theme.muted
        font.pixelSize: Theme.textTiny
    }
    ScaleBar {
        anchors { left: parent.left; bottom: parent.bottom; margins: Theme.gap; leftMargin: Theme.gap + editing.leftInset }
        camera: pane.map.camera
    }
    NorthArrow {
        anchors { right: parent.right; top: parent.top; margins: Theme.gap }
        map: pane.map
    }
    EditOverlay {
        id: editing
        anchors.fill: parent
        session: pane.session
    }
}
