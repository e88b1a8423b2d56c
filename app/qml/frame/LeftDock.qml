pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** The left side. A new panel is one line here. */
DockArea {
    id: dock

    required property Session session

    objectName: "leftDock"
    frame: session.frame
    onOpenRequested: frame.isLeftOpen = true
    tabs: [
        DockTab { key: "layers"; title: qsTr("Layers"); panel: Component { LayerPanel { look: dock.session.look; session: dock.session } } },
        DockTab { key: "style"; title: qsTr("Style"); panel: Component { StylePanel { look: dock.session.look } } },
        DockTab { key: "search"; title: qsTr("Find"); panel: Component { SearchPanel { session: dock.session } } },
        DockTab { key: "select"; title: qsTr("Select"); panel: Component { SelectPanel { session: dock.session } } },
        DockTab { key: "bookmarks"; title: qsTr("Bookmarks"); panel: Component { BookmarkPanel { session: dock.session } } }
    ]
}
