pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** The live ledger: the district as it is, and as the stroke would make it. */
Rectangle {
    id: card

    required property StrokeModel figures

    objectName: "ledgerCard"
    implicitWidth: figures.hasAfter ? 312 : 248
    implicitHeight: column.implicitHeight + 2 * Theme.gapSmall
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line

    ColumnLayout {
        id: column
        anchors { fill: parent; margins: Theme.gapSmall; leftMargin: Theme.gap; rightMargin: Theme.gap }
        spacing: 3
        RowLayout {
            Words {
                Layout.fillWidth: true
                text: card.figures.title
                font.weight: Font.DemiBold
            }
            Words {
                visible: card.figures.hasAfter
                text: qsTr("now → then")
                color: Theme.muted
                font.pixelSize: Theme.textTiny
            }
        }
        Repeater {
            model: card.figures
            delegate: LedgerLine {
                Layout.fillWidth: true
                hasAfter: card.figures.hasAfter
            }
        }
        Words {
            objectName: "ledgerOthers"
            Layout.fillWidth: true
            visible: text !== ""
            text: card.figures.othersText
            color: Theme.muted
            font.pixelSize: Theme.textSmall
            wrapMode: Text.Wrap
        }
    }
}
