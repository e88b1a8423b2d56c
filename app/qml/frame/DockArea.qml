pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** A side of the window: a row of tabs and the chosen panel. A panel is made when it is first shown and keeps its state after that. */
Rectangle {
    id: dock

    required property FrameController frame
    required property list<DockTab> tabs
    property bool canClose: false
    property int current: 0
    signal openRequested()
    signal closeRequested()

    function show(key: string) {
        const index = dock.tabs.findIndex(tab => tab.key === key);
        if (index >= 0) { dock.current = index; dock.openRequested(); }
    }

    color: Theme.panel
    clip: true

    Connections {
        target: dock.frame
        function onPanelRequested(key) { dock.show(key) }
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.controlHeight
            visible: dock.tabs.length > 1 || dock.canClose
            spacing: 0
            Repeater {
                model: dock.tabs
                delegate: DockTabButton {
                    required property DockTab modelData
                    required property int index
                    objectName: "tab-" + modelData.key
                    text: modelData.title
                    checked: dock.current === index
                    onClicked: dock.current = index
                }
            }
            Item { Layout.fillWidth: true }
            FlatButton {
                objectName: "dockClose"
                visible: dock.canClose
                text: "×"
                tip: qsTr("Close")
                onClicked: dock.closeRequested()
            }
        }
        Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line; visible: dock.tabs.length > 1 || dock.canClose }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Repeater {
                model: dock.tabs
                delegate: Loader {
                    required property DockTab modelData
                    required property int index
                    property bool wasShown: false
                    readonly property bool isCurrent: dock.visible && dock.current === index
                    onIsCurrentChanged: wasShown = wasShown || isCurrent
                    Component.onCompleted: wasShown = isCurrent
                    anchors.fill: parent
                    active: wasShown
                    visible: dock.current === index
                    sourceComponent: modelData.panel
                }
            }
        }
    }
}
