pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import Pianqu
import Pianqu.Desk
import Pianqu.Map

/** Over the map while something is measured: the line, and its numbers on the grid and on the ground. */
Item {
    id: overlay

    required property MeasureController measure
    required property MapController map

    objectName: "measureOverlay"
    visible: measure.isOn
    enabled: measure.isOn

    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.inkOnMap
            strokeWidth: 2
            fillColor: overlay.measure.isArea ? "#330b62b0" : "transparent"
            PathPolyline { path: overlay.measure.isArea && overlay.measure.points.length > 2 ? overlay.measure.points.concat([overlay.measure.points[0]]) : overlay.measure.points }
        }
    }
    Repeater {
        model: overlay.measure.points
        delegate: Rectangle {
            required property point modelData
            x: modelData.x - 4
            y: modelData.y - 4
            width: 8
            height: 8
            radius: 4
            color: Theme.halo
            border.width: 2
            border.color: Theme.inkOnMap
        }
    }
    DragHandler { target: null; onTranslationChanged: delta => overlay.map.panBy(Qt.point(delta.x, delta.y)) }
    WheelHandler { target: null; onWheel: event => overlay.map.wheelAt(Qt.point(event.x, event.y), event.angleDelta.y) }
    TapHandler {
        onSingleTapped: eventPoint => overlay.measure.pressAt(eventPoint.position)
        onDoubleTapped: overlay.measure.finish()
    }
    HoverHandler {
        cursorShape: Qt.CrossCursor
        onPointChanged: { overlay.measure.moveTo(point.position); overlay.map.hoverAt(point.position); }
    }
    Rectangle {
        objectName: "measureCard"
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: Theme.gap }
        width: row.implicitWidth + 2 * Theme.gap
        height: Theme.controlHeight + Theme.gapSmall
        radius: Theme.radius
        color: Theme.panel
        border.color: Theme.line
        RowLayout {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap
            Words { visible: overlay.measure.gridText === ""; text: qsTr("Click points; a double click ends, Backspace takes one back, Esc closes."); color: Theme.muted; font.pixelSize: Theme.textSmall }
            Words { objectName: "measureGrid"; visible: text !== ""; text: overlay.measure.gridText; font.weight: Font.DemiBold; font.features: { "tnum": 1 } }
            Words { visible: overlay.measure.groundText !== ""; text: qsTr("on the ground %1").arg(overlay.measure.groundText); color: Theme.muted; font.pixelSize: Theme.textSmall; font.features: { "tnum": 1 } }
            Words { visible: overlay.measure.lastText !== ""; text: overlay.measure.lastText; color: Theme.muted; font.pixelSize: Theme.textSmall; font.features: { "tnum": 1 } }
            FlatButton { isSmall: true; text: "×"; tip: qsTr("Close (Esc)"); onClicked: overlay.measure.stop() }
        }
    }
}
