pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** Asks before a district is deleted. */
Card {
    id: card

    required property ProjectController project
    required property DistrictModel districts

    objectName: "removeCard"
    heading: qsTr("Delete %1 %2?").arg(card.districts.currentCode).arg(card.districts.currentName)
    answer: qsTr("Delete")
    isDanger: true
    onAccepted: card.project.removeDistrict(card.districts.currentUid)

    Words {
        Layout.fillWidth: true
        text: qsTr("Its members become unassigned and its measures go with it. Undo brings everything back.")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
}
