pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** One piece of long work: what, how far, how long still, and a way to stop it. */
Rectangle {
    id: row

    required property int index
    required property string title
    required property string stage
    required property real fraction
    required property string timeText
    required property int taskState
    required property string resultText
    readonly property bool isRunning: taskState === TaskModel.Running
    signal cancelled()

    objectName: "task-" + index
    implicitHeight: Theme.rowHeight * 1.7
    color: Theme.panel

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap }
        spacing: Theme.gap
        Words {
            Layout.preferredWidth: 16
            text: row.isRunning ? "▸" : row.taskState === TaskModel.Done ? "✓" : row.taskState === TaskModel.Failed ? "✕" : "–"
            color: row.taskState === TaskModel.Failed ? Theme.danger : Theme.accent
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            Words { Layout.fillWidth: true; text: row.title }
            Words { Layout.fillWidth: true; visible: text !== ""; text: row.isRunning ? row.stage : row.resultText; color: Theme.muted; font.pixelSize: Theme.textSmall }
        }
        Rectangle {
            Layout.preferredWidth: 180
            implicitHeight: 6
            radius: 3
            visible: row.isRunning
            color: Theme.line
            Rectangle { width: parent.width * row.fraction; height: parent.height; radius: 3; color: Theme.accent }
        }
        Words { Layout.preferredWidth: 110; text: row.timeText; color: Theme.muted; font.pixelSize: Theme.textSmall; horizontalAlignment: Text.AlignRight }
        PlainButton { objectName: "cancelTask"; visible: row.isRunning; text: qsTr("Stop"); onClicked: row.cancelled() }
    }
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
}
