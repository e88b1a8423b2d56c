pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** A tick with words. */
CheckBox {
    id: tick

    implicitHeight: Theme.rowHeight
    padding: 0
    spacing: Theme.gapSmall
    indicator: Rectangle {
        y: (tick.height - height) / 2
        width: 16
        height: 16
        radius: 3
        color: tick.checked ? Theme.accent : Theme.panel
        border.width: tick.visualFocus ? 2 : 1
        border.color: tick.checked || tick.visualFocus ? Theme.accent : Theme.muted
        Words { anchors.centerIn: parent; visible: tick.checked; text: "✓"; color: Theme.inkOnAccent; font.pixelSize: 11 }
    }
    contentItem: Words { leftPadding: 16 + Theme.gapSmall; text: tick.text }
}
