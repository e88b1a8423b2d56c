pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** The menus; a new one is one line in `lists`. */
MenuBar {
    id: menus

    required property Session session
    readonly property list<CommandList> lists: [
        FileCommands { session: menus.session },
        EditCommands { session: menus.session },
        ViewCommands { session: menus.session },
        PlanCommands { session: menus.session },
        HelpCommands { session: menus.session }
    ]

    spacing: 0
    padding: 0
    background: Item {}
    delegate: MenuBarItem {
        id: item
        implicitHeight: Theme.controlHeight
        padding: 0
        leftPadding: Theme.gapSmall + 2
        rightPadding: Theme.gapSmall + 2
        contentItem: Words { text: item.text }
        background: Rectangle { radius: Theme.radius; color: item.highlighted ? Theme.hover : "transparent" }
    }
    Instantiator {
        model: menus.lists
        delegate: CommandMenu {
            required property CommandList modelData
            list: modelData
        }
        onObjectAdded: (index, object) => menus.insertMenu(index, object as CommandMenu)
        onObjectRemoved: (index, object) => menus.removeMenu(object as CommandMenu)
    }
}
