pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Pianqu
import Pianqu.Map

/** Points north; a click turns the map north up. */
Item {
    id: arrow

    required property MapController map

    implicitWidth: 28
    implicitHeight: 40
    rotation: -map.camera.bearing

    Shape {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 14
        width: 16
        height: 24
        preferredRendererType: Shape.CurveRenderer
        ShapePath {
            fillColor: Theme.inkOnMap
            strokeColor: Theme.halo
            startX: 8; startY: 0
            PathLine { x: 16; y: 24 }
            PathLine { x: 8; y: 19 }
            PathLine { x: 0; y: 24 }
            PathLine { x: 8; y: 0 }
        }
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        text: qsTr("N")
        color: Theme.inkOnMap
        font.pixelSize: Theme.textSmall
        font.weight: Font.DemiBold
        style: Text.Outline
        styleColor: Theme.halo
    }
    Tip { words: qsTr("Turns the map north up") }
    TapHandler {
        onTapped: arrow.map.turnBy(-arrow.map.camera.bearing)
    }
}
