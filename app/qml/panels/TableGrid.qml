pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu
import Pianqu.Model

/** The rows and their headings; only what is seen exists. */
Item {
    id: grid

    required property TableModel table
    required property Session session
    readonly property alias view: view

    HorizontalHeaderView {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.rowHeight
        syncView: view
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        delegate: TableHeading {
            required property int column
            required property var model
            objectName: "heading-" + column
            text: model.display
            isNumber: text !== "" && grid.table.isNumberColumn(column)   // with the text: asked again when the table is another
            sign: grid.table.sortColumn !== column + 1 ? "" : grid.table.isDescending ? "▾" : "▴"
            onClicked: grid.table.sortBy(column)
            onMenuAsked: columnMenu.openOn(column)
        }
    }
    TableView {
        id: view
        objectName: "tableView"
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
        clip: true
        focus: true
        model: grid.table
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        rowHeightProvider: () => Theme.rowHeight
        columnWidthProvider: column => explicitColumnWidth(column) > 0 ? explicitColumnWidth(column) : Math.round(grid.table.widthOf(column) * Theme.scale)
        resizableColumns: true
        editTriggers: TableView.NoEditTriggers
        ScrollBar.vertical: ScrollBar { minimumSize: 0.04 }
        ScrollBar.horizontal: ScrollBar {}
        delegate: TableCell {
            id: cell
            table: grid.table
            onPressedOn: (row, isAdded, isExtended) => { view.forceActiveFocus(); grid.table.choose(row, isAdded, isExtended); }
            onEditAsked: (row, column) => editor.edit(row, column, cell)
            onMenuAsked: (row, column) => rowMenu.openOn(row, column, cell)
        }
        Keys.onPressed: event => {
            event.accepted = event.matches(StandardKey.SelectAll) || event.matches(StandardKey.Copy) || grid.step(event.key);
            if (event.matches(StandardKey.SelectAll)) grid.table.chooseAll();
            if (event.matches(StandardKey.Copy)) grid.table.copyChosen();
        }
    }
    TableRowMenu {
        id: rowMenu
        session: grid.session
        onEditAsked: (row, column, cell) => editor.edit(row, column, cell)
    }
    TableColumnMenu {
        id: columnMenu
        session: grid.session
    }
    TableEditor {
        id: editor
        objectName: "tableEditor"
        table: grid.table
        onClosed: view.forceActiveFocus()
    }
    Connections {
        target: grid.table
        function onChosenChanged() { if (grid.table.currentRow >= 0) view.positionViewAtRow(grid.table.currentRow, TableView.Contain) }
        function onTableChanged() { view.clearColumnWidths(); view.contentX = 0; view.contentY = 0; }
        function onModelReset() { view.forceLayout() }
    }

    function step(key: int): bool {
        const by = key === Qt.Key_Down ? 1 : key === Qt.Key_Up ? -1 : 0;
        if (by !== 0) grid.table.choose(Math.max(0, Math.min(view.rows - 1, grid.table.currentRow + by)), false, false);
        return by !== 0;
    }
}
