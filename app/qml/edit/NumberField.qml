pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** A number with a label and a unit. `entered` is sent while it is typed; `shown` is what stands there when nobody types. */
RowLayout {
    id: row

    property string label: ""
    property string unit: ""
    property string shown: ""
    property alias text: input.text
    property alias field: input
    property real fieldWidth: 72
    signal entered(string value)

    spacing: Theme.gapTiny

    Words {
        visible: row.label !== ""
        text: row.label
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    TextField {
        id: input
        Layout.preferredWidth: row.fieldWidth
        implicitHeight: Theme.rowHeight - 2
        leftPadding: Theme.gapTiny + 2
        rightPadding: Theme.gapTiny
        topPadding: 0
        bottomPadding: 0
        color: Theme.text
        placeholderText: row.shown
        placeholderTextColor: Theme.muted
        font.family: Theme.family
        font.pixelSize: Theme.textSmall
        selectByMouse: true
        verticalAlignment: TextInput.AlignVCenter
        onTextEdited: row.entered(text)
        background: Rectangle {
            radius: 4
            color: Theme.panel
            border.color: input.activeFocus ? Theme.accent : Theme.line
        }
    }
    Words {
        visible: row.unit !== ""
        text: row.unit
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
}
