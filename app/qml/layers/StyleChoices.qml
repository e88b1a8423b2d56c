pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** How the classes of a layer are made: attribute, method, number, colours; and the text beside its features. */
GridLayout {
    id: choices

    required property StyleEditor editor
    required property string title
    readonly property list<string> methods: [qsTr("One symbol"), qsTr("Categories"), qsTr("Natural breaks"), qsTr("Equal counts"), qsTr("Equal steps"), qsTr("Rounded steps")]

    columns: 2
    columnSpacing: Theme.gapSmall
    rowSpacing: Theme.gapTiny

    Words { Layout.columnSpan: 2; Layout.fillWidth: true; text: choices.title; font.weight: Font.DemiBold }
    Words { text: qsTr("Attribute"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    ChoiceBox {
        objectName: "styleField"
        Layout.fillWidth: true
        model: choices.editor.fieldTitles
        currentIndex: choices.editor.field
        onActivated: index => choices.editor.field = index
    }
    Words { text: qsTr("Classes"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny
        ChoiceBox {
            objectName: "styleMethod"
            Layout.fillWidth: true
            model: choices.methods
            currentIndex: choices.editor.method
            onActivated: index => choices.editor.method = index
        }
        ChoiceBox {
            objectName: "styleCount"
            Layout.preferredWidth: 56
            visible: choices.editor.isNumeric && choices.editor.method >= StyleEditor.Natural
            model: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
            currentIndex: choices.editor.classCount - 2
            onActivated: index => choices.editor.classCount = index + 2
        }
    }
    Words { text: qsTr("Colours"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    ChoiceBox {
        objectName: "stylePalette"
        Layout.fillWidth: true
        model: choices.editor.paletteTitles
        currentIndex: choices.editor.palette
        onActivated: index => choices.editor.palette = index
    }
    Words { text: qsTr("Label"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny
        SmallField { objectName: "styleLabel"; Layout.fillWidth: true; placeholderText: "{name}"; value: choices.editor.label; onCommitted: text => choices.editor.label = text }
        SmallField {
            objectName: "styleLabelSize"
            Layout.preferredWidth: 40
            horizontalAlignment: TextInput.AlignRight
            validator: DoubleValidator { bottom: 0; top: 20; notation: DoubleValidator.StandardNotation }
            value: choices.editor.labelSizeMm.toFixed(1)
            onCommitted: text => choices.editor.labelSizeMm = Number(text)
        }
        Words { text: "mm"; color: Theme.muted; font.pixelSize: Theme.textSmall }
    }
}
