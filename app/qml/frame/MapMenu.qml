pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** What can be done at a place of the map. */
CommandMenu {
    id: menu

    required property Session session

    function openAt(point: point) {
        if (menu.session.place.openAt(point)) menu.popup();
    }

    objectName: "mapMenu"
    list: CommandList {
        session: menu.session
        title: ""
        commands: [
            Command { objectName: "menuIdentify"; text: menu.session.place.hasFeature ? qsTr("What is known about %1").arg(menu.session.place.title) : qsTr("Nothing is here"); enabled: menu.session.place.hasFeature; onTriggered: menu.session.frame.showPanel("inspector") },
            Command { objectName: "menuTable"; text: qsTr("Show in the table"); enabled: menu.session.place.hasFeature; onTriggered: menu.session.frame.showPanel("table") },
            Command { objectName: "menuAlike"; text: qsTr("Choose all that look like it"); enabled: menu.session.place.hasFeature; onTriggered: menu.session.place.selectAlike() },
            Command { objectName: "menuJoin"; text: menu.session.place.joinText; enabled: menu.session.place.canJoin; onTriggered: menu.session.place.join() },
            Command { objectName: "menuCopy"; startsGroup: true; text: qsTr("Copy %1").arg(menu.session.place.positionText); onTriggered: menu.session.place.copyPosition() },
            Command { objectName: "menuCopyLonLat"; text: qsTr("Copy %1").arg(menu.session.place.lonLatText); onTriggered: menu.session.place.copyLonLat() },
            Command { objectName: "menuCentre"; startsGroup: true; text: qsTr("Centre the map here"); onTriggered: menu.session.place.centre() },
            Command { text: qsTr("Go to scale…"); onTriggered: menu.session.frame.openCard("scale") },
            Command { objectName: "menuMeasure"; text: qsTr("Measure a length from here"); onTriggered: menu.session.place.measure(false) },
            Command { text: qsTr("Measure an area from here"); onTriggered: menu.session.place.measure(true) }
        ]
    }
}
