pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** How one layer of a file was judged, and which heading feeds which field. */
ColumnLayout {
    id: block

    required property var layer

    spacing: 2

    Rectangle { Layout.fillWidth: true; Layout.topMargin: Theme.gapSmall; implicitHeight: 1; color: Theme.line }
    Words {
        Layout.fillWidth: true
        text: block.layer.kind === "" ? qsTr("%1: left out").arg(block.layer.name) : qsTr("%1 as %2").arg(block.layer.name).arg(block.layer.kind)
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
    }
    Words { Layout.fillWidth: true; visible: block.layer.kindProof !== ""; text: block.layer.kindProof; color: Theme.muted; font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Words { Layout.fillWidth: true; text: qsTr("Rows: %1 read, %2 taken, %3 repaired, %4 refused").arg(block.layer.read).arg(block.layer.written).arg(block.layer.repaired).arg(block.layer.refused); font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Words { Layout.fillWidth: true; text: qsTr("Encoding %1: %2").arg(block.layer.encoding).arg(block.layer.encodingProof); font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Words { Layout.fillWidth: true; visible: block.layer.crs !== ""; text: qsTr("System %1: %2").arg(block.layer.crs).arg(block.layer.crsProof); font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapTiny
        Repeater {
            model: block.layer.fields
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
    Words { Layout.fillWidth: true; visible: block.layer.unmapped !== ""; text: qsTr("Not kept: %1").arg(block.layer.unmapped); color: Theme.warning; font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap }
}
