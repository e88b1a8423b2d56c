pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** How a class of features looks: an area, a line or a point. */
Item {
    id: swatch

    required property int shape
    required property color fill
    required property color stroke
    readonly property bool isLine: shape === 1
    readonly property bool isPoint: shape === 2

    implicitWidth: 18
    implicitHeight: 12

    // The colours are those of the map, which stays light.
    Rectangle {
        anchors { fill: parent; margins: -1 }
        visible: Theme.isDark && swatch.shape >= 0
        radius: 2
        color: Theme.canvas
    }
    Rectangle {
        anchors.centerIn: parent
        visible: swatch.shape >= 0
        width: swatch.isPoint ? 9 : 18
        height: swatch.isLine ? 3 : swatch.isPoint ? 9 : 12
        radius: swatch.isPoint ? 5 : 1
        color: swatch.isLine ? swatch.stroke : swatch.fill
        border.width: swatch.isLine ? 0 : 1
        border.color: swatch.stroke
    }
}
