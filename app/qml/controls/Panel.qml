pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** A titled block of a side panel; without a title its line is left out. */
ColumnLayout {
    id: panel

    required property string title
    property string remark: ""
    default property alias content: body.data

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.controlHeight + Theme.gapSmall
        visible: panel.title !== ""
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        Words {
            text: panel.title
            font.pixelSize: Theme.textHead
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            text: panel.remark
            color: Theme.muted
            font.pixelSize: Theme.textSmall
            horizontalAlignment: Text.AlignRight
        }
    }
    ColumnLayout {
        id: body
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 0
    }
}
