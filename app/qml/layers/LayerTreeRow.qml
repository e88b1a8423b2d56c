pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** A group, a layer or an entry of its legend. A layer is moved by dragging the dots at its right. */
Rectangle {
    id: row

    required property LayerTreeModel tree
    required property int index
    required property int kind
    required property string key
    required property string title
    required property string countText
    required property int tick
    required property bool isOpen
    required property color fill
    required property color stroke
    required property int shape
    required property string note
    readonly property bool isGroup: kind === LayerTreeModel.Group
    readonly property bool isLayer: kind === LayerTreeModel.Layer
    readonly property bool isOff: tick === LayerTreeModel.Off
    property bool isDropPlace: false
    signal dragged(real y)
    signal dropped()
    signal menuAsked()

    objectName: (isGroup ? "group-" : isLayer ? "layer-" : "entry-") + key
    implicitHeight: Theme.rowHeight
    color: isLayer && tree.currentLayer === key ? Theme.chosen : hover.hovered ? Theme.hover : Theme.panel
    opacity: grip.pressed ? 0.6 : 1

    HoverHandler { id: hover }
    TapHandler {
        onTapped: row.isGroup ? row.tree.toggleOpen(row.index) : row.isLayer ? row.tree.currentLayer = row.key : row.tree.toggle(row.index)
        onDoubleTapped: if (row.isLayer) row.tree.toggleOpen(row.index)
    }
    TapHandler { enabled: row.isLayer; acceptedButtons: Qt.RightButton; onTapped: row.menuAsked() }
    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gapTiny + (row.isGroup ? 0 : row.isLayer ? Theme.gapSmall : Theme.gapLarge + Theme.gap); rightMargin: Theme.gapLarge }
        spacing: Theme.gapTiny + 2
        Words {
            objectName: (row.isGroup ? "groupOpen-" : "open-") + row.key
            Layout.preferredWidth: 12
            visible: row.isGroup || row.isLayer
            text: row.isOpen ? "▾" : "▸"
            color: Theme.muted
            MouseArea { anchors { fill: parent; margins: -6 } onClicked: row.tree.toggleOpen(row.index) }
        }
        GroupTick { objectName: (row.isGroup ? "groupTick-" : "tick-") + row.key; tick: row.tick; onToggled: row.tree.toggle(row.index) }
        LegendSwatch { visible: !row.isGroup; shape: row.shape; fill: row.fill; stroke: row.stroke; opacity: row.isOff ? 0.35 : 1 }
        Words {
            Layout.fillWidth: true
            text: row.title
            color: row.isOff ? Theme.muted : Theme.text
            font.weight: row.isGroup ? Font.DemiBold : Font.Normal
            font.pixelSize: row.isGroup || row.isLayer ? Theme.textBody : Theme.textSmall
        }
        Words { visible: text !== ""; text: row.note; color: Theme.accent; font.pixelSize: Theme.textTiny }
        Words { visible: text !== ""; text: row.countText; color: Theme.muted; font.pixelSize: Theme.textTiny }
    }
    MouseArea {
        id: grip
        objectName: (row.isLayer ? "grip-" : "noGrip-") + row.key
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom; rightMargin: Theme.gapSmall }   // beside the scroll bar
        width: Theme.gap
        visible: row.isLayer
        preventStealing: true
        cursorShape: Qt.SizeVerCursor
        onPositionChanged: mouse => row.dragged(row.y + mouse.y)
        onReleased: row.dropped()
        Words { anchors.centerIn: parent; visible: hover.hovered || grip.pressed; text: "⋮"; color: Theme.muted }
        Tip { words: qsTr("Drag to move the layer in the drawing order"); cursorShape: Qt.SizeVerCursor }
    }
    Rectangle { visible: row.isDropPlace; width: parent.width; height: 2; color: Theme.accent }
}
