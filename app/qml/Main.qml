pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Pianqu
import Pianqu.Map
import Pianqu.Model
import Pianqu.Tiles

/** The window. */
ApplicationWindow {
    id: window

    required property ProjectController project
    required property MapController map
    required property DistrictModel districts
    required property InspectorModel inspector
    required property LanguageController language
    required property BaseMapController baseMap

    width: 1360
    height: 840
    minimumWidth: 900
    minimumHeight: 560
    visible: true
    color: Theme.line
    title: project.isOpen ? qsTr("%1 – Pianqu").arg(project.name) : qsTr("Pianqu")

    header: TopBar {
        project: window.project
        map: window.map
        language: window.language
        onOpenRequested: fileDialog.open()
    }
    footer: StatusBar {
        visible: window.project.isOpen
        project: window.project
        map: window.map
    }
    WorkPage {
        anchors.fill: parent
        project: window.project
        map: window.map
        districts: window.districts
        inspector: window.inspector
        baseMap: window.baseMap
        onRenameRequested: renameCard.open()
        onRemoveRequested: removeCard.open()
    }
    StartPage {
        anchors.fill: parent
        visible: !window.project.isOpen
        project: window.project
        onOpenRequested: fileDialog.open()
    }
    BusyBar {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        isBusy: window.project.isBusy || window.map.isBuilding
    }
    Toast {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.gapLarge }
        project: window.project
    }
    RenameCard {
        id: renameCard
        project: window.project
        districts: window.districts
    }
    RemoveCard {
        id: removeCard
        project: window.project
        districts: window.districts
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Open a project")
        nameFilters: [qsTr("Pianqu project (*.gpkg)")]
        onAccepted: window.project.openUrl(selectedFile)
    }
    Shortcut { sequences: [StandardKey.Open]; onActivated: fileDialog.open() }
    Shortcut { sequences: [StandardKey.Undo]; enabled: window.project.canUndo; onActivated: window.project.undo() }
    Shortcut { sequences: [StandardKey.Redo, "Ctrl+Y"]; enabled: window.project.canRedo; onActivated: window.project.redo() }
    Shortcut { sequences: ["Return", "Enter"]; enabled: window.map.sketch.isDrawing; onActivated: window.map.sketch.finish() }
    Shortcut { sequence: "Escape"; enabled: window.map.sketch.isDrawing; onActivated: window.map.sketch.cancel() }
    Shortcut { sequence: "Backspace"; enabled: window.map.sketch.isDrawing; onActivated: window.map.sketch.removeLast() }
}
