pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Style

/** Shown, hidden, or some of a group shown. */
Rectangle {
    id: box

    required property int tick
    signal toggled()

    implicitWidth: 14
    implicitHeight: 14
    radius: 3
    color: tick === LayerTreeModel.Off ? Theme.panel : Theme.accent
    border.color: tick === LayerTreeModel.Off ? Theme.muted : Theme.accent

    Words {
        anchors.centerIn: parent
        visible: box.tick !== LayerTreeModel.Off
        text: box.tick === LayerTreeModel.Some ? "–" : "✓"
        color: Theme.inkOnAccent
        font.pixelSize: Theme.textTiny
    }
    MouseArea { anchors { fill: parent; margins: -5 } onClicked: box.toggled() }
}
