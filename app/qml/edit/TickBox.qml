pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Pianqu

/** A tick with words. Shows what it is told; the owner changes it. */
T.AbstractButton {
    id: box

    property bool isTicked: false

    implicitWidth: content.implicitWidth
    implicitHeight: Theme.rowHeight
    opacity: enabled ? 1 : 0.42
    focusPolicy: Qt.TabFocus

    contentItem: Row {
        id: content
        spacing: Theme.gapTiny + 2
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 14
            height: 14
            radius: 3
            color: box.isTicked ? Theme.accent : Theme.panel
            border.color: box.isTicked || box.visualFocus ? Theme.accent : Theme.muted
            EditGlyph {
                anchors.centerIn: parent
                visible: box.isTicked
                side: 13
                path: "M5 12 L10 17 L19 7"
                ink: Theme.inkOnAccent
            }
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: box.text
            font.pixelSize: Theme.textSmall
        }
    }
}
