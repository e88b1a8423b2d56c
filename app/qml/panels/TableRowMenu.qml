pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** What can be done with a row of the table and the value under the pointer. */
CommandMenu {
    id: menu

    required property Session session
    property int row: -1
    property int column: -1
    property TableCell cell: null
    property string condition
    signal editAsked(row: int, column: int, cell: TableCell)

    function openOn(row: int, column: int, cell: TableCell) {
        if (!cell.isChosen) menu.session.table.choose(row, false, false);
        menu.row = row;
        menu.column = column;
        menu.cell = cell;
        menu.condition = menu.session.table.conditionAt(row, column);
        menu.popup();
    }

    objectName: "tableRowMenu"
    list: CommandList {
        session: menu.session
        title: ""
        commands: [
            Command { text: qsTr("Go there"); onTriggered: menu.session.map.fitSelection() },
            Command { text: qsTr("Edit…"); enabled: menu.session.table.canEdit(menu.column); onTriggered: menu.editAsked(menu.row, menu.column, menu.cell) },
            Command { objectName: "menuRowFilter"; startsGroup: true; text: qsTr("Only rows with this value"); onTriggered: menu.session.table.filter = menu.condition },
            Command { objectName: "menuRowAlike"; text: qsTr("Choose all with this value"); onTriggered: menu.session.map.selection.selectWhere(menu.condition) },
            Command { text: qsTr("Invert what is chosen"); onTriggered: menu.session.map.selection.invert() },
            Command { objectName: "menuRowCopyValue"; startsGroup: true; text: qsTr("Copy the value"); onTriggered: menu.session.table.copyCell(menu.row, menu.column) },
            Command { text: qsTr("Copy the chosen rows"); onTriggered: menu.session.table.copyChosen() }
        ]
    }
}
