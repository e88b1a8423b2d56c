pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** Menus, the name of the project, the language; below, while a project is open, the tools. */
Rectangle {
    id: bar

    required property Session session
    readonly property alias lists: menus.lists

    implicitHeight: column.implicitHeight + 1
    color: Theme.panel

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right }
        spacing: 0
        RowLayout {
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.preferredHeight: Theme.controlHeight + Theme.gapSmall
            spacing: Theme.gapSmall
            Words {
                text: qsTr("Pianqu")
                color: Theme.accent
                font.pixelSize: Theme.textHead
                font.weight: Font.Bold
            }
            Menus {
                id: menus
                session: bar.session
            }
            Words {
                Layout.fillWidth: true
                text: bar.session.project.name
                color: Theme.muted
                horizontalAlignment: Text.AlignHCenter
            }
            ReadOnlyMark {
                visible: bar.session.project.isOpen && !bar.session.project.canEdit
            }
            FlatButton {
                objectName: "languageButton"
                text: bar.session.language.isChinese ? "English" : "中文"
                onClicked: bar.session.language.toggle()
            }
        }
        ToolStrip {
            Layout.fillWidth: true
            visible: bar.session.project.isOpen
            session: bar.session
        }
    }
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
}
