pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

CommandList {
    id: list

    readonly property bool canEdit: session.project.canEdit

    title: qsTr("Plan")
    commands: [
        Command { text: qsTr("Draw district"); shortcut: "Ctrl+D"; enabled: list.canEdit; onTriggered: list.session.map.edit.tool = EditController.Draw },
        Command { text: qsTr("Profile of the city…"); enabled: list.canEdit; onTriggered: list.session.frame.openCard("profile") },
        Command { startsGroup: true; text: qsTr("Merge into districts…"); shortcut: "Ctrl+M"; enabled: list.canEdit; onTriggered: list.session.frame.openCard("merge") },
        Command { text: qsTr("Plan all districts"); shortcut: "Ctrl+Shift+P"; enabled: list.canEdit && list.session.districts.count > 0; onTriggered: { list.session.frame.showPanel("tasks"); list.session.job.plan("", ""); } },
        Command { text: qsTr("Plan the chosen district"); enabled: list.canEdit && list.session.districts.hasCurrent; onTriggered: { list.session.frame.showPanel("tasks"); list.session.job.plan(list.session.districts.currentCode, ""); } },
        Command { startsGroup: true; text: qsTr("Check plan and drainage"); shortcut: "F5"; enabled: list.session.project.isOpen; onTriggered: { list.session.frame.showPanel("problems"); list.session.job.check(); } }
    ]
}
