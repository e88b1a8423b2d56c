pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** Project name and the things that can be done to it. */
Rectangle {
    id: bar

    required property ProjectController project
    required property MapController map
    required property LanguageController language
    signal openRequested()

    implicitHeight: 48
    color: Theme.panel

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap }
        spacing: Theme.gapSmall
        Words {
            text: qsTr("Pianqu")
            color: Theme.accent
            font.pixelSize: Theme.textHead
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: !readOnly.visible
            text: bar.project.name
            font.pixelSize: Theme.textHead
        }
        ReadOnlyMark {
            id: readOnly
            Layout.fillWidth: true
            visible: bar.project.isOpen && !bar.project.canEdit
        }
        PlainButton {
            objectName: "drawButton"
            text: qsTr("Draw district")
            isMain: !bar.map.sketch.isDrawing
            visible: bar.project.isOpen
            enabled: bar.project.canEdit && !bar.map.sketch.isDrawing
            onClicked: bar.map.sketch.start()
        }
        PlainButton {
            objectName: "undoButton"
            text: qsTr("Undo")
            visible: bar.project.isOpen
            enabled: bar.project.canUndo && !bar.project.isBusy
            onClicked: bar.project.undo()
        }
        PlainButton {
            objectName: "redoButton"
            text: qsTr("Redo")
            visible: bar.project.isOpen
            enabled: bar.project.canRedo && !bar.project.isBusy
            onClicked: bar.project.redo()
        }
        PlainButton {
            text: qsTr("Whole city")
            visible: bar.project.isOpen
            onClicked: bar.map.fitAll()
        }
        PlainButton {
            objectName: "openButton"
            text: qsTr("Open…")
            onClicked: bar.openRequested()
        }
        PlainButton {
            objectName: "languageButton"
            text: bar.language.isChinese ? "English" : "中文"
            onClicked: bar.language.toggle()
        }
    }
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
}
