pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** What is shown while no project is open. */
Rectangle {
    id: page

    required property ProjectController project
    signal openRequested()

    objectName: "startPage"
    color: Theme.window

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.gapLarge, 560)
        spacing: Theme.gapLarge

        ColumnLayout {
            spacing: Theme.gapTiny
            Words {
                text: qsTr("Pianqu")
                font.pixelSize: Theme.textTitle
                font.weight: Font.DemiBold
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("Old estates become districts, each with its plan and its map.")
                color: Theme.muted
                font.pixelSize: Theme.textHead
                wrapMode: Text.Wrap
            }
        }
        PlainButton {
            objectName: "startOpenButton"
            text: qsTr("Open a project…")
            isMain: true
            onClicked: page.openRequested()
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: recentColumn.implicitHeight + 2 * Theme.gapSmall
            visible: page.project.recent.count > 0
            radius: Theme.radius
            color: Theme.panel
            border.color: Theme.line
            Column {
                id: recentColumn
                anchors { fill: parent; margins: Theme.gapSmall }
                Words {
                    leftPadding: Theme.gap
                    height: Theme.rowHeight
                    text: qsTr("Opened before")
                    color: Theme.muted
                    font.pixelSize: Theme.textSmall
                }
                Repeater {
                    model: page.project.recent
                    delegate: RecentRow {
                        width: recentColumn.width
                        onClicked: page.project.open(path)
                    }
                }
            }
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("No project yet? A sample city is made and imported on the command line:")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        TextEdit {
            Layout.fillWidth: true
            wrapMode: TextEdit.Wrap
            readOnly: true
            selectByMouse: true
            text: "crs=\"CGCS2000 CM 115.5 FE 500000\"\npianqu sample --size S --seed 1 yunmei\n"
                + "pianqu import yunmei.gpkg --project-crs \"$crs\" --crs \"$crs\" yunmei/*.{shp,dxf,xlsx,csv}\n"
                + "pianqu import yunmei.gpkg yunmei/*.geojson\npianqu merge yunmei.gpkg"
            color: Theme.text
            font.family: "Noto Sans Mono CJK SC"
            font.pixelSize: Theme.textBody
        }
    }
}
