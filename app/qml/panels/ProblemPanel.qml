pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** What is wrong: rules, leftovers, drainage, import. A click goes there. */
ColumnLayout {
    id: panel

    required property Session session

    objectName: "problemPanel"
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.gapTiny
        Layout.leftMargin: Theme.gapSmall
        spacing: Theme.gapTiny
        Repeater {
            model: panel.session.problems.origins
            delegate: Chip {
                required property var modelData
                objectName: "problems-" + modelData.origin
                text: modelData.title
                remark: modelData.count
                checked: panel.session.problems.origin === modelData.origin
                onClicked: panel.session.problems.origin = modelData.origin
            }
        }
        Item { Layout.fillWidth: true }
        Words { visible: panel.session.problems.isChecking; text: qsTr("Checking…"); color: Theme.muted; font.pixelSize: Theme.textSmall }
        FlatButton { objectName: "checkButton"; isSmall: true; text: qsTr("Check plan and drainage"); enabled: panel.session.project.isOpen; onClicked: panel.session.job.check() }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line }
    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gapLarge
        visible: panel.session.problems.count === 0
        words: qsTr("Nothing is wrong here. The rules of the plan are checked after every edit; drainage is checked when asked.")
        action: qsTr("Check plan and drainage")
        onActed: panel.session.job.check()
    }
    Item { Layout.fillHeight: true; visible: panel.session.problems.count === 0 }
    ListView {
        objectName: "problemList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.session.problems.count > 0
        clip: true
        model: panel.session.problems
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: ProblemRow {
            width: ListView.view.width
            onClicked: panel.session.problems.show(index)
            onMenuAsked: { menu.row = index; menu.popup(); }
        }
    }
    CommandMenu {
        id: menu
        property int row: -1
        list: CommandList {
            session: panel.session
            title: ""
            commands: [
                Command { objectName: "menuProblemGo"; text: qsTr("Go there"); onTriggered: panel.session.problems.show(menu.row) },
                Command { objectName: "menuProblemCopy"; text: qsTr("Copy the sentence"); onTriggered: panel.session.problems.copy(menu.row) },
                Command { text: qsTr("Copy all that are listed"); onTriggered: panel.session.problems.copyAll() }
            ]
        }
    }
}
