pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** One tool of the strip: a sign, its name and key in the tip. */
AbstractButton {
    id: button

    required property string glyph
    property string keys: ""

    implicitWidth: Theme.controlHeight + 2
    implicitHeight: Theme.controlHeight
    opacity: enabled ? 1 : 0.42
    focusPolicy: Qt.TabFocus
    ToolTip.visible: hovered
    ToolTip.delay: 400
    ToolTip.text: keys === "" ? text : text + "  (" + keys + ")"

    contentItem: Item {
        EditGlyph {
            anchors.centerIn: parent
            path: button.glyph
            ink: button.checked ? Theme.inkOnAccent : Theme.text
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.checked ? Theme.accent : button.down ? Theme.chosen : button.hovered ? Theme.hover : "transparent"
        border.width: button.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    Shortcut {
        sequence: button.keys
        enabled: button.enabled && button.visible && button.keys !== ""
        onActivated: button.clicked()
    }
}
