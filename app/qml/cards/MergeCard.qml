pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** Limits for merging, from the city's profile, and the go. */
Card {
    id: card

    required property Session session
    property var like: []

    objectName: "mergeCard"
    width: Math.min(460 * Theme.scale, parent ? parent.width - 40 : 460)
    heading: qsTr("Merge into districts")
    answer: qsTr("Merge")
    onAccepted: {
        card.session.frame.showPanel("tasks");
        card.session.job.merge({ minHouseholds: minField.text, maxHouseholds: maxField.text, maxSpan: spanField.text, maxFloorArea: areaField.text, seed: seedField.text, targetHouseholds: targetField.text, like: card.like });
    }

    Words {
        Layout.fillWidth: true
        text: qsTr("Old estates and single old buildings are merged; pinned districts stay as they are. Undo brings the districts of now back.")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    CardLine {
        label: qsTr("Households")
        InputField { id: minField; objectName: "mergeMin"; Layout.fillWidth: true; text: card.session.job.limits.minHouseholds ?? "" }
        Words { text: qsTr("to") }
        InputField { id: maxField; Layout.fillWidth: true; text: card.session.job.limits.maxHouseholds ?? "" }
    }
    CardLine { label: qsTr("Greatest span, m"); InputField { id: spanField; Layout.fillWidth: true; text: card.session.job.limits.maxSpan ?? "" } }
    CardLine { label: qsTr("Most floor area, m²"); InputField { id: areaField; Layout.fillWidth: true; text: card.session.job.limits.maxFloorArea ?? "" } }
    CardLine {
        label: qsTr("About so many households")
        InputField { id: targetField; objectName: "mergeTarget"; Layout.fillWidth: true; placeholderText: qsTr("as many districts as possible") }
    }
    CardLine {
        label: qsTr("Alike in")
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gapTiny
            Repeater {
                model: [{ name: "year", words: qsTr("year of building") }, { name: "tenure", words: qsTr("who owns") }, { name: "condition", words: qsTr("state of the houses") }]
                delegate: Chip {
                    required property var modelData
                    objectName: "like-" + modelData.name
                    text: modelData.words
                    checkable: true
                    onToggled: card.like = checked ? card.like.concat([modelData.name]) : card.like.filter(name => name !== modelData.name)
                }
            }
        }
    }
    CardLine { label: qsTr("Seed"); InputField { id: seedField; Layout.fillWidth: true; text: "1" } }
}
