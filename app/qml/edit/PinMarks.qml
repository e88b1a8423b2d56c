pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** A lock on every pinned district. */
Repeater {
    id: marks

    delegate: Rectangle {
        id: lock
        required property point place
        required property string code
        objectName: "pin-" + code
        x: place.x - width / 2
        y: place.y - height - Theme.gapSmall
        width: 22
        height: 22
        radius: 11
        color: Theme.accent
        border.color: Theme.halo
        EditGlyph {
            anchors.centerIn: parent
            side: 15
            path: "M6 11 L18 11 L18 20 L6 20 Z M8.5 11 L8.5 8 C8.5 3 15.5 3 15.5 8 L15.5 11"
            ink: Theme.inkOnAccent
        }
    }
}
