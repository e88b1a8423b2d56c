pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Pianqu
import Pianqu.Desk

/** Files and addresses that lie on the map without being imported. */
ColumnLayout {
    id: list

    required property Session session
    readonly property OverlayModel overlays: session.overlays
    property int open: -1

    function openMenu(row: OverlayRow) {
        menu.row = row.index;
        menu.isAbove = row.isAbove;
        menu.isAddress = row.isAddress;
        menu.canMoveUp = overlays.canMove(row.index, true);
        menu.canMoveDown = overlays.canMove(row.index, false);
        menu.popup();
    }

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapTiny
        spacing: 0
        Words { Layout.fillWidth: true; text: qsTr("Overlays"); font.weight: Font.DemiBold }
        FlatButton { objectName: "overlayFile"; isSmall: true; text: qsTr("File…"); tip: qsTr("Lays a file on the map without importing it"); onClicked: files.open() }
        FlatButton { objectName: "overlayAddress"; isSmall: true; text: qsTr("Address…"); tip: qsTr("A base map of a server: XYZ, WMTS, WMS, COG"); onClicked: list.session.frame.openCard("address") }
    }
    Words {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        Layout.topMargin: 0
        visible: list.overlays.count === 0
        text: qsTr("Drag a drawing, a shapefile or a scanned map onto the map to look at it without importing it.")
        color: Theme.muted
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
    ListView {
        id: view
        objectName: "overlayList"
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapTiny
        implicitHeight: Math.min(contentHeight, 7 * Theme.rowHeight)
        visible: list.overlays.count > 0
        clip: true
        verticalLayoutDirection: ListView.BottomToTop   // as they lie on the map
        model: list.overlays
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { width: Theme.gapSmall }
        delegate: OverlayRow {
            width: ListView.view.width
            overlays: list.overlays
            isOpen: list.open === index
            onOpened: list.open = isOpen ? -1 : index
            onMenuAsked: list.openMenu(this)
            onColourAsked: { colours.row = index; colours.selectedColor = colour; colours.open(); }
            onLocateAsked: { place.row = index; place.open(); }
        }
    }
    CommandMenu {
        id: menu
        property int row: -1
        property bool isAbove: true
        property bool isAddress: false
        property bool canMoveUp: false
        property bool canMoveDown: false
        list: CommandList {
            session: list.session
            title: ""
            commands: [
                Command { text: qsTr("Zoom to it"); onTriggered: list.overlays.zoomTo(menu.row) },
                Command { objectName: "overlayUp"; text: qsTr("Move up"); enabled: menu.canMoveUp; onTriggered: list.overlays.move(menu.row, true) },
                Command { objectName: "overlayDown"; text: qsTr("Move down"); enabled: menu.canMoveDown; onTriggered: list.overlays.move(menu.row, false) },
                Command { text: menu.isAbove ? qsTr("Put under the layers") : qsTr("Put over the layers"); onTriggered: list.overlays.setAbove(menu.row, !menu.isAbove) },
                Command { text: qsTr("Choose another file…"); enabled: !menu.isAddress; onTriggered: { place.row = menu.row; place.open(); } },
                Command { objectName: "overlayRemove"; startsGroup: true; text: qsTr("Take off the map"); onTriggered: list.overlays.remove(menu.row) }
            ]
        }
    }
    FileDialog {
        id: files
        title: qsTr("Files to show on the map")
        fileMode: FileDialog.OpenFiles
        onAccepted: list.overlays.add(selectedFiles)
    }
    FileDialog {
        id: place
        property int row: -1
        title: qsTr("Where the file is now")
        onAccepted: list.overlays.locate(row, selectedFile)
    }
    ColorDialog {
        id: colours
        property int row: -1
        onAccepted: list.overlays.setColour(row, selectedColor)
    }
}
