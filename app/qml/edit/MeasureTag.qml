pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** Length and bearing of the piece at the pointer, area and perimeter of the whole; beside the pointer. */
Rectangle {
    id: tag

    required property EditController edit

    objectName: "measureTag"
    visible: edit.measureText !== ""
    x: Math.min(edit.pointer.x + 18, parent.width - width - Theme.gapTiny)
    y: Math.min(edit.pointer.y + 20, parent.height - height - Theme.gapTiny)
    width: words.implicitWidth + 2 * Theme.gapSmall
    height: words.implicitHeight + Theme.gapTiny
    radius: 4
    color: Theme.notice
    opacity: 0.9

    Words {
        id: words
        anchors.centerIn: parent
        text: tag.edit.measureText
        color: Theme.inkOnAccent
        font.pixelSize: Theme.textSmall
        font.features: { "tnum": 1 }
    }
}
