pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** The theme of the map and its layers. */
ColumnLayout {
    id: panel

    required property StyleController look

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
        PlainButton {
            objectName: "themeReset"
            visible: panel.look.isChanged
            text: "↺"
            onClicked: panel.look.reset()
        }
    }
    LayerTree {
        Layout.fillWidth: true
        Layout.fillHeight: true
        tree: panel.look.tree
    }
    Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line; visible: panel.look.current !== null }
    LayerSettings {
        Layout.fillWidth: true
        Layout.margins: Theme.gapSmall
        look: panel.look
    }
}
