pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Pianqu

/** A new project: its name and place, its system, and the city's profile. */
Card {
    id: card

    required property Session session
    readonly property string crs: ownCrs.text.trim() !== "" ? ownCrs.text.trim() : crsBox.currentIndex >= 0 ? crsBox.currentValue : ""
    property string folder: session.desk.projectFolder

    function create() {
        if (card.session.desk.create(nameField.text, card.folder, card.crs, fields.profile)) card.close();
    }

    objectName: "newCard"
    width: Math.min(600 * Theme.scale, parent ? parent.width - 40 : 600)
    heading: qsTr("New project")
    answer: qsTr("Make the project")
    staysOpen: true
    canAccept: nameField.text.trim() !== "" && crs !== ""
    onAccepted: create()
    onOpened: nameField.forceActiveFocus()

    CardLine {
        label: qsTr("Name")
        InputField { id: nameField; objectName: "newName"; Layout.fillWidth: true; placeholderText: qsTr("云梅市老旧片区改造"); onAccepted: card.accept() }
    }
    CardLine {
        label: qsTr("Folder")
        Words { Layout.fillWidth: true; text: card.folder; elide: Text.ElideMiddle }
        PlainButton { text: qsTr("Choose…"); onClicked: folderDialog.open() }
    }
    CardLine {
        label: qsTr("Coordinate system")
        ChoiceBox {
            id: crsBox
            objectName: "newCrs"
            Layout.fillWidth: true
            model: card.session.imports.suggestedCrs === "" ? card.session.desk.crsChoices
                 : [{ text: qsTr("%1 – as the files say").arg(card.session.imports.suggestedCrs), crs: card.session.imports.suggestedCrs }].concat(card.session.desk.crsChoices)
            textRole: "text"
            valueRole: "crs"
            currentIndex: card.session.imports.suggestedCrs === "" ? 13 : 0
            enabled: ownCrs.text.trim() === ""
        }
    }
    CardLine {
        label: qsTr("or the city's own")
        InputField { id: ownCrs; objectName: "newOwnCrs"; Layout.fillWidth: true; placeholderText: "CGCS2000 CM 115.5 FE 500000"; isWrong: text.trim() !== "" && card.session.desk.crsProblem(text) !== "" }
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        text: ownCrs.isWrong ? card.session.desk.crsProblem(ownCrs.text) : card.session.imports.suggestedCrsProof
        color: ownCrs.isWrong ? Theme.danger : Theme.muted
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
    Words { topPadding: Theme.gapSmall; text: qsTr("Profile of the city: what it asks of districts"); font.weight: Font.DemiBold }
    ProfileFields { id: fields; session: card.session; values: card.session.desk.defaultProfile }
    FolderDialog {
        id: folderDialog
        title: qsTr("Folder of the project")
        onAccepted: card.folder = decodeURIComponent(selectedFolder.toString().replace(/^file:\/\//, ""))
    }
}
