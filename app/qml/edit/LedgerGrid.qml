pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** A table of the ledger. */
Flickable {
    id: grid

    required property LedgerTableModel table
    property real cellWidth: 96

    implicitHeight: (table.count + 1) * Theme.rowHeight + Theme.gap + Theme.gapTiny
    contentWidth: Math.max(width, table.headings.length * cellWidth)
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.HorizontalFlick
    ScrollBar.horizontal: ScrollBar {}

    ListView {
        id: list
        width: grid.contentWidth
        height: grid.height
        clip: true
        model: grid.table
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        headerPositioning: ListView.OverlayHeader
        header: Rectangle {
            z: 2
            width: list.width
            height: Theme.rowHeight + Theme.gap
            color: Theme.panel
            LedgerGridLine { anchors.verticalCenter: parent.verticalCenter; width: parent.width; texts: grid.table.headings; numeric: grid.table.numeric; isHeading: true }
            Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
        }
        delegate: Rectangle {
            id: cellRow
            required property list<string> cells
            required property int index
            width: list.width
            height: Theme.rowHeight
            color: index % 2 ? Theme.window : Theme.panel
            LedgerGridLine { width: parent.width; texts: cellRow.cells; numeric: grid.table.numeric }
        }
    }
}
