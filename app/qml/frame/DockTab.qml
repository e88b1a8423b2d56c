pragma ComponentBehavior: Bound
import QtQuick

/** One tab of a dock: the key that commands name it by, its words, and the panel that is made when it is first shown. */
QtObject {
    required property string key
    required property string title
    required property Component panel
}
