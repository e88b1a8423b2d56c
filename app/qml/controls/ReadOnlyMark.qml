pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** Says that the open project may not be changed, and what to do about it. */
Item {
    id: mark

    objectName: "readOnlyMark"
    implicitHeight: Theme.rowHeight

    Rectangle {
        width: words.implicitWidth + 2 * Theme.gapSmall
        height: 22
        anchors.verticalCenter: parent.verticalCenter
        radius: Theme.radius
        color: Theme.hover
        border.color: Theme.line
        Words {
            id: words
            anchors.centerIn: parent
            text: qsTr("read only")
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
        HoverHandler { id: hover }
        ToolTip.visible: hover.hovered
        ToolTip.text: qsTr("The file or its folder may not be written. Copy the project to a folder of your own to change it.")
    }
}
