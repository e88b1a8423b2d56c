pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** One project that was opened before. */
T.ItemDelegate {
    id: row

    required property string path
    required property string title
    required property string folder

    implicitHeight: Math.round(52 * Theme.scale)

    contentItem: ColumnLayout {
        spacing: 0
        Item { Layout.fillHeight: true }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            text: row.title
        }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            text: row.folder
            color: Theme.muted
            font.pixelSize: Theme.textSmall
            elide: Text.ElideMiddle
        }
        Item { Layout.fillHeight: true }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.hovered ? Theme.hover : Theme.panel
    }
}
