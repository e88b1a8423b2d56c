pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

CommandList {
    id: list

    title: qsTr("Edit")
    commands: [
        Command { text: qsTr("Undo"); shortcut: StandardKey.Undo; enabled: list.session.project.canUndo; onTriggered: list.session.project.undo() },
        Command { text: qsTr("Redo"); shortcut: "Ctrl+Shift+Z"; enabled: list.session.project.canRedo; onTriggered: list.session.project.redo() }
    ]
}
