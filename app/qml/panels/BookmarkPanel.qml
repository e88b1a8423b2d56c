pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** Places that people come back to; kept in the project. */
ColumnLayout {
    id: panel

    required property Session session

    objectName: "bookmarkPanel"
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        spacing: Theme.gapTiny
        InputField {
            id: field
            objectName: "bookmarkField"
            Layout.fillWidth: true
            placeholderText: qsTr("Name of this view")
            onAccepted: { panel.session.bookmarks.add(text); text = ""; }
        }
        PlainButton {
            objectName: "bookmarkAdd"
            text: qsTr("Keep")
            enabled: panel.session.project.canEdit
            onClicked: { panel.session.bookmarks.add(field.text); field.text = ""; }
        }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        visible: panel.session.bookmarks.count === 0
        words: qsTr("No bookmark yet. Move the map to a place and keep it under a name; everybody who opens the project finds it here.")
    }
    ListView {
        objectName: "bookmarkList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: panel.session.bookmarks
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: BookmarkRow {
            width: ListView.view.width
            canEdit: panel.session.project.canEdit
            onClicked: panel.session.bookmarks.show(index)
            onRenamed: text => panel.session.bookmarks.rename(index, text)
            onRemoved: panel.session.bookmarks.remove(index)
        }
    }
}
