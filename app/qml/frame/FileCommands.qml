pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

CommandList {
    id: list

    readonly property bool isOpen: session.project.isOpen

    title: qsTr("File")
    commands: [
        Command { text: qsTr("New project…"); shortcut: StandardKey.New; onTriggered: list.session.frame.openCard("new") },
        Command { objectName: "openCommand"; text: qsTr("Open…"); shortcut: StandardKey.Open; onTriggered: list.session.frame.openCard("open") },
        Command { text: qsTr("Open the sample city"); onTriggered: list.session.desk.openSample() },
        Command { text: qsTr("Close the project"); shortcut: "Ctrl+W"; enabled: list.isOpen; onTriggered: list.session.project.close() },
        Command { startsGroup: true; text: qsTr("Import files…"); shortcut: "Ctrl+I"; enabled: list.session.project.canEdit; onTriggered: list.session.frame.openCard("import") },
        Command { text: qsTr("Base map from an address…"); enabled: list.isOpen; onTriggered: list.session.frame.openCard("address") },
        Command { text: qsTr("Write the ledger…"); shortcut: "Ctrl+E"; enabled: list.isOpen; onTriggered: list.session.frame.openCard("ledger") },
        Command { text: qsTr("Print a sheet…"); shortcut: StandardKey.Print; enabled: list.isOpen; onTriggered: list.session.frame.openCard("sheet") },
        Command { startsGroup: true; text: qsTr("Quit"); shortcut: "Ctrl+Q"; onTriggered: Qt.quit() }
    ]
}
