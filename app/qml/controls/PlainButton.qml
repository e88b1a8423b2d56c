pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Pianqu

/** A button; filled when it is the main thing to do. */
T.Button {
    id: button

    property bool isMain: false
    property bool isDanger: false
    readonly property bool isFilled: button.isMain && button.enabled
    readonly property color ink: button.isFilled ? Theme.inkOnAccent : button.isMain ? Theme.muted : button.isDanger ? Theme.danger : Theme.text

    implicitWidth: label.implicitWidth + 2 * Theme.gap
    implicitHeight: Theme.controlHeight
    opacity: enabled || isMain ? 1 : 0.42
    focusPolicy: Qt.TabFocus

    contentItem: Words {
        id: label
        text: button.text
        color: button.ink
        horizontalAlignment: Text.AlignHCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.isMain && !button.enabled ? Theme.line : button.isMain ? (button.down ? Qt.darker(Theme.accent, 1.2) : button.hovered ? Qt.lighter(Theme.accent, 1.12) : Theme.accent)
             : button.down || button.checked ? Theme.chosen : button.hovered ? Theme.hover : Theme.panel
        border.width: button.visualFocus ? 2 : 1
        border.color: button.visualFocus ? Theme.accent : button.isMain ? color : Theme.line
    }
}
