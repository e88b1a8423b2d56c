pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** The chosen feature as a form, and where it comes from. */
Panel {
    id: panel

    required property InspectorModel inspector

    title: inspector.hasFeature ? inspector.title : ""
    remark: inspector.hasFeature && inspector.subtitle !== inspector.title ? inspector.subtitle : ""

    EmptyState {
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        visible: !panel.inspector.hasFeature
        words: qsTr("Click anything on the map to see what is known about it.")
    }
    Item {
        Layout.fillHeight: true
        visible: !panel.inspector.hasFeature
    }
    ListView {
        id: list
        objectName: "attributeList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        visible: panel.inspector.hasFeature
        clip: true
        spacing: Theme.gapTiny
        model: panel.inspector
        cacheBuffer: 800
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: FormLine {
            width: ListView.view.width - Theme.gapSmall
            onEdited: text => panel.inspector.edit(field, text)
        }
        footer: InspectorFoot {
            width: list.width - Theme.gapSmall
            inspector: panel.inspector
        }
    }
}
