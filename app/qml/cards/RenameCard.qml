pragma ComponentBehavior: Bound
import QtQuick
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
    canAccept: field.text.trim() !== ""
    onAboutToShow: field.text = card.districts.currentName
    onOpened: field.forceActiveFocus()
    onAccepted: card.project.renameDistrict(card.districts.currentUid, field.text)

    InputField {
        id: field
        objectName: "renameField"
        Layout.fillWidth: true
        onAccepted: card.accept()
    }
}
