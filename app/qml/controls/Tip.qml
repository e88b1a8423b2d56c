pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic

/** What an item without words does, said when the pointer rests on it. */
HoverHandler {
    id: tip

    required property string words

    cursorShape: Qt.PointingHandCursor
    onHoveredChanged: if (!hovered) parent.ToolTip.hide()
    onPointChanged: if (hovered) wait.restart()

    property Timer wait: Timer {
        interval: 500
        onTriggered: if (tip.hovered) tip.parent.ToolTip.show(tip.words)
    }
}
