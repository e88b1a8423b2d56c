pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu
import Pianqu.Desk

/** One file of the import: its name and what became of reading it. */
T.ItemDelegate {
    id: row

    required property int index
    required property string name
    required property int fileState
    required property string summary
    required property string hint
    required property var fileLayers
    required property string crs
    required property string encoding
    required property string kind
    signal removed()

    objectName: "import-" + index
    implicitHeight: Theme.rowHeight * 1.7

    contentItem: RowLayout {
        spacing: Theme.gapSmall
        Words {
            Layout.leftMargin: Theme.gapSmall
            Layout.preferredWidth: 14
            text: row.fileState === ImportController.Ready ? "✓" : row.fileState === ImportController.Failed ? "✕" : "…"
            color: row.fileState === ImportController.Failed ? Theme.danger : Theme.accent
            font.weight: Font.Bold
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Words { Layout.fillWidth: true; text: row.name; elide: Text.ElideMiddle }
            Words { Layout.fillWidth: true; text: row.summary; color: row.fileState === ImportController.Failed ? Theme.danger : Theme.muted; font.pixelSize: Theme.textTiny }
        }
        FlatButton { isSmall: true; text: "×"; tip: qsTr("Leave this file out"); onClicked: row.removed() }
    }
    background: Rectangle { radius: Theme.radius; color: row.highlighted ? Theme.chosen : row.hovered ? Theme.hover : Theme.panel }
}
