pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

CommandList {
    id: list

    title: qsTr("Edit")
    commands: [
        Command { text: qsTr("Undo"); shortcut: StandardKey.Undo; enabled: list.session.project.canUndo; onTriggered: list.session.project.undo() },
        Command { text: qsTr("Redo"); shortcut: "Ctrl+Shift+Z"; enabled: list.session.project.canRedo; onTriggered: list.session.project.redo() },
        Command { startsGroup: true; text: qsTr("Find…"); shortcut: StandardKey.Find; enabled: list.session.project.isOpen; onTriggered: list.session.frame.showPanel("search") },
        Command { text: qsTr("Choose by attributes or place…"); shortcut: "Ctrl+Shift+F"; enabled: list.session.project.isOpen; onTriggered: list.session.frame.showPanel("select") },
        Command { text: qsTr("Invert what is chosen"); shortcut: "Ctrl+Shift+I"; enabled: list.session.project.isOpen; onTriggered: list.session.map.selection.invert() },
        Command { text: qsTr("Choose nothing"); shortcut: "Ctrl+Shift+N"; enabled: list.session.map.selection.count > 0; onTriggered: list.session.map.selection.clear() },
        Command { startsGroup: true; text: qsTr("Measure a length"); shortcut: "Ctrl+L"; enabled: list.session.project.isOpen; onTriggered: list.session.measure.start(false) },
        Command { text: qsTr("Measure an area"); shortcut: "Ctrl+Shift+A"; enabled: list.session.project.isOpen; onTriggered: list.session.measure.start(true) }
    ]
}
