pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map

/** Lines of the planner's own that no proposed district crosses. */
RowLayout {
    id: row

    required property AssistantController assistant
    required property EditController edit
    required property bool canEdit

    spacing: Theme.gapSmall

    PlainButton {
        objectName: "cutLineButton"
        text: qsTr("Draw a cut line")
        enabled: row.canEdit
        checked: row.edit.tool === EditController.CutLine
        onClicked: row.edit.tool = checked ? EditController.Select : EditController.CutLine
    }
    Words {
        objectName: "cutLineCount"
        Layout.fillWidth: true
        visible: row.assistant.cutCount > 0
        text: qsTr("%n cut lines", "", row.assistant.cutCount)
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    PlainButton {
        objectName: "clearCutsButton"
        visible: row.assistant.cutCount > 0
        text: qsTr("Clear")
        onClicked: row.assistant.clearCuts()
    }
}
