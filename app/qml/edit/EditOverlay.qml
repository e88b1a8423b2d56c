pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** Everything about editing that lies over the map: what is being drawn, the tools, their options, the live ledger. */
Item {
    id: overlay

    required property Session session
    readonly property MapController map: session.map
    readonly property ProjectController project: session.project
    readonly property EditController edit: map.edit
    /** How far the tools reach into the map from the left. */
    readonly property real leftInset: strip.visible ? strip.x + strip.width : 0

    MapLayerItem { anchors.fill: parent; camera: overlay.map.camera; mapLayer: overlay.map.options.layer }
    MapLayerItem { anchors.fill: parent; camera: overlay.map.camera; mapLayer: overlay.map.assistant.layer }
    MapLayerItem { anchors.fill: parent; camera: overlay.map.camera; mapLayer: overlay.edit.looseEnds.layer }
    MapLayerItem { anchors.fill: parent; camera: overlay.map.camera; mapLayer: overlay.edit.membersLayer }
    MapLayerItem { anchors.fill: parent; camera: overlay.map.camera; mapLayer: overlay.edit.strokesLayer }
    PinMarks { model: overlay.map.pins }
    EditPointer {
        id: pointer
        anchors.fill: parent
        edit: overlay.edit
        onPanned: delta => overlay.map.panBy(delta)
        onNumberTyped: first => input.startTyping(first)
    }
    Connections {
        target: overlay.edit
        function onTypedPlaced() { pointer.forceActiveFocus() }
    }
    SnapMark { edit: overlay.edit }
    MeasureTag { edit: overlay.edit }
    EditStrip {
        id: strip
        anchors { left: parent.left; top: parent.top; margins: Theme.gapSmall }
        visible: overlay.project.isOpen
        edit: overlay.edit
        project: overlay.project
        frame: overlay.session.frame
    }
    EditOptionBar {
        id: options
        anchors { left: strip.right; top: parent.top; margins: Theme.gapSmall }
        width: Math.min(parent.width - x - 64, 720)
        visible: overlay.edit.isEditing
        edit: overlay.edit
        districts: overlay.session.districts
    }
    LedgerCard {
        anchors { right: parent.right; top: parent.top; topMargin: Math.max(64, options.height + 2 * Theme.gapSmall); rightMargin: Theme.gapSmall }
        visible: overlay.edit.isEditing && figures.title !== ""
        figures: overlay.edit.figures
    }
    LooseEndsTag {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: input.visible ? 56 : Theme.gapSmall }
        looseEnds: overlay.edit.looseEnds
    }
    ExplainCard {
        anchors { left: strip.right; top: parent.top; margins: Theme.gapSmall }
        visible: overlay.project.isOpen && !overlay.edit.isEditing && overlay.session.inspector.isUnit
        assistant: overlay.map.assistant
        inspector: overlay.session.inspector
    }
    ExactInput {
        id: input
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.gapSmall }
        visible: overlay.edit.canType
        edit: overlay.edit
    }
    Shortcut { sequences: ["Return", "Enter"]; enabled: overlay.edit.isEditing; onActivated: overlay.edit.finish() }
    Shortcut { sequence: "Escape"; enabled: overlay.edit.isEditing; onActivated: overlay.edit.cancel() }
    Shortcut { sequence: "Backspace"; enabled: overlay.edit.isEditing; onActivated: overlay.edit.takeBack() }
}
