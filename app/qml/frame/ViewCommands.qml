pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Model

CommandList {
    id: list

    readonly property bool isOpen: session.project.isOpen

    title: qsTr("View")
    commands: [
        Command { text: qsTr("Whole city"); shortcut: "Ctrl+0"; enabled: list.isOpen; onTriggered: list.session.map.fitAll() },
        Command { text: qsTr("Zoom in"); shortcut: StandardKey.ZoomIn; enabled: list.isOpen; onTriggered: list.session.map.zoomStep(1) },
        Command { text: qsTr("Zoom out"); shortcut: StandardKey.ZoomOut; enabled: list.isOpen; onTriggered: list.session.map.zoomStep(-1) },
        Command { text: qsTr("Go to scale…"); shortcut: "Ctrl+G"; enabled: list.isOpen; onTriggered: list.session.frame.openCard("scale") },
        Command { startsGroup: true; text: qsTr("Table"); shortcut: "F6"; enabled: list.isOpen; onTriggered: list.session.frame.showPanel("table") },
        Command { text: qsTr("Problems"); shortcut: "F8"; enabled: list.isOpen; onTriggered: list.session.frame.showPanel("problems") },
        Command { text: qsTr("Tasks"); shortcut: "F7"; enabled: list.isOpen; onTriggered: list.session.frame.showPanel("tasks") },
        Command { text: qsTr("Bookmarks"); shortcut: "Ctrl+B"; enabled: list.isOpen; onTriggered: list.session.frame.showPanel("bookmarks") },
        Command { startsGroup: true; checkable: true; text: qsTr("Left side"); shortcut: "Ctrl+Shift+L"; checked: list.session.frame.isLeftOpen; onToggled: list.session.frame.isLeftOpen = checked },
        Command { checkable: true; text: qsTr("Right side"); shortcut: "Ctrl+Shift+R"; checked: list.session.frame.isRightOpen; onToggled: list.session.frame.isRightOpen = checked },
        Command { checkable: true; text: qsTr("Below the map"); shortcut: "Ctrl+Shift+B"; checked: list.session.frame.isBottomOpen; onToggled: list.session.frame.isBottomOpen = checked },
        Command { startsGroup: true; text: qsTr("Light or dark (%1)").arg(Appearance.mode === Appearance.System ? qsTr("as the system") : Appearance.isDark ? qsTr("dark") : qsTr("light")); shortcut: "Ctrl+Shift+D"; onTriggered: Appearance.next() },
        Command { text: qsTr("Larger type"); shortcut: "Ctrl+Alt++"; onTriggered: Appearance.larger() },
        Command { text: qsTr("Smaller type"); shortcut: "Ctrl+Alt+-"; onTriggered: Appearance.smaller() },
        Command { text: list.session.language.isChinese ? "English" : "中文"; shortcut: "F9"; onTriggered: list.session.language.toggle() }
    ]
}
