pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** Why the clicked estate or building is where it is. */
Rectangle {
    id: card

    required property AssistantController assistant
    required property InspectorModel inspector
    property bool isOpen: false

    objectName: "explainCard"
    visible: inspector.isUnit
    implicitWidth: isOpen && assistant.explanation !== "" ? 420 : button.implicitWidth + 2
    implicitHeight: column.implicitHeight + 2
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line

    ColumnLayout {
        id: column
        anchors { fill: parent; margins: 1 }
        spacing: 0
        PlainButton {
            id: button
            objectName: "explainButton"
            text: card.assistant.isExplaining ? qsTr("Working it out…") : qsTr("Why is it here?")
            enabled: !card.assistant.isRunning
            onClicked: { card.isOpen = true; card.assistant.explain(); }
        }
        Words {
            objectName: "explainText"
            Layout.fillWidth: true
            Layout.margins: Theme.gapSmall
            visible: card.isOpen && text !== ""
            text: card.assistant.explanation
            font.pixelSize: Theme.textSmall
            wrapMode: Text.Wrap
        }
    }
}
