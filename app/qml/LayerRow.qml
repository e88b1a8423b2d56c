pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu
import Pianqu.Map

/** One layer: a tick, how it looks, its name, how many. */
T.CheckBox {
    id: row

    required property MapLayer layer

    objectName: "layer-" + layer.key
    implicitHeight: Theme.rowHeight
    visible: !layer.isEmpty
    height: visible ? implicitHeight : 0
    checked: layer.isShown
    text: layer.title
    onToggled: row.layer.isShown = row.checked

    contentItem: RowLayout {
        spacing: Theme.gapSmall
        Rectangle {
            Layout.leftMargin: Theme.gap
            implicitWidth: 14
            implicitHeight: 14
            radius: 3
            color: row.checked ? Theme.accent : Theme.panel
            border.color: row.checked ? Theme.accent : Theme.muted
            Words {
                anchors.centerIn: parent
                visible: row.checked
                text: "✓"
                color: Theme.onAccent
                font.pixelSize: Theme.textTiny
            }
        }
        Swatch {
            layer: row.layer
            opacity: row.checked ? 1 : 0.35
        }
        Words {
            Layout.fillWidth: true
            text: row.text
            color: row.checked ? Theme.text : Theme.muted
        }
        Words {
            Layout.rightMargin: Theme.gap
            text: row.layer.countText
            color: Theme.muted
            font.pixelSize: Theme.textTiny
        }
    }
    background: Rectangle {
        color: row.hovered ? Theme.hover : Theme.panel
    }
}
