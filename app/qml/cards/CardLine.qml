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
        // Beside the first line of what is tall.
        Layout.alignment: Qt.AlignTop
        Layout.minimumHeight: Theme.controlHeight
        Layout.preferredWidth: 140 * Theme.scale
        verticalAlignment: Text.AlignVCenter
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
