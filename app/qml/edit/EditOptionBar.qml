pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** What the active tool asks for, and what to do with it. */
Rectangle {
    id: bar

    required property EditController edit
    required property DistrictModel districts
    readonly property EditOptions options: edit.options
    readonly property bool isPath: [EditController.Draw, EditController.Reshape, EditController.Split, EditController.Area, EditController.CutLine].includes(edit.tool)

    objectName: "editOptionBar"
    implicitWidth: column.implicitWidth + 2 * Theme.gap
    implicitHeight: column.implicitHeight + 2 * Theme.gapTiny
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line

    ColumnLayout {
        id: column
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap; topMargin: Theme.gapTiny; bottomMargin: Theme.gapTiny }
        spacing: 0
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gapSmall
            Words {
                objectName: "activeDistrict"
                height: Theme.rowHeight
                visible: ![EditController.Cut, EditController.Area, EditController.CutLine].includes(bar.edit.tool)
                text: bar.edit.tool === EditController.Draw || bar.options.isIntoNew && bar.edit.tool === EditController.Paint || !bar.districts.hasCurrent
                      ? qsTr("New district") : bar.districts.currentCode + " " + bar.districts.currentName
                font.weight: Font.DemiBold
            }
            ChoiceRow {
                objectName: "brushChoice"
                visible: bar.edit.tool === EditController.Paint
                choices: [qsTr("Brush"), qsTr("Rectangle"), qsTr("Lasso"), qsTr("Click")]
                current: bar.options.brush
                onChosen: index => bar.options.brush = index
            }
            NumberField {
                objectName: "radiusField"
                visible: bar.edit.tool === EditController.Paint && bar.options.brush === 0
                label: qsTr("Radius")
                unit: "m"
                fieldWidth: 44
                shown: bar.options.radiusM
                onEntered: value => { if (Number(value) > 0) bar.options.radiusM = Number(value) }
            }
            ChoiceRow {
                objectName: "pickChoice"
                visible: bar.edit.tool === EditController.Paint && bar.options.brush < 3
                label: qsTr("Takes")
                choices: [qsTr("touched"), qsTr("centre"), qsTr("majority"), qsTr("whole")]
                current: bar.options.pick
                onChosen: index => bar.options.pick = index
            }
            TickBox {
                objectName: "takeOutBox"
                visible: bar.edit.tool === EditController.Paint
                text: qsTr("Take out")
                isTicked: bar.options.isTakingOut
                onClicked: bar.options.isTakingOut = !bar.options.isTakingOut
            }
            TickBox {
                objectName: "intoNewBox"
                visible: bar.edit.tool === EditController.Paint && bar.districts.hasCurrent
                text: qsTr("New district")
                isTicked: bar.options.isIntoNew
                onClicked: bar.options.isIntoNew = !bar.options.isIntoNew
            }
            ChoiceRow {
                objectName: "followChoice"
                visible: ![EditController.Paint, EditController.Merge, EditController.Area, EditController.CutLine].includes(bar.edit.tool)
                label: qsTr("Follow")
                choices: [qsTr("by majority"), qsTr("by centre"), qsTr("when whole"), qsTr("not")]
                current: bar.options.follow
                onChosen: index => bar.options.follow = index
            }
            NumberField {
                objectName: "slitField"
                visible: bar.edit.tool === EditController.Absorb
                label: qsTr("Slits up to")
                unit: "m"
                fieldWidth: 44
                shown: bar.options.slitM
                onEntered: value => { if (Number(value) >= 0) bar.options.slitM = Number(value) }
            }
            TickBox {
                objectName: "snapBox"
                visible: bar.isPath || bar.edit.tool === EditController.Corner
                text: qsTr("Snap")
                isTicked: bar.options.isSnapping
                onClicked: bar.options.isSnapping = !bar.options.isSnapping
            }
            TickBox {
                objectName: "traceBox"
                visible: bar.isPath
                text: qsTr("Trace")
                isTicked: bar.options.isTracing
                onClicked: bar.options.isTracing = !bar.options.isTracing
            }
        }
        EditHint {
            Layout.fillWidth: true
            edit: bar.edit
            hasDistrict: bar.districts.hasCurrent
        }
    }
}
