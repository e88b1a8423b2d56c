pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Model

/** One value. A press chooses its row, a double click edits it. */
Rectangle {
    id: cell

    required property TableModel table
    required property int row
    required property int column
    required property string cellText
    required property bool isChosen
    required property bool isNumber
    signal pressedOn(row: int, isAdded: bool, isExtended: bool)
    signal editAsked(row: int, column: int)
    signal menuAsked(row: int, column: int)

    objectName: "cell-" + row + "-" + column
    implicitHeight: Theme.rowHeight
    color: isChosen ? Theme.chosen : row % 2 === 1 ? Theme.window : Theme.panel

    Words {
        anchors { fill: parent; leftMargin: Theme.gapSmall; rightMargin: Theme.gapSmall }
        text: cell.cellText === "" ? "–" : cell.cellText
        color: cell.cellText === "" ? Theme.muted : Theme.text
        font.pixelSize: Theme.textSmall
        font.features: { "tnum": 1 }
        horizontalAlignment: cell.isNumber ? Text.AlignRight : Text.AlignLeft
    }
    TapHandler {
        id: tap
        acceptedButtons: Qt.LeftButton
        onSingleTapped: cell.pressedOn(cell.row, (tap.point.modifiers & Qt.ControlModifier) !== 0, (tap.point.modifiers & Qt.ShiftModifier) !== 0)
        onDoubleTapped: cell.editAsked(cell.row, cell.column)
    }
    TapHandler { acceptedButtons: Qt.RightButton; onTapped: cell.menuAsked(cell.row, cell.column) }
}
