pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** Where the pointer is, in which system, how large the map is; what is wrong and what is running. */
Rectangle {
    id: bar

    required property Session session

    implicitHeight: Theme.rowHeight - 2
    color: Theme.panel

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gapTiny }
        spacing: Theme.gap
        Words { objectName: "positionText"; text: bar.session.map.positionText; font.pixelSize: Theme.textSmall; font.features: { "tnum": 1 } }
        Words { text: bar.session.map.lonLatText; color: Theme.muted; font.pixelSize: Theme.textSmall; font.features: { "tnum": 1 } }
        Words {
            visible: bar.session.map.distortionText !== ""
            text: qsTr("length distortion %1").arg(bar.session.map.distortionText)
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
        Words {
            Layout.fillWidth: true
            text: bar.session.project.tasks.runningCount > 0 ? bar.session.project.tasks.runningText : bar.session.project.isBusy ? bar.session.project.busyText : bar.session.map.isBuilding ? qsTr("Drawing the map") : ""
            color: Theme.accent
            font.pixelSize: Theme.textSmall
        }
        FlatButton {
            objectName: "taskButton"
            isSmall: true
            visible: bar.session.project.tasks.runningCount > 0
            text: qsTr("Tasks")
            tip: qsTr("What is running (F7)")
            onClicked: bar.session.frame.showPanel("tasks")
        }
        FlatButton {
            objectName: "problemButton"
            isSmall: true
            visible: bar.session.problems.totalCount > 0
            text: "! " + bar.session.problems.totalCount
            tip: qsTr("Problems (F8)")
            onClicked: bar.session.frame.showPanel("problems")
        }
        Words { text: bar.session.project.crsName; color: Theme.muted; font.pixelSize: Theme.textSmall }
        FlatButton {
            objectName: "scaleText"
            isSmall: true
            text: bar.session.map.camera.scaleText
            tip: qsTr("Go to scale… (Ctrl+G)")
            onClicked: bar.session.frame.openCard("scale")
        }
    }
    Rectangle { width: parent.width; height: 1; color: Theme.line }
}
