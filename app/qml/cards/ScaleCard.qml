pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** Goes to a scale. */
Card {
    id: card

    required property Session session

    objectName: "scaleCard"
    width: Math.min(440 * Theme.scale, parent ? parent.width - 40 : 440)
    heading: qsTr("Go to scale")
    answer: qsTr("Go")
    canAccept: Number(field.text) >= 50
    onAccepted: session.map.setScale(Number(field.text))
    onOpened: { field.text = ""; field.forceActiveFocus(); }

    RowLayout {
        Words { text: "1 :" }
        InputField { id: field; objectName: "scaleField"; Layout.fillWidth: true; placeholderText: "1000"; inputMethodHints: Qt.ImhDigitsOnly; onAccepted: card.accept() }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapTiny
        Repeater {
            model: ["500", "1000", "2000", "5000", "10000", "25000"]
            delegate: Chip {
                required property string modelData
                text: "1:" + modelData
                onClicked: { card.session.map.setScale(Number(modelData)); card.close(); }
            }
        }
    }
}
