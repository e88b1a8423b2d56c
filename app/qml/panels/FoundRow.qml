pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** One thing that was found or kept. */
T.ItemDelegate {
    id: row

    required property int index
    required property string name
    required property string detail
    required property string kindText

    objectName: "found-" + index
    implicitHeight: Theme.rowHeight * 1.55
    highlighted: ListView.isCurrentItem

    contentItem: ColumnLayout {
        spacing: 0
        Words { Layout.fillWidth: true; Layout.leftMargin: Theme.gap; Layout.rightMargin: Theme.gap; text: row.name }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            text: row.detail === "" ? row.kindText : row.kindText + " · " + row.detail
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
    }
    background: Rectangle { color: row.highlighted ? Theme.chosen : row.hovered ? Theme.hover : Theme.panel }
}
