pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu
import Pianqu.Style

/** The layers in their groups, from the top of the map down. */
ListView {
    id: list

    required property LayerTreeModel tree
    required property Session session
    property int dropRow: -1

    objectName: "layerList"
    clip: true
    model: tree
    boundsBehavior: Flickable.StopAtBounds
    interactive: dropRow < 0
    ScrollBar.vertical: ScrollBar { width: Theme.gapSmall }
    delegate: LayerTreeRow {
        width: ListView.view.width
        tree: list.tree
        isDropPlace: list.dropRow === index
        onDragged: y => list.dropRow = list.indexAt(10, y)
        onMenuAsked: { list.tree.currentLayer = key; menu.key = key; menu.popup(); }
        onDropped: { list.tree.move(index, list.dropRow); list.dropRow = -1; }
    }

    CommandMenu {
        id: menu
        property string key
        readonly property string table: list.session.map.tableOf(key)
        list: CommandList {
            session: list.session
            title: ""
            commands: [
                Command { objectName: "menuLayerZoom"; text: qsTr("Zoom to the layer"); onTriggered: list.session.map.fitLayer(menu.key) },
                Command { objectName: "menuLayerOnly"; text: qsTr("Show only this layer"); onTriggered: list.tree.showOnly(menu.key) },
                Command { text: qsTr("Show all layers"); onTriggered: list.tree.showAll() },
                Command { objectName: "menuLayerTable"; startsGroup: true; text: qsTr("Open the table"); enabled: menu.table !== ""; onTriggered: { list.session.table.showTable(menu.table); list.session.frame.showPanel("table"); } },
                Command { text: qsTr("Choose from it…"); enabled: menu.table !== ""; onTriggered: { list.session.map.selection.table = menu.table; list.session.frame.showPanel("select"); } },
                Command { text: qsTr("Change the style…"); onTriggered: list.session.frame.showPanel("style") }
            ]
        }
    }
}
