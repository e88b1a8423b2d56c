pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map

/** The tools that are used all day. A new one is one line here. */
Item {
    id: strip

    required property Session session
    readonly property bool canEdit: session.project.canEdit

    implicitHeight: Theme.controlHeight + Theme.gapSmall

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap; bottomMargin: Theme.gapTiny }
        spacing: Theme.gapTiny
        PlainButton { objectName: "drawButton"; text: qsTr("Draw district"); isMain: true; enabled: strip.canEdit; onClicked: strip.session.map.edit.tool = EditController.Draw }
        FlatButton { objectName: "undoButton"; text: qsTr("Undo"); tip: "Ctrl+Z"; enabled: strip.session.project.canUndo && !strip.session.project.isBusy; onClicked: strip.session.project.undo() }
        FlatButton { objectName: "redoButton"; text: qsTr("Redo"); tip: "Ctrl+Shift+Z"; enabled: strip.session.project.canRedo && !strip.session.project.isBusy; onClicked: strip.session.project.redo() }
        FlatButton { text: qsTr("Whole city"); tip: "Ctrl+0"; onClicked: strip.session.map.fitAll() }
        Item { Layout.fillWidth: true }
    }
}
