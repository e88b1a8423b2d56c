pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** A button without a frame, for bars: words or one sign, and a tip. */
AbstractButton {
    id: button

    property string tip: ""
    property bool isSmall: false

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + 2 * Theme.gapSmall)
    implicitHeight: isSmall ? Theme.rowHeight - 4 : Theme.controlHeight
    opacity: enabled ? 1 : 0.42
    focusPolicy: Qt.TabFocus
    ToolTip.visible: tip !== "" && hovered
    ToolTip.delay: 500
    ToolTip.text: tip

    contentItem: Words {
        id: label
        text: button.text
        color: button.checked ? Theme.accent : Theme.text
        horizontalAlignment: Text.AlignHCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down || button.checked ? Theme.chosen : button.hovered ? Theme.hover : "transparent"
        border.width: button.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
}
