pragma ComponentBehavior: Bound
import QtQuick

/** The commands of one menu, in order. */
QtObject {
    required property Session session
    required property string title
    property list<Command> commands
}
