pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map

/** Choosing by attributes and by place. What is chosen is the same on the map, in the table and in the form. */
ColumnLayout {
    id: panel

    required property Session session
    readonly property SelectionController selection: session.map.selection
    readonly property var tables: session.table.tables

    function indexOf(name: string): int { return panel.tables.findIndex(each => each.name === name) }

    objectName: "selectPanel"
    spacing: Theme.gapSmall

    RowLayout {
        Layout.margins: Theme.gapSmall
        Layout.bottomMargin: 0
        spacing: Theme.gapSmall
        ChoiceBox {
            objectName: "selectTable"
            Layout.fillWidth: true
            tip: qsTr("What is chosen from")
            model: panel.tables
            textRole: "title"
            valueRole: "name"
            currentIndex: panel.indexOf(panel.selection.table)
            onActivated: panel.selection.table = currentValue
        }
        Words { objectName: "selectCount"; text: qsTr("%n chosen", "", panel.selection.count); color: panel.selection.count > 0 ? Theme.accent : Theme.muted }
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        spacing: Theme.gapTiny
        Repeater {
            model: [{ mode: SelectionController.Replace, words: qsTr("Anew") }, { mode: SelectionController.Add, words: qsTr("Add") }, { mode: SelectionController.Remove, words: qsTr("Take out") },
                    { mode: SelectionController.Keep, words: qsTr("Among the chosen") }]
            delegate: Chip {
                required property var modelData
                objectName: "selectMode-" + modelData.mode
                text: modelData.words
                checked: panel.selection.mode === modelData.mode
                onClicked: panel.selection.mode = modelData.mode
            }
        }
    }
    Words { Layout.leftMargin: Theme.gapSmall; text: qsTr("By attributes"); font.weight: Font.DemiBold }
    InputField {
        id: condition
        objectName: "selectCondition"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        placeholderText: "floors >= 6 and use = '住宅'"
        onAccepted: isWrong = !panel.selection.selectWhere(text)
        onTextEdited: isWrong = false
    }
    RowLayout {
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        spacing: Theme.gapSmall
        ChoiceBox {
            objectName: "selectField"
            Layout.fillWidth: true
            tip: qsTr("Puts the name of an attribute into the condition")
            model: panel.selection.fields
            textRole: "title"
            valueRole: "name"
            displayText: qsTr("Attribute…")
            onActivated: { condition.insert(condition.cursorPosition, currentValue); condition.forceActiveFocus(); }
        }
        PlainButton { objectName: "selectByCondition"; text: qsTr("Choose"); enabled: condition.text.trim() !== ""; onClicked: condition.accepted() }
    }
    Words { Layout.leftMargin: Theme.gapSmall; text: qsTr("By place"); font.weight: Font.DemiBold }
    Words {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        text: panel.selection.count > 0 ? qsTr("Features of another layer that lie inside what is chosen, touch it, or come near it:") : qsTr("Choose something first: a click on the map, Shift and drag, or a condition. What lies in it or near it can be chosen then.")
        color: Theme.muted
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        spacing: Theme.gapTiny
        Chip { objectName: "selectInside"; text: qsTr("Inside"); checked: !panel.selection.isTouching; onClicked: panel.selection.isTouching = false }
        Chip { objectName: "selectTouching"; text: qsTr("Inside or touching"); checked: panel.selection.isTouching; onClicked: panel.selection.isTouching = true }
    }
    RowLayout {
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        spacing: Theme.gapSmall
        Words { text: qsTr("Within, m"); color: Theme.muted; font.pixelSize: Theme.textSmall }
        SmallField {
            objectName: "selectWithin"
            Layout.preferredWidth: 56
            value: panel.selection.withinM > 0 ? panel.selection.withinM : ""
            validator: DoubleValidator { bottom: 0; top: 100000; notation: DoubleValidator.StandardNotation }
            onCommitted: text => panel.selection.withinM = Number(text)
        }
        ChoiceBox {
            id: other
            objectName: "selectOther"
            Layout.fillWidth: true
            model: panel.tables
            textRole: "title"
            valueRole: "name"
            currentIndex: Math.max(0, panel.indexOf("building"))
        }
    }
    PlainButton {
        objectName: "selectByPlace"
        Layout.alignment: Qt.AlignRight
        Layout.rightMargin: Theme.gapSmall
        text: qsTr("Choose")
        enabled: panel.selection.count > 0
        onClicked: panel.selection.selectRelated(other.currentValue)
    }
    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        spacing: Theme.gapTiny
        FlatButton { objectName: "selectAll"; isSmall: true; text: qsTr("All"); onClicked: panel.selection.selectAll() }
        FlatButton { objectName: "selectInvert"; isSmall: true; text: qsTr("Invert"); onClicked: panel.selection.invert() }
        FlatButton { objectName: "selectNone"; isSmall: true; text: qsTr("None"); enabled: panel.selection.count > 0; onClicked: panel.selection.clear() }
        FlatButton { objectName: "selectGo"; isSmall: true; text: qsTr("Go there"); enabled: panel.selection.count > 0; onClicked: panel.session.map.fitSelection() }
        FlatButton { objectName: "selectToTable"; isSmall: true; text: qsTr("In the table"); onClicked: { panel.session.table.showTable(panel.selection.table); panel.session.frame.showPanel("table"); } }
    }
    Item { Layout.fillHeight: true }
}
