pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** A bar of a round length on the ground. */
Column {
    id: bar

    required property MapCamera camera

    spacing: 2

    Words {
        text: bar.camera.scaleBarText
        color: Theme.inkOnMap
        font.pixelSize: Theme.textSmall
        style: Text.Outline
        styleColor: Theme.halo
    }
    Rectangle {
        width: bar.camera.scaleBarPixels
        height: 4
        color: Theme.inkOnMap
        border.color: Theme.halo
    }
}
