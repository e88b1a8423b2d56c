pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** The editing tools, one below the other at the edge of the map. A new tool is one line here. */
Rectangle {
    id: strip

    required property EditController edit
    required property ProjectController project
    required property FrameController frame

    objectName: "editStrip"
    implicitWidth: column.implicitWidth + 2 * Theme.gapTiny
    implicitHeight: column.implicitHeight + 2 * Theme.gapTiny
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line

    Column {
        id: column
        anchors.centerIn: parent
        spacing: 1
        EditTool { edit: strip.edit; objectName: "tool-select"; tool: EditController.Select; text: qsTr("Select and move the map"); keys: "V"; glyph: "M6 3 L6 19 L10.5 15 L13.5 21 L16 20 L13 14 L18.5 14 Z" }
        Rectangle { width: column.width; height: 1; color: Theme.line }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-paint"; tool: EditController.Paint; text: qsTr("Paint buildings into the district"); keys: "B"; glyph: "M20 4 L11 13 M9 12 L12 15 C12 19 8 20.5 4 20 C6 18.5 5 13.5 9 12 Z" }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-draw"; tool: EditController.Draw; text: qsTr("Draw the boundary of a new district"); keys: "D"; glyph: "M5 8 L14 4 L20 12 L15 20 L4 17 Z M12 9.5 L12 15.5 M9 12.5 L15 12.5" }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-reshape"; tool: EditController.Reshape; text: qsTr("Reshape the boundary along a line"); keys: "R"; glyph: "M4 19 L4 6 L10 6 M20 6 L20 19 Z M10 6 C10 14 16 13 20 6" }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-corner"; tool: EditController.Corner; text: qsTr("Move, add and delete corners"); keys: "C"; glyph: "M4 18 L10 6 L20 12 M8 4 L12 4 L12 8 L8 8 Z M2.5 16.5 L5.5 16.5 L5.5 19.5 L2.5 19.5 Z M18.5 10.5 L21.5 10.5 L21.5 13.5 L18.5 13.5 Z" }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-split"; tool: EditController.Split; text: qsTr("Split the district along a line"); keys: "S"; glyph: "M4 6 L9 6 L9 18 L4 18 Z M15 6 L20 6 L20 18 L15 18 Z M12 3 L12 6 M12 9 L12 12 M12 15 L12 18 M12 20.5 L12 21" }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-cut"; tool: EditController.Cut; text: qsTr("Cut a district along roads, rivers and administrative lines"); keys: "K"; glyph: "M4 4 C9 9 8 15 12 20 M9 4 C14 9 13 15 17 20 M15 7 L21 7 L21 14 L18.5 14 M4 11 L4 18 L7 18" }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-merge"; tool: EditController.Merge; text: qsTr("Merge a neighbour into the district"); keys: "M"; glyph: "M4 6 L20 6 L20 18 L4 18 Z M4 12 L8 12 M6 10 L8 12 L6 14 M20 12 L16 12 M18 10 L16 12 L18 14" }
        EditTool { edit: strip.edit; enabled: strip.project.canEdit; objectName: "tool-absorb"; tool: EditController.Absorb; text: qsTr("Absorb a gap between districts"); keys: "G"; glyph: "M4 4 L20 4 L20 20 L4 20 Z M9 9 L15 9 L15 15 L9 15 Z M12 11 L12 13 M11 12 L13 12" }
        Rectangle { width: column.width; height: 1; color: Theme.line }
        EditToolButton {
            objectName: "looseEndsButton"
            text: qsTr("Highlight unassigned units, enclaves, gaps and loose parts")
            keys: "U"
            glyph: "M12 3 L21 19 L3 19 Z M12 9 L12 14 M12 16.4 L12 16.6"
            checked: strip.edit.looseEnds.isShown
            onClicked: strip.edit.looseEnds.isShown = !strip.edit.looseEnds.isShown
        }
        EditToolButton {
            objectName: "nextUnassignedButton"
            text: qsTr("Next unassigned unit")
            keys: "N"
            glyph: "M4 12 L17 12 M12 7 L17 12 L12 17 M20 5 L20 19"
            onClicked: strip.edit.looseEnds.goToNext()
        }
        Rectangle { width: column.width; height: 1; color: Theme.line }
        EditToolButton {
            objectName: "assistantButton"
            text: qsTr("Assistant: propose districts")
            keys: "A"
            glyph: "M12 3 L13.8 9.2 L20 11 L13.8 12.8 L12 19 L10.2 12.8 L4 11 L10.2 9.2 Z M18.5 16 L19.2 18.3 L21.5 19 L19.2 19.7 L18.5 22 L17.8 19.7 L15.5 19 L17.8 18.3 Z"
            onClicked: strip.frame.showPanel("assistant")
        }
        EditToolButton {
            objectName: "optionsButton"
            text: qsTr("Options of the plan side by side")
            keys: "O"
            glyph: "M4 5 L10 5 L10 19 L4 19 Z M14 5 L20 5 L20 19 L14 19 Z M4 11 L10 11 M14 14 L20 14"
            onClicked: strip.frame.showPanel("options")
        }
    }
}
