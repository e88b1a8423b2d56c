pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu
import Pianqu.Map

/** One layer: a tick, how it looks, its name, how many. */
T.CheckBox {
    id: row

    required property MapLayer mapLayer

    objectName: "layer-" + mapLayer.key
    implicitHeight: Theme.rowHeight
    visible: !mapLayer.isEmpty
    height: visible ? implicitHeight : 0
    checked: mapLayer.isShown
    text: mapLayer.title
    onToggled: row.mapLayer.isShown = row.checked

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
                color: Theme.inkOnAccent
                font.pixelSize: Theme.textTiny
            }
        }
        Swatch {
            mapLayer: row.mapLayer
            opacity: row.checked ? 1 : 0.35
        }
        Words {
            Layout.fillWidth: true
            text: row.text
            color: row.checked ? Theme.text : Theme.muted
        }
        Words {
            Layout.rightMargin: Theme.gap
            text: row.mapLayer.countText
            color: Theme.muted
            font.pixelSize: Theme.textTiny
        }
    }
    background: Rectangle {
        color: row.hovered ? Theme.hover : Theme.panel
    }
}
