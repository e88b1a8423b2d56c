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

    implicitHeight: 52

    contentItem: ColumnLayout {
        spacing: 0
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
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.hovered ? Theme.hover : Theme.panel
    }
}
