pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

CommandList {
    id: list

    title: qsTr("Help")
    commands: [
        Command { text: qsTr("Keys"); shortcut: "F1"; onTriggered: list.session.frame.openCard("shortcuts") }
    ]
}
