pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** Words and keys. */
RowLayout {
    id: line

    required property string words
    required property string keys

    Words { Layout.fillWidth: true; text: line.words; font.pixelSize: Theme.textSmall }
    Rectangle {
        implicitWidth: label.implicitWidth + Theme.gapSmall
        implicitHeight: label.implicitHeight + 4
        radius: 4
        color: Theme.hover
        border.color: Theme.line
        Words { id: label; anchors.centerIn: parent; text: line.keys; font.pixelSize: Theme.textTiny }
    }
}
