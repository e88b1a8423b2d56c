pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** One district that the assistant would make; ticked when it is to be taken up. */
T.AbstractButton {
    id: row

    required property int index
    required property string code
    required property string name
    required property string remark
    required property bool isTicked
    signal tickRequested()

    objectName: "proposal-" + index
    implicitHeight: content.implicitHeight + Theme.gapSmall
    onClicked: tickRequested()

    contentItem: RowLayout {
        id: content
        spacing: Theme.gapSmall
        TickBox {
            Layout.leftMargin: Theme.gap
            isTicked: row.isTicked
            onClicked: row.tickRequested()
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.gap
            spacing: 0
            Words {
                Layout.fillWidth: true
                text: row.code + "  " + row.name
                color: row.isTicked ? Theme.text : Theme.muted
            }
            Words {
                Layout.fillWidth: true
                text: row.remark
                color: Theme.muted
                font.pixelSize: Theme.textSmall
            }
        }
    }
    background: Rectangle { color: row.hovered ? Theme.hover : Theme.panel }
}
