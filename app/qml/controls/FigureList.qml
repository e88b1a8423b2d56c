pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** The figures of the ledger, one a line. */
ColumnLayout {
    id: list

    required property FigureModel figures

    spacing: Theme.gapTiny

    Repeater {
        model: list.figures
        delegate: FigureRow {
            Layout.fillWidth: true
        }
    }
}
