pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** What can be done with a column of the table. */
CommandMenu {
    id: menu

    required property Session session
    property int column: -1

    function openOn(column: int) {
        menu.column = column;
        menu.popup();
    }

    objectName: "tableColumnMenu"
    list: CommandList {
        session: menu.session
        title: ""
        commands: [
            Command { text: qsTr("Sort up"); onTriggered: menu.session.table.sortAs(menu.column, false) },
            Command { objectName: "menuColumnDown"; text: qsTr("Sort down"); onTriggered: menu.session.table.sortAs(menu.column, true) },
            Command { objectName: "menuColumnUnknown"; startsGroup: true; text: qsTr("Only rows without a value"); onTriggered: menu.session.table.filter = menu.session.table.fieldName(menu.column) + " is null" },
            Command { text: qsTr("All rows"); enabled: menu.session.table.filter !== ""; onTriggered: menu.session.table.filter = "" }
        ]
    }
}
