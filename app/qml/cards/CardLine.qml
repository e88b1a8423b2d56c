pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** A line of a form: words on the left, what is filled in on the right. */
RowLayout {
    id: line

    required property string label
    default property alias content: slot.data

    spacing: Theme.gapSmall
    Layout.fillWidth: true

    Words {
        Layout.preferredWidth: 140 * Theme.scale
        text: line.label
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    RowLayout {
        id: slot
        Layout.fillWidth: true
        spacing: Theme.gapSmall
    }
}
