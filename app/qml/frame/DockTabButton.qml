pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** The words of a tab; underlined while its panel is shown. Where the dock is too narrow for all tabs, their words are cut. */
T.Button {
    id: button

    Layout.fillWidth: true
    Layout.maximumWidth: implicitWidth
    implicitWidth: Math.ceil(label.implicitWidth) + 2 * Theme.gapSmall
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.TabFocus

    contentItem: Words {
        id: label
        text: button.text
        color: button.checked ? Theme.text : Theme.muted
        font.weight: button.checked ? Font.DemiBold : Font.Normal
        horizontalAlignment: Text.AlignHCenter
    }
    background: Rectangle {
        color: button.hovered || button.visualFocus ? Theme.hover : Theme.panel
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.gapSmall; rightMargin: Theme.gapSmall }
            height: 2
            visible: button.checked
            color: Theme.accent
        }
    }
}
