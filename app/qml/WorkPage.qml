pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model
import Pianqu.Tiles

/** Map in the middle, layers on the left, districts and the clicked feature on the right. */
RowLayout {
    id: page

    required property ProjectController project
    required property MapController map
    required property DistrictModel districts
    required property InspectorModel inspector
    required property BaseMapController baseMap
    signal renameRequested()
    signal removeRequested()

    spacing: 1

    Rectangle {
        Layout.preferredWidth: Theme.sidePanel
        Layout.fillHeight: true
        color: Theme.panel
        LayerPanel {
            anchors.fill: parent
            map: page.map
        }
    }
    MapPane {
        objectName: "mapPane"
        Layout.fillWidth: true
        Layout.fillHeight: true
        map: page.map
        baseMap: page.baseMap
    }
    Rectangle {
        Layout.preferredWidth: Theme.dataPanel
        Layout.fillHeight: true
        color: Theme.panel
        ColumnLayout {
            anchors.fill: parent
            spacing: 0
            DistrictPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                project: page.project
                map: page.map
                districts: page.districts
                onRenameRequested: page.renameRequested()
                onRemoveRequested: page.removeRequested()
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                color: Theme.line
            }
            InspectorPanel {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredHeight: page.inspector.hasFeature ? Math.max(160, page.height * 0.34) : 104
                inspector: page.inspector
            }
        }
    }
}
