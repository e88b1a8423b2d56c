pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** Asks for a district's new name. */
Card {
    id: card

    required property ProjectController project
    required property DistrictModel districts

    objectName: "renameCard"
    heading: qsTr("Rename %1").arg(card.districts.currentCode)
    answer: qsTr("Rename")
    onAboutToShow: field.text = card.districts.currentName
    onOpened: field.forceActiveFocus()
    onAccepted: card.project.renameDistrict(card.districts.currentUid, field.text)

    TextField {
        id: field
        objectName: "renameField"
        Layout.fillWidth: true
        font.family: Theme.family
        font.pixelSize: Theme.textBody
        color: Theme.text
        onAccepted: card.accept()
    }
}
