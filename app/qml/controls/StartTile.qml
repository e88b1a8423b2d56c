pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** A large button of the start page with a line that says what it leads to. */
T.Button {
    id: tile

    property bool isMain: false
    property string remark: ""

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    implicitHeight: 112 * Theme.scale
    padding: Theme.gap
    focusPolicy: Qt.TabFocus

    contentItem: ColumnLayout {
        spacing: Theme.gapTiny
        Words {
            Layout.fillWidth: true
            text: tile.text
            color: tile.isMain ? Theme.inkOnAccent : Theme.text
            font.pixelSize: Theme.textHead
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: tile.remark
            color: tile.isMain ? Theme.inkOnAccent : Theme.muted
            font.pixelSize: Theme.textSmall
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignTop
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: tile.isMain ? (tile.hovered ? Qt.lighter(Theme.accent, 1.12) : Theme.accent) : tile.hovered ? Theme.hover : Theme.panel
        border.width: tile.visualFocus ? 2 : 1
        border.color: tile.visualFocus ? Theme.accent : tile.isMain ? color : Theme.line
    }
}
