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
        ToolSeparatorLine {}
        FlatButton { objectName: "importButton"; text: qsTr("Import…"); tip: "Ctrl+I"; enabled: strip.session.project.canEdit; onClicked: strip.session.frame.openCard("import") }
        FlatButton { objectName: "mergeButton"; text: qsTr("Merge…"); tip: "Ctrl+M"; enabled: strip.canEdit; onClicked: strip.session.frame.openCard("merge") }
        FlatButton { objectName: "planButton"; text: qsTr("Plan"); tip: qsTr("Drainage, parking, lifts and measures of all districts (Ctrl+Shift+P)"); enabled: strip.canEdit && strip.session.districts.count > 0; onClicked: { strip.session.frame.showPanel("tasks"); strip.session.job.plan("", ""); } }
        FlatButton { objectName: "sheetButton"; text: qsTr("Print…"); tip: "Ctrl+P"; onClicked: strip.session.frame.openCard("sheet") }
        Item { Layout.fillWidth: true }
        FlatButton { objectName: "measureButton"; text: qsTr("Measure"); tip: "Ctrl+L"; checked: strip.session.measure.isOn; onClicked: strip.session.measure.isOn ? strip.session.measure.stop() : strip.session.measure.start(false) }
        FlatButton { objectName: "findButton"; text: qsTr("Find"); tip: "Ctrl+F"; onClicked: strip.session.frame.showPanel("search") }
        FlatButton { objectName: "tableButton"; text: qsTr("Table"); tip: "F6"; onClicked: strip.session.frame.showPanel("table") }
    }
}
