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
        DockTab { key: "options"; title: qsTr("Options"); panel: Component { OptionsPanel { options: dock.session.map.options; project: dock.session.project } } }
    ]
}
