pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Map

/** What is on the map; from the ground up. */
Panel {
    id: panel

    required property MapController map

    title: qsTr("Layers")

    ListView {
        objectName: "layerList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: panel.map.layers
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: LayerRow {
            width: ListView.view.width
        }
    }
}
