pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** How one layer of a file was judged, and which heading feeds which field. */
ColumnLayout {
    id: block

    required property var judged

    spacing: 2

    Rectangle { Layout.fillWidth: true; Layout.topMargin: Theme.gapSmall; implicitHeight: 1; color: Theme.line }
    Words {
        Layout.fillWidth: true
        text: block.judged.kind === "" ? qsTr("%1: left out").arg(block.judged.name) : qsTr("%1 as %2").arg(block.judged.name).arg(block.judged.kind)
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
    }
    Words { Layout.fillWidth: true; visible: block.judged.kindProof !== ""; text: block.judged.kindProof; color: Theme.muted; font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Words { Layout.fillWidth: true; text: qsTr("Rows: %1 read, %2 taken, %3 repaired, %4 refused").arg(block.judged.read).arg(block.judged.written).arg(block.judged.repaired).arg(block.judged.refused); font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Words { Layout.fillWidth: true; text: qsTr("Encoding %1: %2").arg(block.judged.encoding).arg(block.judged.encodingProof); font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Words { Layout.fillWidth: true; visible: block.judged.crs !== ""; text: qsTr("System %1: %2").arg(block.judged.crs).arg(block.judged.crsProof); font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapTiny
        Repeater {
            model: block.judged.fields
            delegate: Rectangle {
                id: chip
                required property string modelData
                implicitWidth: words.implicitWidth + Theme.gapSmall
                implicitHeight: words.implicitHeight + 4
                radius: 4
                color: Theme.hover
                Words { id: words; anchors.centerIn: parent; text: chip.modelData; font.pixelSize: Theme.textTiny }
            }
        }
    }
    Words { Layout.fillWidth: true; visible: block.judged.unmapped !== ""; text: qsTr("Not kept: %1").arg(block.judged.unmapped); color: Theme.warning; font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
}
