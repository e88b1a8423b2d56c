pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** Edits one cell, or the same field of all chosen rows, over the cell. */
Popup {
    id: editor

    required property TableModel table
    property int row: -1
    property int column: -1
    property var choices: []

    function edit(atRow: int, atColumn: int, cell: Item) {
        if (!editor.table.canEdit(atColumn)) return;
        editor.row = atRow; editor.column = atColumn; editor.choices = editor.table.choicesOf(atColumn);
        const at = cell.mapToItem(editor.parent, 0, 0);
        editor.x = at.x; editor.y = at.y; editor.width = Math.max(cell.width, 180);
        field.text = editor.table.textAt(atRow, atColumn);
        editor.visible = true;
        field.forceActiveFocus(); field.selectAll();
    }
    function accept(text: string) {
        if (editor.table.edit(editor.row, editor.column, text)) editor.close();
    }

    padding: Theme.gapTiny
    margins: Theme.gapTiny
    background: Rectangle { radius: Theme.radius; color: Theme.panel; border.color: Theme.accent }
    contentItem: ColumnLayout {
        spacing: Theme.gapTiny
        InputField {
            id: field
            objectName: "tableEditField"
            Layout.fillWidth: true
            onAccepted: editor.accept(text)
        }
        Words {
            Layout.fillWidth: true
            visible: editor.table.chosenCount > 1
            text: qsTr("Enter sets it in the %n chosen rows.", "", editor.table.chosenCount)
            color: Theme.muted
            font.pixelSize: Theme.textTiny
            wrapMode: Text.Wrap
        }
        Flow {
            Layout.fillWidth: true
            visible: editor.choices.length > 0
            spacing: Theme.gapTiny
            Repeater {
                model: editor.choices
                delegate: Chip {
                    required property var modelData
                    text: modelData.text
                    checked: field.text === modelData.code
                    onClicked: editor.accept(modelData.code)
                }
            }
        }
    }
}
