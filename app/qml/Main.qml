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

    header: TopBar {
        session: window.session
    }
    footer: StatusBar {
        visible: window.session.project.isOpen
        project: window.session.project
        map: window.session.map
    }
    WorkPage {
        anchors.fill: parent
        session: window.session
    }
    StartPage {
        anchors.fill: parent
        visible: !window.session.project.isOpen
        project: window.session.project
        onOpenRequested: window.session.frame.openCard("open")
    }
    BusyBar {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        isBusy: window.session.project.isBusy || window.session.map.isBuilding
    }
    Toast {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.gapLarge }
        project: window.session.project
    }
    Cards { session: window.session }
    Shortcut { sequence: "Ctrl+Y"; enabled: window.session.project.canRedo; onActivated: window.session.project.redo() }
}
