pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** The theme of the map and its layers. */
ColumnLayout {
    id: panel

    required property StyleController look
    required property Session session

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        spacing: Theme.gapTiny
        ChoiceBox {
            objectName: "themeList"
            Layout.fillWidth: true
            tip: qsTr("Theme: which layers are shown, and how")
            model: panel.look.themes
            textRole: "title"
            valueRole: "key"
            currentIndex: panel.look.themes.currentIndex
            onActivated: panel.look.useTheme(currentValue)
        }
        FlatButton {
            objectName: "themeReset"
            visible: panel.look.isChanged
            text: "↺"
            tip: qsTr("The theme as shipped")
            onClicked: panel.look.reset()
        }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        visible: tree.count === 0 && !panel.session.map.isBuilding
        words: qsTr("The project holds nothing yet. Import buildings, estates, roads and pipes, or drop their files on the window.")
        action: qsTr("Import files…")
        onActed: panel.session.frame.openCard("import")
    }
    LayerTree {
        id: tree
        Layout.fillWidth: true
        Layout.fillHeight: true
        tree: panel.look.tree
        session: panel.session
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line; visible: panel.look.current !== null }
    LayerSettings {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        look: panel.look
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line }
    OverlayList {
        Layout.fillWidth: true
        session: panel.session
    }
}
