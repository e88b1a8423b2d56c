pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** The districts of the plan, and the ledger of the chosen one. */
Panel {
    id: panel

    required property Session session
    readonly property ProjectController project: session.project
    readonly property MapController map: session.map
    readonly property DistrictModel districts: session.districts

    title: ""   // the tab says it, and the line below the list how many there are

    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        visible: panel.districts.count === 0
        words: qsTr("No districts yet. Draw one, or merge old estates into districts (Ctrl+M).")
        action: panel.project.canEdit ? qsTr("Merge…") : ""
        onActed: panel.session.frame.openCard("merge")
    }
    Item {
        Layout.fillHeight: true
        visible: panel.districts.count === 0
    }
    ListView {
        objectName: "districtList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 150
        visible: panel.districts.count > 0
        clip: true
        model: panel.districts
        currentIndex: panel.districts.currentIndex
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: DistrictRow {
            width: ListView.view.width
            districts: panel.districts
            onClicked: panel.map.fitDistrict(uid)
        }
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; visible: panel.districts.count > 0; color: Theme.line }
    Words {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        Layout.leftMargin: Theme.gap
        visible: text !== ""
        text: panel.districts.totalText
        color: Theme.muted
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: implicitHeight
        Layout.margins: Theme.gap
        visible: panel.districts.hasCurrent
        spacing: Theme.gapSmall
        Words {
            Layout.fillWidth: true
            text: panel.districts.currentCode + "  " + panel.districts.currentName
            font.weight: Font.DemiBold
        }
        RowLayout {
            spacing: Theme.gapSmall
            PlainButton {
                objectName: "renameButton"
                enabled: panel.project.canEdit
                text: qsTr("Rename")
                onClicked: panel.session.frame.openCard("rename")
            }
            PlainButton {
                objectName: "pinButton"
                enabled: panel.project.canEdit
                text: panel.districts.isCurrentPinned ? qsTr("Unpin") : qsTr("Pin")
                onClicked: panel.project.pinDistrict(panel.districts.currentUid, !panel.districts.isCurrentPinned)
            }
            PlainButton {
                objectName: "removeButton"
                enabled: panel.project.canEdit
                text: qsTr("Delete")
                isDanger: true
                onClicked: panel.session.frame.openCard("remove")
            }
        }
        Flickable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: figures.implicitHeight
            Layout.maximumHeight: figures.implicitHeight
            contentHeight: figures.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: ScrollBar {}
            FigureList {
                id: figures
                objectName: "districtFigures"
                width: parent.width
                figures: panel.districts.figures
            }
        }
    }
}
