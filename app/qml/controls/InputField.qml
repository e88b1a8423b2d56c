pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** One line of text; takes what an input method composes. */
TextField {
    id: field

    property bool isWrong: false

    implicitHeight: Theme.controlHeight
    implicitWidth: 120
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall
    font.family: Theme.family
    font.pixelSize: Theme.textBody
    color: Theme.text
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.inkOnAccent
    selectByMouse: true
    background: Rectangle {
        radius: Theme.radius
        color: field.enabled ? Theme.panel : Theme.window
        border.width: field.activeFocus ? 2 : 1
        border.color: field.isWrong ? Theme.danger : field.activeFocus ? Theme.accent : Theme.line
    }
}
