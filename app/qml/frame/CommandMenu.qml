pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** A menu of a list of commands. */
Menu {
    id: menu

    required property CommandList list

    title: list.title
    padding: Theme.gapTiny
    delegate: CommandItem {}
    implicitWidth: 280
    background: Rectangle {
        implicitWidth: 280
        radius: Theme.radius
        color: Theme.panel
        border.color: Theme.line
    }

    Instantiator {
        model: menu.list.commands
        delegate: CommandItem {
            required property Command modelData
            action: modelData
            startsGroup: modelData.startsGroup
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object as CommandItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as CommandItem)
    }
}
