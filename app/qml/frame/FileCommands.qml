pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

CommandList {
    id: list

    title: qsTr("File")
    commands: [
        Command { objectName: "openCommand"; text: qsTr("Open…"); shortcut: StandardKey.Open; onTriggered: list.session.frame.openCard("open") },
        Command { text: qsTr("Close the project"); shortcut: "Ctrl+W"; enabled: list.session.project.isOpen; onTriggered: list.session.project.close() },
        Command { startsGroup: true; text: qsTr("Quit"); shortcut: "Ctrl+Q"; onTriggered: Qt.quit() }
    ]
}
