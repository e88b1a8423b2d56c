pragma ComponentBehavior: Bound
import QtQuick
import Pianqu.Map

/** A button that takes up one of the editing tools. */
EditToolButton {
    id: button

    required property EditController edit
    required property int tool

    checked: edit.tool === tool
    onClicked: edit.tool = edit.tool === tool ? EditController.Select : tool
}
