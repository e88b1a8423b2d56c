pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** What is shown while no project is open: a new one, one that is there, the sample, those opened before. Files may be dropped here. */
Rectangle {
    id: page

    required property Session session

    objectName: "startPage"
    color: Theme.window

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.gapLarge
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        ColumnLayout {
            id: column
            x: (parent.width - width) / 2
            y: Math.max(Theme.gapLarge, (page.height - implicitHeight) / 2)
            width: Math.min(page.width - 2 * Theme.gapLarge, 640)
            spacing: Theme.gapLarge
            ColumnLayout {
                spacing: Theme.gapTiny
                Words { text: qsTr("Pianqu"); font.pixelSize: Theme.textTitle; font.weight: Font.DemiBold }
                Words {
                    Layout.fillWidth: true
                    text: qsTr("Old estates become districts, each with its plan and its map.")
                    color: Theme.muted
                    font.pixelSize: Theme.textHead
                    wrapMode: Text.Wrap
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                StartTile {
                    objectName: "startNewButton"
                    isMain: true
                    text: qsTr("New project")
                    remark: qsTr("Name, system, limits of the city; then drop its files in.")
                    onClicked: page.session.frame.openCard("new")
                }
                StartTile {
                    objectName: "startOpenButton"
                    text: qsTr("Open a project…")
                    remark: qsTr("A GeoPackage made by Pianqu. Everything in it is saved as it is edited.")
                    onClicked: page.session.frame.openCard("open")
                }
                StartTile {
                    objectName: "startSampleButton"
                    text: qsTr("Sample city 云梅市")
                    remark: qsTr("50 estates, 160 buildings and their pipes, made up, merged into districts.")
                    onClicked: page.session.desk.openSample()
                }
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("Or drop files here: Shapefile, GeoPackage, GeoJSON, KML, DXF, MapInfo, CSV, XLSX.")
                color: Theme.muted
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: recentColumn.implicitHeight + 2 * Theme.gapSmall
                visible: page.session.project.recent.count > 0
                radius: Theme.radius
                color: Theme.panel
                border.color: Theme.line
                Column {
                    id: recentColumn
                    anchors { fill: parent; margins: Theme.gapSmall }
                    Words { leftPadding: Theme.gap; height: Theme.rowHeight; text: qsTr("Opened before"); color: Theme.muted; font.pixelSize: Theme.textSmall }
                    Repeater {
                        model: page.session.project.recent
                        delegate: RecentRow {
                            width: recentColumn.width
                            onClicked: page.session.project.open(path)
                        }
                    }
                }
            }
        }
    }
}
