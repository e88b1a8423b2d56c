pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** One option: its colour, whether it is on the map, and what can be done with it. */
Rectangle {
    id: row

    required property string name
    required property string note
    required property bool isCurrent
    required property bool isFrozen
    required property bool isShown
    required property color colour
    property bool canEdit: false
    signal shownToggled()
    signal takeRequested()
    signal diffRequested()
    signal removeRequested()

    objectName: "option-" + name
    implicitHeight: column.implicitHeight + Theme.gapSmall
    color: row.isCurrent ? Theme.chosen : Theme.panel

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.gap; rightMargin: Theme.gapSmall }
        spacing: 0
        RowLayout {
            spacing: Theme.gapSmall
            TickBox {
                objectName: "show-" + row.name
                isTicked: row.isShown
                onClicked: row.shownToggled()
            }
            Rectangle { implicitWidth: 18; implicitHeight: 3; color: row.colour }
            Words {
                Layout.fillWidth: true
                text: row.name
                font.weight: row.isCurrent ? Font.DemiBold : Font.Normal
            }
            Words {
                text: row.isCurrent ? qsTr("being worked on") : row.isFrozen ? qsTr("frozen") : ""
                color: Theme.accent
                font.pixelSize: Theme.textTiny
            }
        }
        Words {
            Layout.fillWidth: true
            visible: row.note !== ""
            text: row.note
            color: Theme.muted
            font.pixelSize: Theme.textTiny
        }
        RowLayout {
            visible: !row.isCurrent
            spacing: Theme.gapTiny
            PlainButton { objectName: "take-" + row.name; text: qsTr("Work on it"); enabled: row.canEdit; implicitHeight: Theme.rowHeight - 2; onClicked: row.takeRequested() }
            PlainButton { objectName: "diff-" + row.name; text: qsTr("Difference"); implicitHeight: Theme.rowHeight - 2; onClicked: row.diffRequested() }
            PlainButton { text: qsTr("Forget"); visible: !row.isFrozen; enabled: row.canEdit; isDanger: true; implicitHeight: Theme.rowHeight - 2; onClicked: row.removeRequested() }
        }
    }
}
