pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** Text in the window's type. */
Text {
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.textBody
    elide: Text.ElideRight
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
