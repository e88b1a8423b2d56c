pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pianqu
import Pianqu.Model

/** One district of the list with its main figures. */
T.ItemDelegate {
    id: row

    required property string uid
    required property string code
    required property string name
    required property bool isPinned
    required property string areaHa
    required property string buildings
    required property string households
    required property string oldShare
    required property DistrictModel districts

    objectName: "district-" + code
    implicitHeight: Math.round(52 * Theme.scale)
    topPadding: Theme.gapTiny
    bottomPadding: Theme.gapTiny + 2
    highlighted: districts.currentUid === uid

    contentItem: ColumnLayout {
        spacing: 0
        RowLayout {
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            spacing: Theme.gapSmall
            Words {
                text: row.code
                color: Theme.accent
                font.weight: Font.DemiBold
            }
            Words {
                Layout.fillWidth: true
                text: row.name
            }
            EditGlyph {
                visible: row.isPinned
                side: 14
                path: "M6 11 L18 11 L18 20 L6 20 Z M8.5 11 L8.5 8 C8.5 3 15.5 3 15.5 8 L15.5 11"
                ink: Theme.accent
            }
            Words {
                visible: row.isPinned
                text: qsTr("pinned")
                color: Theme.accent
                font.pixelSize: Theme.textTiny
            }
            Words {
                visible: row.oldShare !== ""
                text: qsTr("%1 by 2000").arg(row.oldShare)
                color: Theme.muted
                font.pixelSize: Theme.textTiny
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            text: qsTr("%1 ha · %2 buildings · %3 households").arg(row.areaHa).arg(row.buildings).arg(row.households)
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
    }
    background: Rectangle {
        color: row.highlighted ? Theme.chosen : row.hovered ? Theme.hover : Theme.panel
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
}
