pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** A thin bar that moves while something is being done: a few steps a second, since each one paints the window and the work needs the processor. */
Item {
    id: bar

    required property bool isBusy
    property int step: 0
    readonly property int steps: 10

    height: 3
    clip: true
    visible: isBusy

    Rectangle {
        x: bar.width * bar.step / bar.steps
        width: bar.width / bar.steps * 2
        height: bar.height
        color: Theme.accent
    }
    Timer {
        running: bar.isBusy
        interval: 150
        repeat: true
        onTriggered: bar.step = (bar.step + 1) % bar.steps
    }
}
