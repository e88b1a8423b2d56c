pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** One line of a menu: tick, words, keys. */
MenuItem {
    id: item

    property bool startsGroup: false

    implicitHeight: Theme.rowHeight + (startsGroup ? Theme.gapSmall : 0)
    topPadding: startsGroup ? Theme.gapSmall : 0
    bottomPadding: 0
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gap
    opacity: enabled ? 1 : 0.42
    indicator: null
    arrow: null

    contentItem: RowLayout {
        spacing: Theme.gapSmall
        Words {
            Layout.preferredWidth: 14
            text: item.checked ? "✓" : ""
            color: Theme.accent
        }
        Words {
            Layout.fillWidth: true
            text: item.text
        }
        Words {
            text: item.action ? KeyNames.textOf(item.action.shortcut) : ""
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
    }
    background: Rectangle {
        color: "transparent"
        Rectangle {
            anchors { fill: parent; topMargin: item.topPadding }
            radius: Theme.radius
            color: item.highlighted ? Theme.hover : "transparent"
        }
        Rectangle {
            y: 3
            width: parent.width
            height: 1
            visible: item.startsGroup
            color: Theme.line
        }
    }
}
