pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Pianqu

/** The heading of a column: a click sorts by it. */
T.Button {
    id: heading

    property string sign: ""
    property bool isNumber: false
    signal menuAsked()

    implicitHeight: Theme.rowHeight
    implicitWidth: label.implicitWidth + 2 * Theme.gapSmall
    contentItem: Words {
        id: label
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        text: heading.sign === "" ? heading.text : heading.text + " " + heading.sign
        color: heading.sign === "" ? Theme.muted : Theme.accent
        font.pixelSize: Theme.textSmall
        font.weight: Font.DemiBold
        horizontalAlignment: heading.isNumber ? Text.AlignRight : Text.AlignLeft
    }
    background: Rectangle {
        color: heading.hovered ? Theme.hover : Theme.window
        Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Theme.line }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    }
    TapHandler { acceptedButtons: Qt.RightButton; onTapped: heading.menuAsked() }
}
