pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** What lies under the resting pointer. */
Rectangle {
    id: tip

    required property string words
    /** Of the pointer, in the parent. */
    required property point at
    property bool isWanted: true

    objectName: "mapTip"
    visible: isWanted && words !== "" && !rest.running
    x: Math.min(at.x + 14, parent.width - width - Theme.gapTiny)
    y: at.y + 20 + height > parent.height ? at.y - height - 8 : at.y + 20
    width: label.implicitWidth + 2 * Theme.gapSmall
    height: label.implicitHeight + Theme.gapSmall
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line
    onAtChanged: rest.restart()

    Timer { id: rest; interval: 350 }
    Words { id: label; anchors.centerIn: parent; text: tip.words; font.pixelSize: Theme.textSmall }
}
