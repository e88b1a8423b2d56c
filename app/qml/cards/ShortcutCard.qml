pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** Every command with its keys, from the same lists as the menus; and what mouse and keys do on the map. */
Card {
    id: card

    required property list<CommandList> lists

    objectName: "shortcutsCard"
    width: Math.min(860 * Theme.scale, parent ? parent.width - 40 : 860)
    height: Math.min(740 * Theme.scale, parent ? parent.height - 40 : 620)
    heading: qsTr("Keys")
    answer: qsTr("Close")
    hasCancel: false

    Flickable {
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: columns.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Row {
            id: columns
            readonly property real columnWidth: (width - 2 * spacing) / 3
            width: parent.width
            spacing: Theme.gapLarge
            Column {
                spacing: Theme.gapLarge
                ShortcutList { width: columns.columnWidth; list: card.lists[0] }
                ShortcutList { width: columns.columnWidth; list: card.lists[3] }
                GestureList {
                    width: columns.columnWidth
                    title: qsTr("On the map")
                    lines: [[qsTr("Move"), qsTr("drag")], [qsTr("Zoom at the pointer"), qsTr("wheel")], [qsTr("Zoom in"), qsTr("double click")], [qsTr("Choose"), qsTr("click")],
                            [qsTr("North up"), qsTr("click the arrow")], [qsTr("Finish a drawing"), "Enter"], [qsTr("Take back a corner"), "Backspace"], [qsTr("Leave a tool"), "Esc"]]
                }
            }
            Column {
                spacing: Theme.gapLarge
                ShortcutList { width: columns.columnWidth; list: card.lists[1] }
                GestureList {
                    width: columns.columnWidth
                    title: qsTr("Tools beside the map")
                    lines: [[qsTr("Select and move the map"), "V"], [qsTr("Paint"), "B"], [qsTr("Draw a boundary"), "D"], [qsTr("Reshape"), "R"], [qsTr("Corners"), "C"], [qsTr("Split"), "S"],
                            [qsTr("Cut along roads"), "K"], [qsTr("Merge a neighbour"), "M"], [qsTr("Absorb a gap"), "G"], [qsTr("Loose ends"), "U"], [qsTr("Next unassigned unit"), "N"],
                            [qsTr("Assistant"), "A"], [qsTr("Options"), "O"]]
                }
            }
            Column {
                spacing: Theme.gapLarge
                ShortcutList { width: columns.columnWidth; list: card.lists[2] }
                ShortcutList { width: columns.columnWidth; list: card.lists[4] }
            }
        }
    }
}
