pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** Files dropped on the window: a project is opened, data is previewed for import. */
DropArea {
    id: zone

    required property Session session

    function take(urls: list<url>) {
        if (urls.length === 1 && !zone.session.project.isOpen && zone.session.desk.isProject(urls[0])) return zone.session.project.openUrl(urls[0]);
        zone.session.imports.add(urls);
    }

    objectName: "dropZone"
    keys: ["text/uri-list"]
    onDropped: drop => { zone.take(drop.urls); drop.acceptProposedAction(); }

    Connections {
        target: zone.session.imports
        function onFilesAdded() { zone.session.frame.openCard(zone.session.project.isOpen ? "import" : "new") }
    }
    Connections {
        target: zone.session.project
        function onOpened() { if (zone.session.imports.count > 0) zone.session.frame.openCard("import") }
    }
    Rectangle {
        anchors { fill: parent; margins: Theme.gap }
        visible: zone.containsDrag
        radius: Theme.radius
        color: Qt.rgba(Theme.accent.r, Theme.accent.g, Theme.accent.b, 0.12)
        border.width: 3
        border.color: Theme.accent
        Words {
            anchors.centerIn: parent
            text: qsTr("Drop to look at the files; nothing is written before you say so.")
            font.pixelSize: Theme.textHead
            font.weight: Font.DemiBold
        }
    }
}
