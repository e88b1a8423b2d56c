pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Pianqu

/** Prints the map of the city or of the chosen district. */
Card {
    id: card

    required property Session session
    readonly property bool isCity: whatBox.currentIndex === 0

    objectName: "sheetCard"
    width: Math.min(460 * Theme.scale, parent ? parent.width - 40 : 460)
    heading: qsTr("Print a sheet")
    answer: qsTr("Choose the file…")
    staysOpen: true
    onAccepted: fileDialog.open()

    CardLine {
        label: qsTr("Sheet of")
        ChoiceBox {
            id: whatBox
            objectName: "sheetWhat"
            Layout.fillWidth: true
            model: [qsTr("The whole city")].concat(card.session.districts.hasCurrent ? [card.session.districts.currentCode + " " + card.session.districts.currentName] : [])
            currentIndex: count - 1
        }
    }
    CardLine { label: qsTr("Theme"); ChoiceBox { id: themeBox; Layout.fillWidth: true; model: [qsTr("The usual one")].concat(card.session.job.themes()) } }
    CardLine { label: qsTr("Paper"); ChoiceBox { id: paperBox; Layout.fillWidth: true; model: [qsTr("As it fits"), "A3", "A2", "A1", "A0"] } }
    Words {
        Layout.fillWidth: true
        visible: !card.session.districts.hasCurrent
        text: qsTr("Choose a district in the list to print its own sheet.")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    FileDialog {
        id: fileDialog
        fileMode: FileDialog.SaveFile
        title: qsTr("Write the sheet to")
        defaultSuffix: "pdf"
        nameFilters: ["PDF (*.pdf)", "PNG (*.png)", "SVG (*.svg)"]
        onAccepted: {
            card.session.job.exportSheet(card.isCity ? "" : card.session.districts.currentCode, themeBox.currentIndex === 0 ? "" : themeBox.currentText, paperBox.currentIndex === 0 ? "" : paperBox.currentText, selectedFile);
            card.close();
        }
    }
}
