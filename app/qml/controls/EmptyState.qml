pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** Says why nothing is here, and what to do about it. */
ColumnLayout {
    id: empty

    required property string words
    property string action: ""
    signal acted()

    spacing: Theme.gap

    Words {
        Layout.fillWidth: true
        text: empty.words
        color: Theme.muted
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
    PlainButton {
        Layout.alignment: Qt.AlignHCenter
        objectName: "emptyAction"
        visible: empty.action !== ""
        text: empty.action
        onClicked: empty.acted()
    }
}
