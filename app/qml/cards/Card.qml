pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu

/** A small dialog with a question and two answers. */
Popup {
    id: card

    required property string heading
    required property string answer
    property bool isDanger: false
    property bool canAccept: true
    property bool staysOpen: false    ///< the answer does not close it: whoever handles it does
    property bool hasCancel: true
    default property alias content: body.data
    signal accepted()

    function accept() {
        if (!card.canAccept) return;
        card.accepted();
        if (!card.staysOpen) card.close();
    }

    parent: Overlay.overlay
    anchors.centerIn: parent
    modal: true
    padding: Theme.gapLarge
    width: Math.min(380 * Theme.scale, parent ? parent.width - 40 : 380)
    background: Rectangle {
        radius: Theme.radius
        color: Theme.panel
        border.color: Theme.line
    }
    contentItem: ColumnLayout {
        spacing: Theme.gap
        Words {
            Layout.fillWidth: true
            text: card.heading
            font.pixelSize: Theme.textHead
            font.weight: Font.DemiBold
        }
        ColumnLayout {
            id: body
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gapSmall
            PlainButton {
                visible: card.hasCancel
                text: qsTr("Cancel")
                onClicked: card.close()
            }
            PlainButton {
                objectName: "acceptButton"
                text: card.answer
                isMain: !card.isDanger
                enabled: card.canAccept
                isDanger: card.isDanger
                onClicked: card.accept()
            }
        }
    }
}
