pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** The profile of the open project's city. */
Card {
    id: card

    required property Session session

    objectName: "profileCard"
    width: Math.min(600 * Theme.scale, parent ? parent.width - 40 : 600)
    heading: qsTr("Profile of the city")
    answer: qsTr("Save")
    staysOpen: true
    onAccepted: if (card.session.desk.setProfile(fields.profile)) card.close()

    Words {
        Layout.fillWidth: true
        text: qsTr("What the city asks of its districts: merging starts from it, the ledger shows it in colour, and checks go by it. Districts that there are stay as they are.")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    ProfileFields { id: fields; session: card.session; values: card.session.desk.profile }
}
