pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map
import Pianqu.Model

/** Where the pointer is, in which system, how large the map is. */
Rectangle {
    id: bar

    required property ProjectController project
    required property MapController map

    implicitHeight: 26
    color: Theme.panel

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap }
        spacing: Theme.gapLarge
        Words { objectName: "positionText"; text: bar.map.positionText; font.pixelSize: Theme.textSmall }
        Words { text: bar.map.lonLatText; color: Theme.muted; font.pixelSize: Theme.textSmall }
        Words {
            visible: bar.map.distortionText !== ""
            text: qsTr("length distortion %1").arg(bar.map.distortionText)
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
        Words {
            Layout.fillWidth: true
            text: bar.project.isBusy ? bar.project.busyText : bar.map.isBuilding ? qsTr("Drawing the map") : ""
            color: Theme.accent
            font.pixelSize: Theme.textSmall
        }
        Words { text: bar.project.crsName; color: Theme.muted; font.pixelSize: Theme.textSmall }
        Words { objectName: "scaleText"; text: bar.map.camera.scaleText; font.pixelSize: Theme.textSmall }
    }
    Rectangle { width: parent.width; height: 1; color: Theme.line }
}
