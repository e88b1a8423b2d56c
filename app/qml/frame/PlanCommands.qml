pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

CommandList {
    id: list

    readonly property bool canEdit: session.project.canEdit

    title: qsTr("Plan")
    commands: [
        Command { text: qsTr("Draw district"); shortcut: "Ctrl+D"; enabled: list.canEdit; onTriggered: list.session.map.edit.tool = EditController.Draw }
    ]
}
