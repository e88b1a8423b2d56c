pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** One problem: a sign and a colour for how bad it is, where it was found, the sentence. */
T.ItemDelegate {
    id: row

    required property int index
    required property int severity
    required property string words
    required property string code
    required property string originText
    required property bool hasPlace
    signal menuAsked()
    readonly property color ink: severity >= 3 ? Theme.danger : severity === 2 ? Theme.warning : Theme.muted

    objectName: "problem-" + index
    implicitHeight: Math.max(Theme.rowHeight, sentence.implicitHeight + Theme.gapSmall)

    contentItem: RowLayout {
        spacing: Theme.gapSmall
        Words {
            Layout.leftMargin: Theme.gap
            Layout.preferredWidth: 14
            text: row.severity >= 3 ? "✕" : row.severity === 2 ? "!" : "·"
            color: row.ink
            font.weight: Font.Bold
        }
        Words { Layout.preferredWidth: 64; text: row.originText; color: Theme.muted; font.pixelSize: Theme.textSmall }
        Words {
            id: sentence
            Layout.fillWidth: true
            text: row.words
            font.pixelSize: Theme.textSmall
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        Words { Layout.rightMargin: Theme.gap; text: row.hasPlace ? "→" : ""; color: Theme.accent }
    }
    background: Rectangle {
        color: row.hovered || row.visualFocus ? Theme.hover : Theme.panel
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    }
    TapHandler { acceptedButtons: Qt.RightButton; onTapped: row.menuAsked() }
}
