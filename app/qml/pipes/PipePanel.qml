pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** Questions on the pipe or manhole that was clicked, and the answer. */
ColumnLayout {
    id: panel

    required property PipeController pipes
    signal profileRequested()

    objectName: "pipePanel"
    spacing: Theme.gapTiny

    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gapLarge
        visible: !panel.pipes.hasPipe
        words: qsTr("Click a pipe or a manhole on the map to trace it, cut it or draw its longitudinal profile.")
    }
    Words {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        visible: panel.pipes.hasPipe
        text: panel.pipes.title
        font.weight: Font.DemiBold
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        visible: panel.pipes.hasPipe
        spacing: Theme.gapTiny
        PlainButton { objectName: "traceUp"; text: qsTr("Upstream"); enabled: panel.pipes.isDrain; onClicked: panel.pipes.traceUp() }
        PlainButton { objectName: "traceDown"; text: qsTr("Downstream"); enabled: panel.pipes.isDrain; onClicked: panel.pipes.traceDown() }
        PlainButton { objectName: "profileDown"; text: qsTr("Profile to the outfall"); enabled: panel.pipes.isDrain; onClicked: { panel.pipes.profileDown(); panel.profileRequested(); } }
        PlainButton { objectName: "profileStart"; text: qsTr("Profile from here"); enabled: panel.pipes.isDrain; onClicked: panel.pipes.startHere() }
        PlainButton { objectName: "profileEnd"; text: qsTr("Profile to here"); enabled: panel.pipes.isDrain && panel.pipes.hasStart; onClicked: { panel.pipes.profileToHere(); panel.profileRequested(); } }
        PlainButton { objectName: "crossings"; text: qsTr("Crossings"); onClicked: panel.pipes.showCrossings() }
        PlainButton { objectName: "section"; text: qsTr("Section"); onClicked: panel.pipes.showSection() }
        PlainButton { objectName: "pipesClear"; text: qsTr("Clear"); enabled: panel.pipes.hasAnswer || panel.pipes.hasProfile; onClicked: panel.pipes.clear() }
    }
    ScrollView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.gapSmall
        visible: panel.pipes.hasAnswer
        clip: true
        contentWidth: availableWidth
        Words {
            objectName: "pipeAnswer"
            width: parent.width
            text: panel.pipes.answer
            font.pixelSize: Theme.textSmall
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    Item { Layout.fillHeight: true; visible: !panel.pipes.hasAnswer }
}
