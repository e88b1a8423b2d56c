pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Pianqu

/** The window. Panels are registered in frame/*Dock.qml, menus in frame/Menus.qml, tools in frame/ToolStrip.qml, cards in frame/Cards.qml. */
ApplicationWindow {
    id: window

    required property Session session

    width: 1360
    height: 840
    minimumWidth: 900
    minimumHeight: 560
    visible: true
    color: Theme.line
    title: session.project.isOpen ? qsTr("%1 – Pianqu").arg(session.project.name) : qsTr("Pianqu")
    font.family: Theme.family
    font.pixelSize: Theme.textBody

    palette {
        window: Theme.panel
        windowText: Theme.text
        base: Theme.panel
        text: Theme.text
        button: Theme.panel
        buttonText: Theme.text
        highlight: Theme.accent
        highlightedText: Theme.inkOnAccent
        mid: Theme.line
        dark: Theme.muted
        light: Theme.hover
        placeholderText: Theme.muted
        toolTipBase: Theme.notice
        toolTipText: Theme.inkOnNotice
    }

    header: TopBar {
        id: topBar
        session: window.session
    }
    footer: StatusBar {
        visible: window.session.project.isOpen
        session: window.session
    }
    WorkPage {
        anchors.fill: parent
        session: window.session
    }
    StartPage {
        anchors.fill: parent
        visible: !window.session.project.isOpen
        session: window.session
    }
    BusyBar {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        isBusy: window.session.project.isBusy || window.session.map.isBuilding
    }
    Toast {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.gapLarge }
        project: window.session.project
    }
    Cards {
        session: window.session
        lists: topBar.lists
    }
    DropZone {
        anchors.fill: parent
        session: window.session
    }
    Shortcut { sequence: "Escape"; enabled: window.session.measure.isOn; onActivated: window.session.measure.stop() }
    Shortcut { sequence: "Backspace"; enabled: window.session.measure.isOn; onActivated: window.session.measure.removeLast() }
    Shortcut { sequence: "?"; onActivated: window.session.frame.openCard("shortcuts") }
    Shortcut { sequence: "Ctrl+Y"; enabled: window.session.project.canRedo; onActivated: window.session.project.redo() }
}
