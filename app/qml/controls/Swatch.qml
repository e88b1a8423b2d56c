pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** How a layer looks: an area, a line or a point. */
Item {
    id: swatch

    required property MapLayer mapLayer
    readonly property bool isLine: mapLayer.swatchKind === MapLayer.Line
    readonly property bool isPoint: mapLayer.swatchKind === MapLayer.Point

    implicitWidth: 18
    implicitHeight: 12

    Rectangle {
        anchors.centerIn: parent
        width: swatch.isPoint ? 8 : 18
        height: swatch.isLine ? 3 : swatch.isPoint ? 8 : 12
        radius: swatch.isPoint ? 4 : 1
        color: swatch.isLine ? swatch.mapLayer.swatchStroke : swatch.mapLayer.swatchFill
        border.width: swatch.isLine ? 0 : 1
        border.color: swatch.mapLayer.swatchStroke
    }
}
