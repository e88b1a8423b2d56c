pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Desk
import Pianqu.Map

/** The whole city in the corner with the place that the map shows; a click goes there. */
Rectangle {
    id: overview

    required property MapController map

    objectName: "overviewMap"
    width: 168
    height: 120
    visible: view.isUseful
    color: Theme.canvas
    border.color: Theme.line
    clip: true

    Overview {
        id: view
        map: overview.map
        size: Qt.size(overview.width, overview.height)
    }
    Repeater {
        model: view.layers
        delegate: MapLayerItem {
            required property MapLayer modelData
            mapLayer: modelData
            width: overview.width
            height: overview.height
            camera: view.camera
        }
    }
    Rectangle {
        x: view.frame.x
        y: view.frame.y
        width: Math.max(6, view.frame.width)
        height: Math.max(6, view.frame.height)
        color: "#220b62b0"
        border.width: 2
        border.color: "#0b62b0"
    }
    TapHandler { onTapped: eventPoint => view.goTo(eventPoint.position) }
}
