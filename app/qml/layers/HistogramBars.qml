pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** How often each value occurs, with the bounds of the classes. */
Item {
    id: chart

    required property list<var> bars
    required property list<var> breaks
    required property string lowText
    required property string highText

    objectName: "histogram"
    implicitHeight: 74

    Row {
        id: columns
        width: parent.width
        height: parent.height - 16
        Repeater {
            model: chart.bars
            delegate: Item {
                required property real modelData
                width: columns.width / Math.max(1, chart.bars.length)
                height: columns.height
                Rectangle { anchors.bottom: parent.bottom; width: parent.width - 1; height: Math.max(parent.modelData > 0 ? 1 : 0, parent.modelData * parent.height); color: Theme.muted }
            }
        }
    }
    Repeater {
        model: chart.breaks
        delegate: Rectangle {
            required property real modelData
            x: Math.round(modelData * chart.width)
            width: 1
            height: columns.height
            color: Theme.accent
        }
    }
    Rectangle { y: columns.height; width: parent.width; height: 1; color: Theme.line }
    Words { anchors { left: parent.left; bottom: parent.bottom } text: chart.lowText; color: Theme.muted; font.pixelSize: Theme.textTiny }
    Words { anchors { right: parent.right; bottom: parent.bottom } text: chart.highText; color: Theme.muted; font.pixelSize: Theme.textTiny }
}
