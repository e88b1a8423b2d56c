pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** Where the pointer snapped: a square on a corner, a cross on a crossing, an hourglass on a side; with the name of what it is. */
Item {
    id: mark

    required property EditController edit
    readonly property list<string> paths: ["M5 5 L19 5 L19 19 L5 19 Z", "M5 5 L19 19 M19 5 L5 19", "M6 5 L18 5 L6 19 L18 19 Z"]

    objectName: "snapMark"
    visible: edit.snapKind >= 0
    x: edit.snapPoint.x - 12
    y: edit.snapPoint.y - 12

    EditGlyph {
        path: mark.paths[Math.max(0, mark.edit.snapKind)]
        ink: Theme.snap
        side: 24
    }
    Rectangle {
        x: 24
        y: -10
        width: words.implicitWidth + 2 * Theme.gapTiny
        height: words.implicitHeight + 2
        radius: 3
        color: Theme.snap
        Words {
            id: words
            anchors.centerIn: parent
            text: mark.edit.snapText
            color: Theme.inkOnAccent
            font.pixelSize: Theme.textTiny
        }
    }
}
