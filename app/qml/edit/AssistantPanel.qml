pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** Proposals for the city, a sub-district or a lasso: what would change, all of it or a part; and why a unit is where it is. */
ColumnLayout {
    id: panel

    required property AssistantController assistant
    required property EditController edit
    required property ProjectController project
    required property bool hasDistricts

    objectName: "assistantPanel"
    spacing: Theme.gapSmall

    ChoiceRow {
        objectName: "scopeChoice"
        Layout.margins: Theme.gap
        Layout.bottomMargin: 0
        choices: [qsTr("City"), qsTr("Sub-district"), qsTr("Lasso")]
        current: panel.assistant.scope
        onChosen: index => { panel.assistant.scope = index; if (index === AssistantController.Lasso) panel.edit.tool = EditController.Area; }
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        visible: panel.assistant.scope === AssistantController.SubDistrict
        spacing: Theme.gapTiny
        Repeater {
            model: panel.assistant.areas
            delegate: PlainButton {
                required property string modelData
                text: modelData
                checked: panel.assistant.area === modelData
                onClicked: panel.assistant.area = modelData
            }
        }
    }
    Words {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        visible: panel.assistant.scope === AssistantController.Lasso && !panel.assistant.hasLasso
        text: qsTr("Draw the lasso on the map.")
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    Words {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        visible: !panel.assistant.hasProposal && !panel.assistant.isRunning
        text: qsTr("Merges old estates and buildings here into districts and shows what would change. Nothing is changed before you accept it.")
        color: Theme.muted
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
    CutLineRow {
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        assistant: panel.assistant
        edit: panel.edit
        canEdit: panel.project.canEdit
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        spacing: Theme.gapSmall
        NumberField { id: least; objectName: "leastField"; label: qsTr("Households from"); shown: qsTr("rule"); fieldWidth: 52 }
        NumberField { id: most; objectName: "mostField"; label: qsTr("to"); shown: qsTr("rule"); fieldWidth: 52 }
    }
    TickBox {
        id: keeper
        objectName: "keepPresentBox"
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        visible: panel.hasDistricts
        text: qsTr("Keep the present districts")
        Tip { words: qsTr("Only where a unit is new or a rule is broken anything moves") }
        onClicked: isTicked = !isTicked
    }
    RowLayout {
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        spacing: Theme.gapSmall
        PlainButton {
            objectName: "proposeButton"
            text: qsTr("Propose")
            isMain: !panel.assistant.hasProposal
            enabled: panel.project.canEdit && !panel.assistant.isRunning && (panel.assistant.scope !== AssistantController.Lasso || panel.assistant.hasLasso)
            onClicked: panel.assistant.propose(least.text, most.text, keeper.visible && keeper.isTicked)
        }
        PlainButton {
            objectName: "stopButton"
            visible: panel.assistant.isRunning
            text: qsTr("Stop")
            onClicked: panel.assistant.stop()
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 4
            radius: 2
            visible: panel.assistant.isRunning
            color: Theme.line
            Rectangle {
                width: parent.width * Math.max(0.03, panel.assistant.progress)
                height: parent.height
                radius: 2
                color: Theme.accent
            }
        }
    }
    Words {
        objectName: "assistantSummary"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        visible: text !== ""
        text: panel.assistant.isStale ? qsTr("The plan changed meanwhile. Propose again.") : panel.assistant.summary
        color: panel.assistant.isStale ? Theme.danger : Theme.muted
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
    ListView {
        objectName: "proposalList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.assistant.hasProposal
        clip: true
        model: panel.assistant
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: ProposalRow {
            width: ListView.view.width
            onTickRequested: panel.assistant.setTicked(index, !isTicked)
        }
    }
    RowLayout {
        Layout.margins: Theme.gap
        Layout.topMargin: 0
        visible: panel.assistant.hasProposal
        spacing: Theme.gapSmall
        PlainButton {
            objectName: "acceptProposalButton"
            text: panel.assistant.tickedCount === panel.assistant.count ? qsTr("Accept all") : qsTr("Accept %1").arg(panel.assistant.tickedCount)
            isMain: true
            enabled: panel.project.canEdit && panel.assistant.tickedCount > 0 && !panel.assistant.isStale
            onClicked: panel.assistant.accept()
        }
        PlainButton { text: qsTr("None"); onClicked: panel.assistant.tickAll(false) }
        PlainButton { objectName: "discardButton"; text: qsTr("Discard"); onClicked: panel.assistant.discard() }
    }
    Item { Layout.fillHeight: true; visible: !panel.assistant.hasProposal }
}
