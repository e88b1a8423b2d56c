pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** A map that lies on a server, under the layers. */
Card {
    id: card

    required property Session session

    objectName: "addressCard"
    width: Math.min(560 * Theme.scale, parent ? parent.width - 40 : 560)
    heading: qsTr("A map from an address")
    answer: qsTr("Show on the map")
    canAccept: session.overlays.isAddress(address.text)
    onAccepted: session.overlays.addAddress(address.text, nameField.text, datum.currentValue)
    onOpened: { address.text = ""; nameField.text = ""; datum.currentIndex = 0; address.forceActiveFocus(); }

    CardLine {
        label: qsTr("Address")
        InputField { id: address; objectName: "addressField"; Layout.fillWidth: true; placeholderText: "https://…/{z}/{x}/{y}.png"; isWrong: text.trim() !== "" && !card.canAccept; onAccepted: card.accept() }
    }
    Words {
        Layout.fillWidth: true
        text: qsTr("Tiles: https://…/{z}/{x}/{y}.png, or {-y} where rows count from the south. WMTS:https://…, WMS:https://…?layers=…, or a COG: https://….tif")
        color: address.isWrong ? Theme.danger : Theme.muted
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
    CardLine {
        label: qsTr("Name")
        InputField { id: nameField; objectName: "addressName"; Layout.fillWidth: true; placeholderText: qsTr("the server's"); onAccepted: card.accept() }
    }
    CardLine {
        label: qsTr("Drawn in")
        ChoiceBox {
            id: datum
            objectName: "addressDatum"
            Layout.fillWidth: true
            model: [{ text: qsTr("CGCS2000 or WGS 84"), crs: "" }, { text: qsTr("GCJ-02: the shift is taken off"), crs: "gcj02" }, { text: qsTr("BD-09: the shift is taken off"), crs: "bd09" }]
            textRole: "text"
            valueRole: "crs"
        }
    }
}
