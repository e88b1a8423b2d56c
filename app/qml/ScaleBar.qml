pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** A bar of a round length on the ground, on a ground of its own: what lies under it on the map does not run into it. */
Rectangle {
    id: bar

    required property MapCamera camera

    implicitWidth: column.implicitWidth + 2 * Theme.gapTiny
    implicitHeight: column.implicitHeight + 2 * Theme.gapTiny
    radius: Theme.radius
    color: Qt.rgba(Theme.canvas.r, Theme.canvas.g, Theme.canvas.b, 0.86)

    Column {
        id: column
        anchors.centerIn: parent
        spacing: 2

        Words {
            text: bar.camera.scaleBarText
            color: Theme.inkOnMap
            font.pixelSize: Theme.textSmall
        }
        Rectangle {
            width: bar.camera.scaleBarPixels
            height: 4
            color: Theme.inkOnMap
            border.color: Theme.halo
        }
    }
}
