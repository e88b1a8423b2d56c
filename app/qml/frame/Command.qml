pragma ComponentBehavior: Bound
import QtQuick.Controls.Basic

/** Something that the window can do: an entry of a menu, its keys, and a line of the cheat sheet, all from here. `keys` is what the cheat sheet
    shows when the shortcut is not one of the window's own (a key that the map or a list answers). */
Action {
    property bool startsGroup: false
    property bool isShown: true
    property string keys: ""
}
