pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** Finds by name, code, initials of the pinyin and coordinate. */
ColumnLayout {
    id: panel

    required property Session session

    objectName: "searchPanel"
    spacing: 0

    InputField {
        id: field
        objectName: "searchField"
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        placeholderText: qsTr("Name, code, myxq, 114.3 30.6")
        onTextChanged: panel.session.search.text = text
        onAccepted: panel.session.search.show(Math.max(0, list.currentIndex))
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
        Keys.onEscapePressed: text = ""
        onVisibleChanged: if (visible) forceActiveFocus()
        Component.onCompleted: forceActiveFocus()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        visible: panel.session.search.count === 0
        words: field.text === "" ? qsTr("Type a name or a part of one, a code, the first letters of the pinyin (myxq finds 梅园小区), or a coordinate: 114.3 30.6, 30.6N 114.3E gcj02, 529254 3386218 EPSG:4547.")
             : panel.session.search.isPreparing ? qsTr("Looking…") : qsTr("Nothing is called “%1”.").arg(field.text)
    }
    ListView {
        id: list
        objectName: "searchList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: panel.session.search
        currentIndex: 0
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: FoundRow {
            width: ListView.view.width
            onClicked: { list.currentIndex = index; panel.session.search.show(index); }
        }
    }
}
