pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** A thin bar that moves while something is being done. */
Item {
    id: bar

    required property bool isBusy

    height: 3
    clip: true
    visible: isBusy

    Rectangle {
        id: runner
        width: bar.width / 4
        height: bar.height
        color: Theme.accent
        NumberAnimation on x {
            running: bar.isBusy
            from: -runner.width
            to: bar.width
            duration: 1100
            loops: Animation.Infinite
        }
    }
}
