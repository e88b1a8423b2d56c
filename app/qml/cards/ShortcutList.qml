pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** The commands of one menu that have keys. */
ColumnLayout {
    id: column

    required property CommandList list

    spacing: 2

    Words { text: column.list.title; font.weight: Font.DemiBold; bottomPadding: Theme.gapTiny }
    Repeater {
        model: column.list.commands
        delegate: ShortcutLine {
            required property Command modelData
            Layout.fillWidth: true
            visible: keys !== ""
            words: modelData.text
            keys: modelData.keys !== "" ? modelData.keys : KeyNames.textOf(modelData.shortcut)
        }
    }
}
