pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** The right side, below: the chosen feature. A new panel is one line here. */
DockArea {
    id: dock

    required property Session session

    objectName: "featureDock"
    frame: session.frame
    onOpenRequested: frame.isRightOpen = true
    tabs: [
        DockTab { key: "inspector"; title: qsTr("Feature"); panel: Component { InspectorPanel { inspector: dock.session.inspector } } },
        DockTab { key: "pipes"; title: qsTr("Pipes"); panel: Component { PipePanel { pipes: dock.session.pipes; onProfileRequested: dock.session.frame.showPanel("profile") } } }
    ]
}
