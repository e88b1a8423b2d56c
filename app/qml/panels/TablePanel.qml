pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** The attributes of one table of the city: sort, filter, choose, edit, copy. */
ColumnLayout {
    id: panel

    required property Session session

    objectName: "tablePanel"
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.gapTiny
        Layout.leftMargin: Theme.gapSmall
        spacing: Theme.gapSmall
        ChoiceBox {
            objectName: "tableChoice"
            Layout.preferredWidth: 170
            model: panel.session.table.tables
            textRole: "title"
            valueRole: "table"
            currentIndex: panel.session.table.tables.findIndex(each => each.table === panel.session.table.table)
            onActivated: panel.session.table.table = currentValue
        }
        InputField {
            id: filter
            objectName: "tableFilter"
            Layout.preferredWidth: 260
            Layout.minimumWidth: 110
            Layout.fillWidth: true
            Layout.maximumWidth: 260
            placeholderText: qsTr("Text, or a condition such as floors>=6")
            isWrong: panel.session.table.problem !== ""
            onTextEdited: wait.restart()
            onAccepted: panel.session.table.filter = text
            Keys.onEscapePressed: { text = ""; panel.session.table.filter = ""; }
            Timer { id: wait; interval: 300; onTriggered: panel.session.table.filter = filter.text }
            Connections { target: panel.session.table; function onTableChanged() { filter.text = "" } function onQueryChanged() { if (!filter.activeFocus && filter.text !== panel.session.table.filter) filter.text = panel.session.table.filter } }
        }
        Words {
            objectName: "tableCount"
            Layout.fillWidth: true
            Layout.minimumWidth: 90 * Theme.scale
            text: panel.session.table.problem !== "" ? panel.session.table.problem : panel.session.table.isWorking ? qsTr("sorting and filtering…") : panel.session.table.countText
            color: panel.session.table.problem !== "" ? Theme.danger : Theme.muted
            font.pixelSize: Theme.textSmall
        }
        FlatButton { objectName: "tableAll"; isSmall: true; text: qsTr("Choose all"); tip: "Ctrl+A"; enabled: panel.session.table.countText !== ""; onClicked: panel.session.table.chooseAll() }
        FlatButton { objectName: "tableNone"; isSmall: true; text: qsTr("Choose none"); visible: panel.session.table.chosenCount > 0; onClicked: panel.session.table.clearChosen() }
        FlatButton { objectName: "tableCopy"; isSmall: true; text: qsTr("Copy"); tip: qsTr("Chosen rows with headings, for a spreadsheet (Ctrl+C)"); visible: panel.session.table.chosenCount > 0; onClicked: panel.session.table.copyChosen() }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line }
    TableGrid {
        objectName: "tableGrid"
        Layout.fillWidth: true
        Layout.fillHeight: true
        table: panel.session.table
        session: panel.session
    }
}
