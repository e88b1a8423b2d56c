pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu

/** One of a few, side by side. */
RowLayout {
    id: row

    required property list<string> choices
    required property int current
    property string label: ""
    signal chosen(int index)

    spacing: Theme.gapSmall

    Words {
        visible: row.label !== ""
        text: row.label
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    Rectangle {
        implicitWidth: segments.implicitWidth + 2
        implicitHeight: Theme.rowHeight - 2
        radius: Theme.radius
        color: Theme.panel
        border.color: Theme.line
        Row {
            id: segments
            anchors.centerIn: parent
            Repeater {
                model: row.choices
                delegate: T.AbstractButton {
                    id: segment
                    required property string modelData
                    required property int index
                    objectName: row.objectName + "-" + index
                    implicitWidth: words.implicitWidth + 2 * Theme.gapSmall
                    implicitHeight: Theme.rowHeight - 4
                    focusPolicy: Qt.TabFocus
                    onClicked: row.chosen(index)
                    contentItem: Words {
                        id: words
                        text: segment.modelData
                        color: row.current === segment.index ? Theme.inkOnAccent : Theme.text
                        font.pixelSize: Theme.textSmall
                        horizontalAlignment: Text.AlignHCenter
                    }
                    background: Rectangle {
                        radius: Theme.radius - 1
                        color: row.current === segment.index ? Theme.accent : segment.hovered ? Theme.hover : "transparent"
                        border.width: segment.visualFocus ? 2 : 0
                        border.color: Theme.accent
                    }
                }
            }
        }
    }
}
