pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** The attributes of the feature that was clicked. */
Panel {
    id: panel

    required property InspectorModel inspector

    title: inspector.hasFeature ? inspector.title : qsTr("Feature")
    remark: inspector.hasFeature && inspector.subtitle !== inspector.title ? inspector.subtitle : ""

    Words {
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        visible: !panel.inspector.hasFeature
        text: qsTr("Click anything on the map to see what is known about it.")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    Item {
        Layout.fillHeight: true
        visible: !panel.inspector.hasFeature
    }
    ListView {
        objectName: "attributeList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        visible: panel.inspector.hasFeature
        clip: true
        spacing: Theme.gapTiny
        model: panel.inspector
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: FigureRow {
            width: ListView.view.width
        }
        footer: Words {
            topPadding: Theme.gapSmall
            bottomPadding: Theme.gapSmall
            visible: panel.inspector.unknownCount > 0
            text: qsTr("%n more attributes are not known.", "", panel.inspector.unknownCount)
            color: Theme.muted
            font.pixelSize: Theme.textSmall
        }
    }
}
