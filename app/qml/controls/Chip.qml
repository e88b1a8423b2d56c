pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Pianqu

/** One of a row of filters, with how many it lets through. */
T.Button {
    id: chip

    property string remark: ""

    implicitWidth: label.implicitWidth + 2 * Theme.gapSmall
    implicitHeight: Theme.rowHeight - 4
    focusPolicy: Qt.TabFocus

    contentItem: Words {
        id: label
        text: chip.remark === "" ? chip.text : chip.text + " " + chip.remark
        color: chip.checked ? Theme.accent : Theme.muted
        font.pixelSize: Theme.textSmall
        horizontalAlignment: Text.AlignHCenter
    }
    background: Rectangle {
        radius: height / 2
        color: chip.checked ? Theme.chosen : chip.hovered ? Theme.hover : Theme.panel
        border.width: chip.visualFocus ? 2 : 1
        border.color: chip.checked || chip.visualFocus ? Theme.accent : Theme.line
    }
}
