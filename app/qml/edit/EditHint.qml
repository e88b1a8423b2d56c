pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** What to do with the tool; why the stroke under way cannot be accepted. */
Words {
    id: hint

    required property EditController edit
    required property bool hasDistrict
    readonly property bool needsDistrict: !hasDistrict && [EditController.Reshape, EditController.Split, EditController.Merge, EditController.Absorb].includes(edit.tool)

    function wordsOf(tool: int): string {
        switch (tool) {
        case EditController.Paint: return qsTr("Drag over buildings; estates come whole. Ctrl takes out. The ledger shows the stroke before it counts: let go to accept, Esc to drop it.");
        case EditController.Draw: return qsTr("Click corners or drag freehand. Enter, double or right click closes; Backspace takes back a corner. Type a length, Tab, a bearing, Enter.");
        case EditController.Reshape: return qsTr("Draw from one side of the boundary to the other. Outside it gains, inside it gives up.");
        case EditController.Split: return qsTr("Draw through the district from side to side. The part with most households keeps its name.");
        case EditController.Corner: return qsTr("Drag a corner, or a side to make one. Delete or Ctrl+click takes a corner away. Both neighbours follow.");
        case EditController.Cut: return qsTr("Click the district that is to end at its roads, rivers and administrative lines.");
        case EditController.Merge: return qsTr("Click the neighbour that joins.");
        case EditController.Absorb: return qsTr("Click ground that districts enclose.");
        case EditController.CutLine: return qsTr("Draw a line that no proposed district crosses. Enter, double or right click ends it.");
        case EditController.Area: return qsTr("Draw around what the assistant may change.");
        default: return "";
        }
    }

    objectName: "editHint"
    height: implicitHeight
    text: edit.problem !== "" ? edit.problem : needsDistrict ? qsTr("Choose a district first: V, then click it on the map or in the list.") : wordsOf(edit.tool)
    color: edit.problem !== "" || needsDistrict ? Theme.danger : Theme.muted
    font.pixelSize: Theme.textSmall
    wrapMode: Text.Wrap
    bottomPadding: 2
}
