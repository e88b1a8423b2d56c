pragma ComponentBehavior: Bound
import QtQuick
import Pianqu.Map

/** The pointer and the keys of the active tool. The middle button and the wheel still move the map. */
FocusScope {
    id: area

    required property EditController edit
    signal numberTyped(string first)
    signal panned(point delta)

    readonly property bool isClickTool: [EditController.Merge, EditController.Absorb, EditController.Cut].includes(edit.tool)

    objectName: "editPointer"
    enabled: edit.isEditing
    visible: edit.isEditing
    onVisibleChanged: if (visible) forceActiveFocus()
    Keys.onPressed: event => {
        if (area.edit.canType && /^[0-9.\-]$/.test(event.text)) { event.accepted = true; area.numberTyped(event.text); }
        else if (area.edit.canType && event.key === Qt.Key_Tab) { event.accepted = true; area.numberTyped(""); }
        else if (event.key === Qt.Key_Delete) { event.accepted = true; area.edit.erase(); }
    }

    DragHandler {
        target: null
        acceptedButtons: Qt.MiddleButton
        onTranslationChanged: delta => area.panned(Qt.point(delta.x, delta.y))
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        hoverEnabled: true
        preventStealing: true
        cursorShape: area.isClickTool ? Qt.PointingHandCursor : Qt.CrossCursor
        onPressed: mouse => { area.forceActiveFocus(); mouse.button === Qt.RightButton ? area.edit.finish() : area.edit.pressAt(Qt.point(mouse.x, mouse.y), mouse.modifiers); }
        onPositionChanged: mouse => area.edit.moveTo(Qt.point(mouse.x, mouse.y), mouse.modifiers)
        onReleased: mouse => { if (mouse.button === Qt.LeftButton) area.edit.releaseAt(Qt.point(mouse.x, mouse.y), mouse.modifiers); }
        onDoubleClicked: mouse => { if (mouse.button === Qt.LeftButton) area.edit.finish(); }
    }
}
