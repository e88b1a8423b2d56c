pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** The longitudinal profile. Pointing at it marks the place on the map, a double click goes there; pointing at the map marks the place here. */
ColumnLayout {
    id: panel

    required property PipeController pipes

    objectName: "profilePanel"
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        spacing: Theme.gap
        Words { objectName: "profileMarkText"; Layout.fillWidth: true; text: panel.pipes.markText; color: Theme.muted; font.pixelSize: Theme.textSmall }
        SmallSlider { id: zoom; objectName: "profileZoom"; visible: panel.pipes.hasProfile; from: 1.5; to: 8; value: 3 }
        PlainButton { objectName: "profileExport"; visible: panel.pipes.hasProfile; text: qsTr("Export…"); onClicked: exportDialog.open() }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gapLarge
        visible: !panel.pipes.hasProfile
        words: qsTr("No profile yet. Click a drain on the map and choose a profile under Pipes.")
    }
    Flickable {
        id: paper
        objectName: "profilePaper"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: panel.pipes.picture.widthMm * zoom.value
        contentHeight: panel.pipes.picture.heightMm * zoom.value
        ScrollBar.horizontal: ScrollBar {}
        ScrollBar.vertical: ScrollBar {}

        Rectangle { visible: panel.pipes.hasProfile; width: paper.contentWidth; height: paper.contentHeight; color: "white" }
        PictureItem {
            objectName: "profilePicture"
            x: paper.contentX
            y: paper.contentY
            width: paper.width
            height: paper.height
            source: panel.pipes.picture
            pixelsPerMm: zoom.value
            offset: Qt.point(paper.contentX, paper.contentY)
            family: Theme.family
        }
        Rectangle {
            objectName: "profileMark"
            visible: panel.pipes.markMm >= 0
            x: panel.pipes.markMm * zoom.value
            width: 1
            height: paper.contentHeight
            color: Theme.danger
        }
        HoverHandler {
            onPointChanged: panel.pipes.pointAt(point.position.x / zoom.value)
            onHoveredChanged: if (!hovered) panel.pipes.leave()
        }
        TapHandler { onDoubleTapped: eventPoint => panel.pipes.goTo(eventPoint.position.x / zoom.value) }
    }
    FileDialog {
        id: exportDialog
        title: qsTr("Export the profile")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("PDF (*.pdf)"), qsTr("SVG (*.svg)")]
        onAccepted: panel.pipes.exportProfile(selectedFile)
    }
}
