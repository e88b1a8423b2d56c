pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Pianqu

/** Files before they come in: what each holds, how its text and coordinates were judged and why, and a way to overrule that. */
Card {
    id: card

    required property Session session
    property int current: 0

    objectName: "importCard"
    width: Math.min(900 * Theme.scale, parent ? parent.width - 40 : 900)
    height: Math.min(640 * Theme.scale, parent ? parent.height - 40 : 640)
    heading: qsTr("Import files")
    answer: session.imports.isReading ? qsTr("Reading…") : list.count === 0 ? qsTr("Take files") : qsTr("Take %n files", "", list.readyCount)
    canAccept: session.imports.canCommit
    onAccepted: { session.frame.showPanel("tasks"); session.imports.commit(); }
    onClosed: if (session.project.isOpen) session.imports.clear()

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap
        ColumnLayout {
            Layout.fillWidth: list.count === 0
            Layout.preferredWidth: 280 * Theme.scale
            Layout.fillHeight: true
            EmptyState {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapLarge
                visible: list.count === 0
                words: qsTr("Drop files on the window, or choose them. Nothing is written before you say so.")
            }
            ListView {
                id: list
                objectName: "importList"
                readonly property int readyCount: card.session.imports.readyCount
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                model: card.session.imports
                currentIndex: card.current
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                delegate: ImportRow {
                    width: ListView.view.width
                    highlighted: card.current === index
                    onClicked: card.current = index
                    onRemoved: card.session.imports.remove(index)
                }
            }
            PlainButton { objectName: "importAdd"; text: qsTr("Add files…"); onClicked: fileDialog.open() }
        }
        Rectangle { Layout.fillHeight: true; implicitWidth: 1; visible: list.count > 0; color: Theme.line }
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: list.count > 0
            active: list.currentItem !== null && list.count > 0
            sourceComponent: ImportPreview {
                session: card.session
                row: card.current
                file: list.currentItem as ImportRow
            }
        }
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Files to import")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Data (*.shp *.gpkg *.geojson *.json *.fgb *.kml *.dxf *.tab *.mif *.osm *.pbf *.csv *.xlsx)")]
        onAccepted: card.session.imports.add(selectedFiles)
    }
}
