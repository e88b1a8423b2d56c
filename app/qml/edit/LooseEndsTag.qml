pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** How many loose ends there are. */
Rectangle {
    id: tag

    required property LooseEndsModel looseEnds

    objectName: "looseEndsTag"
    visible: looseEnds.isShown
    implicitWidth: words.implicitWidth + 2 * Theme.gap
    implicitHeight: Theme.rowHeight
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line

    Words {
        id: words
        anchors.centerIn: parent
        text: tag.looseEnds.text
        font.pixelSize: Theme.textSmall
    }
}
