pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** One control in its states, side by side. */
RowLayout {
    id: group

    required property string title
    default property alias content: row.data

    spacing: Theme.gap

    Words { Layout.preferredWidth: 120; text: group.title; color: Theme.muted }
    RowLayout {
        id: row
        spacing: Theme.gap
    }
}
