pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu
import Pianqu.Style

/** The layers in their groups, from the top of the map down. */
ListView {
    id: list

    required property LayerTreeModel tree
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
        onDropped: { list.tree.move(index, list.dropRow); list.dropRow = -1; }
    }
}
