pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** The classes of the chosen layer: from which attribute, how they are cut, their colours and labels. */
ColumnLayout {
    id: panel

    required property StyleController look
    readonly property StyleEditor editor: look.editor

    spacing: Theme.gapTiny

    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gapLarge
        visible: !panel.editor.canEdit
        words: qsTr("Choose a layer in the list to change how it looks.")
    }
    StyleChoices {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        visible: panel.editor.canEdit
        editor: panel.editor
        title: panel.look.current ? panel.look.current.title : ""
    }
    HistogramBars {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        Layout.rightMargin: Theme.gapSmall
        visible: panel.editor.canEdit && panel.editor.isNumeric && bars.length > 0
        bars: panel.editor.bars
        breaks: panel.editor.breaks
        lowText: panel.editor.lowText
        highText: panel.editor.highText
    }
    ListView {
        objectName: "classList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: panel.editor.canEdit
        clip: true
        model: panel.editor
        spacing: 2
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: ClassRow {
            width: ListView.view.width
            editor: panel.editor
            onColourRequested: now => { colours.row = index; colours.selectedColor = now; colours.open(); }
        }
    }
    Item { Layout.fillHeight: true; visible: !panel.editor.canEdit }
    RowLayout {
        Layout.margins: Theme.gapSmall
        visible: panel.editor.canEdit
        PlainButton { objectName: "styleReset"; visible: panel.editor.isOwn; text: qsTr("As shipped"); onClicked: panel.editor.reset() }
        Item { Layout.fillWidth: true }
        PlainButton { objectName: "styleExport"; text: qsTr("Export…"); onClicked: exportDialog.open() }
    }
    ColorDialog {
        id: colours
        property int row: -1
        options: ColorDialog.ShowAlphaChannel
        onAccepted: panel.editor.setColour(row, selectedColor)
    }
    FileDialog {
        id: exportDialog
        title: qsTr("Export the style of this layer")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("QGIS style (*.qml)"), qsTr("Styled layer descriptor (*.sld)")]
        onAccepted: panel.look.exportCurrent(selectedFile)
    }
}
