pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** The right side, above: the plan. A new panel is one line here. */
DockArea {
    id: dock

    required property Session session

    objectName: "rightDock"
    frame: session.frame
    onOpenRequested: frame.isRightOpen = true
    tabs: [
        DockTab { key: "districts"; title: qsTr("Districts"); panel: Component { DistrictPanel { session: dock.session } } },
        DockTab { key: "assistant"; title: qsTr("Assistant"); panel: Component { AssistantPanel { assistant: dock.session.map.assistant; edit: dock.session.map.edit; project: dock.session.project; hasDistricts: dock.session.districts.count > 0 } } }
    ]
}
