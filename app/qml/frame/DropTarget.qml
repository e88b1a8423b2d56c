pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** What would be done with files that are let go here. */
Rectangle {
    id: target

    required property bool isHot
    required property string title
    required property string words

    radius: Theme.radius
    color: Qt.rgba(Theme.panel.r, Theme.panel.g, Theme.panel.b, 0.86)
    border.width: isHot ? 3 : 1
    border.color: isHot ? Theme.accent : Theme.line

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gapLarge
        spacing: Theme.gapSmall
        Words {
            width: parent.width
            text: target.title
            color: target.isHot ? Theme.accent : Theme.text
            font.pixelSize: Theme.textTitle
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            text: target.words
            color: Theme.muted
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
