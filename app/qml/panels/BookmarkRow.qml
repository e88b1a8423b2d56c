pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** A bookmark: a click goes there, a double click renames it. */
T.ItemDelegate {
    id: row

    required property int index
    required property string name
    required property string scaleText
    required property bool canEdit
    property bool isRenaming: false
    signal renamed(text: string)
    signal removed()

    objectName: "bookmark-" + index
    implicitHeight: Theme.rowHeight + Theme.gapTiny
    onDoubleClicked: isRenaming = canEdit

    contentItem: RowLayout {
        spacing: Theme.gapSmall
        Words { Layout.fillWidth: true; Layout.leftMargin: Theme.gap; visible: !row.isRenaming; text: row.name }
        InputField {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapSmall
            implicitHeight: Theme.rowHeight - 2
            visible: row.isRenaming
            text: row.name
            onVisibleChanged: if (visible) { forceActiveFocus(); selectAll(); }
            onEditingFinished: { row.isRenaming = false; row.renamed(text); }
        }
        Words { text: row.scaleText; color: Theme.muted; font.pixelSize: Theme.textSmall }
        FlatButton { Layout.rightMargin: Theme.gapTiny; isSmall: true; text: "×"; tip: qsTr("Delete the bookmark"); enabled: row.canEdit; onClicked: row.removed() }
    }
    background: Rectangle { color: row.hovered ? Theme.hover : Theme.panel }
}
