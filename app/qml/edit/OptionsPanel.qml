pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** Options of the plan: shown together on the map, compared in a table, frozen as a version, diffed building by building. */
RowLayout {
    id: panel

    required property OptionsController options
    required property ProjectController project

    objectName: "optionsPanel"
    spacing: 0
    Component.onCompleted: options.reload()

    ColumnLayout {
        Layout.preferredWidth: 300
        Layout.maximumWidth: 300
        Layout.fillHeight: true
        spacing: Theme.gapSmall
        ListView {
            objectName: "optionList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: panel.options
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            delegate: OptionRow {
                width: ListView.view.width
                canEdit: panel.project.canEdit && !panel.project.isBusy
                onShownToggled: panel.options.setShown(name, !isShown)
                onTakeRequested: panel.options.take(name)
                onDiffRequested: panel.options.compareWith(name)
                onRemoveRequested: panel.options.remove(name)
            }
        }
        RowLayout {
            Layout.margins: Theme.gapSmall
            spacing: Theme.gapSmall
            TextField {
                id: nameField
                objectName: "optionNameField"
                Layout.fillWidth: true
                implicitHeight: Theme.controlHeight
                placeholderText: panel.options.nextName
                placeholderTextColor: Theme.muted
                color: Theme.text
                font.family: Theme.family
                font.pixelSize: Theme.textBody
                background: Rectangle { radius: Theme.radius; color: Theme.panel; border.color: nameField.activeFocus ? Theme.accent : Theme.line }
            }
            PlainButton {
                objectName: "keepOptionButton"
                text: qsTr("Copy plan")
                enabled: panel.project.canEdit
                onClicked: { panel.options.keep(nameField.text === "" ? panel.options.nextName : nameField.text); nameField.clear(); }
            }
            PlainButton {
                objectName: "freezeOptionButton"
                text: qsTr("Freeze")
                enabled: panel.project.canEdit && nameField.text !== ""
                onClicked: { panel.options.freeze(nameField.text); nameField.clear(); }
            }
        }
    }
    Rectangle { Layout.fillHeight: true; implicitWidth: 1; color: Theme.line }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: 0
        LedgerGrid {
            objectName: "optionComparison"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(implicitHeight, panel.height / 2)
            Layout.fillHeight: panel.options.differenceText === ""
            table: panel.options.comparison
        }
        Words {
            objectName: "optionDifferenceText"
            Layout.fillWidth: true
            Layout.margins: Theme.gapSmall
            visible: text !== ""
            text: panel.options.differenceText
            font.weight: Font.DemiBold
        }
        LedgerGrid {
            objectName: "optionDifference"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: panel.options.differenceText !== ""
            table: panel.options.difference
        }
    }
}
