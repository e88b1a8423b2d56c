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
        contentHeight: flow.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Flow {
            id: flow
            width: parent.width
            spacing: Theme.gapLarge
            Repeater {
                model: card.lists
                delegate: ShortcutList {
                    required property CommandList modelData
                    width: (flow.width - 2 * Theme.gapLarge) / 3
                    list: modelData
                }
            }
            ColumnLayout {
                width: (flow.width - 2 * Theme.gapLarge) / 3
                spacing: 2
                Words { text: qsTr("On the map"); font.weight: Font.DemiBold; bottomPadding: Theme.gapTiny }
                Repeater {
                    model: [[qsTr("Move"), qsTr("drag")], [qsTr("Zoom at the pointer"), qsTr("wheel")], [qsTr("Zoom in"), qsTr("double click")], [qsTr("Choose"), qsTr("click")],
                            [qsTr("North up"), qsTr("click the arrow")], [qsTr("Finish a drawing"), "Enter"], [qsTr("Take back a corner"), "Backspace"], [qsTr("Leave a tool"), "Esc"]]
                    delegate: ShortcutLine {
                        required property var modelData
                        Layout.fillWidth: true
                        words: modelData[0]
                        keys: modelData[1]
                    }
                }
            }
        }
    }
}
