pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

CommandList {
    id: list

    readonly property bool canEdit: session.project.canEdit && !session.map.sketch.isDrawing

    title: qsTr("Plan")
    commands: [
        Command { text: qsTr("Draw district"); shortcut: "Ctrl+D"; enabled: list.canEdit; onTriggered: list.session.map.sketch.start() }
    ]
}
