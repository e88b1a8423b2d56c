pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** Files dropped on the window. Without a project, a project is opened and data is previewed for a new one; with one, the left half lays the files
    on the map as they are, the right half previews them for import. */
DropArea {
    id: zone

    required property Session session
    readonly property bool isOverMap: session.project.isOpen && drag.x < width / 2

    function take(urls: list<url>) {
        if (urls.length === 1 && !zone.session.project.isOpen && zone.session.desk.isProject(urls[0])) return zone.session.project.openUrl(urls[0]);
        zone.session.imports.add(urls);
    }
    function show(urls: list<url>) {
        zone.session.overlays.add(urls);
        zone.session.frame.showPanel("layers");
    }

    objectName: "dropZone"
    keys: ["text/uri-list"]
    onDropped: drop => {
        if (zone.session.project.isOpen && drop.x < zone.width / 2) zone.show(drop.urls);
        else zone.take(drop.urls);
        drop.acceptProposedAction();
    }

    Connections {
        target: zone.session.imports
        function onFilesAdded() { zone.session.frame.openCard(zone.session.project.isOpen ? "import" : "new") }
    }
    Connections {
        target: zone.session.project
        function onOpened() { if (zone.session.imports.count > 0) zone.session.frame.openCard("import") }
    }
    Row {
        anchors { fill: parent; margins: Theme.gap }
        spacing: Theme.gap
        visible: zone.containsDrag
        DropTarget {
            objectName: "dropShow"
            width: visible ? (parent.width - Theme.gap) / 2 : 0
            height: parent.height
            visible: zone.session.project.isOpen
            isHot: zone.isOverMap
            title: qsTr("Show on the map")
            words: qsTr("It lies where it belongs; nothing is imported.")
        }
        DropTarget {
            objectName: "dropImport"
            width: zone.session.project.isOpen ? (parent.width - Theme.gap) / 2 : parent.width
            height: parent.height
            isHot: !zone.isOverMap
            title: qsTr("Import")
            words: qsTr("The files are shown first; nothing is written before you say so.")
        }
    }
}
