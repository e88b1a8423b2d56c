pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** Below the map: lists and drawings that want width. A new panel is one line here. */
DockArea {
    id: dock

    required property Session session

    objectName: "bottomDock"
    frame: session.frame
    canClose: true
    onOpenRequested: frame.isBottomOpen = true
    onCloseRequested: frame.isBottomOpen = false
    tabs: [
        DockTab { key: "options"; title: qsTr("Options"); panel: Component { OptionsPanel { options: dock.session.map.options; project: dock.session.project } } },
        DockTab { key: "profile"; title: qsTr("Longitudinal profile"); panel: Component { ProfilePanel { pipes: dock.session.pipes } } },
        DockTab { key: "table"; title: qsTr("Table"); panel: Component { TablePanel { session: dock.session } } },
        DockTab { key: "problems"; title: qsTr("Problems"); panel: Component { ProblemPanel { session: dock.session } } },
        DockTab { key: "tasks"; title: qsTr("Tasks"); panel: Component { TaskPanel { session: dock.session } } }
    ]
}
