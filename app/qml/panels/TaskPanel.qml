pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** The long work of this session. */
ColumnLayout {
    id: panel

    required property Session session

    objectName: "taskPanel"
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.gapTiny
        Layout.leftMargin: Theme.gap
        Words {
            Layout.fillWidth: true
            text: panel.session.project.tasks.runningCount > 0 ? qsTr("%n running", "", panel.session.project.tasks.runningCount) : qsTr("Nothing is running.")
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
        FlatButton { isSmall: true; text: qsTr("Forget the finished"); enabled: panel.session.project.tasks.count > panel.session.project.tasks.runningCount; onClicked: panel.session.project.tasks.forgetFinished() }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line }
    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gapLarge
        visible: panel.session.project.tasks.count === 0
        words: qsTr("Opening, importing, merging, planning and printing are listed here while they run. The window stays free meanwhile.")
    }
    Item { Layout.fillHeight: true; visible: panel.session.project.tasks.count === 0 }
    ListView {
        objectName: "taskList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.session.project.tasks.count > 0
        clip: true
        model: panel.session.project.tasks
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: TaskRow {
            width: ListView.view.width
            onCancelled: panel.session.project.tasks.cancel(index)
        }
    }
}
