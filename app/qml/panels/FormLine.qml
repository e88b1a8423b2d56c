pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** One attribute: words, value, unit. Where it may be edited it is a field or a choice; else it is text. */
RowLayout {
    id: line

    required property string label
    required property string value
    required property string unit
    required property string field
    required property string raw
    required property var choices
    required property bool isEditable
    readonly property bool isChoice: choices.length > 0
    signal edited(text: string)

    spacing: Theme.gapTiny

    Words {
        Layout.preferredWidth: 104
        text: line.label
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    Words {
        Layout.fillWidth: true
        visible: !line.isEditable
        text: line.value === "" ? "–" : line.value
        wrapMode: Text.Wrap
        font.features: { "tnum": 1 }
        horizontalAlignment: Text.AlignRight
    }
    Loader {
        Layout.fillWidth: true
        active: line.isEditable
        visible: active
        sourceComponent: line.isChoice ? choice : input
    }
    Words {
        visible: line.unit !== ""
        text: line.unit
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    Component {
        id: input
        InputField {
            objectName: "field-" + line.field
            implicitHeight: Theme.rowHeight
            text: line.raw
            horizontalAlignment: Text.AlignRight
            onEditingFinished: if (text !== line.raw) line.edited(text)
            Keys.onEscapePressed: text = line.raw
        }
    }
    Component {
        id: choice
        ChoiceBox {
            objectName: "field-" + line.field
            implicitHeight: Theme.rowHeight
            model: line.choices
            textRole: "text"
            valueRole: "code"
            currentIndex: line.choices.findIndex(each => each.code === line.raw)
            onActivated: line.edited(currentValue)
        }
    }
}
