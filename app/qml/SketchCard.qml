pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map

/** What the boundary being drawn takes in, and how to go on. */
Rectangle {
    id: card

    required property SketchController sketch

    objectName: "sketchCard"
    visible: sketch.isDrawing
    implicitWidth: 248
    implicitHeight: column.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gapSmall
        Words {
            text: qsTr("New district")
            font.pixelSize: Theme.textHead
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            text: card.sketch.canFinish ? qsTr("Double-click or Enter finishes, Backspace takes back a corner, Esc cancels.")
                                        : qsTr("Click the corners of the boundary. Whole estates and single buildings inside become members.")
            color: Theme.muted
            font.pixelSize: Theme.textSmall
            wrapMode: Text.Wrap
        }
        FigureList {
            objectName: "sketchFigures"
            Layout.fillWidth: true
            figures: card.sketch.figures
        }
        RowLayout {
            spacing: Theme.gapSmall
            PlainButton {
                objectName: "finishButton"
                text: qsTr("Finish")
                isMain: true
                enabled: card.sketch.canFinish
                onClicked: card.sketch.finish()
            }
            PlainButton {
                objectName: "cancelButton"
                text: qsTr("Cancel")
                onClicked: card.sketch.cancel()
            }
        }
    }
}
