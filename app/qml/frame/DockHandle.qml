pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** The line between two docks that is dragged to give one more room. */
Rectangle {
    id: handle

    implicitWidth: 5
    implicitHeight: 5
    color: SplitHandle.pressed || SplitHandle.hovered ? Theme.accent : Theme.line
}
