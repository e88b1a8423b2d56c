pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** What mouse and keys do that no menu has: [[words, keys], ...]. */
ColumnLayout {
    id: column

    required property string title
    required property var lines

    spacing: 2

    Words { text: column.title; font.weight: Font.DemiBold; bottomPadding: Theme.gapTiny }
    Repeater {
        model: column.lines
        delegate: ShortcutLine {
            required property var modelData
            Layout.fillWidth: true
            words: modelData[0]
            keys: modelData[1]
        }
    }
}
