pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** Below the values: those that are not known, how sure the row is, its source and its history. */
ColumnLayout {
    id: foot

    required property InspectorModel inspector

    spacing: Theme.gapTiny

    FlatButton {
        objectName: "unknownButton"
        isSmall: true
        visible: foot.inspector.unknownCount > 0
        text: foot.inspector.hasUnknownShown ? qsTr("Hide what is not known") : qsTr("%n more attributes are not known.", "", foot.inspector.unknownCount)
        onClicked: foot.inspector.hasUnknownShown = !foot.inspector.hasUnknownShown
    }
    RowLayout {
        Layout.fillWidth: true
        visible: foot.inspector.hasFeature
        Words { Layout.preferredWidth: 104; text: qsTr("Evidence"); color: Theme.muted; font.pixelSize: Theme.textSmall }
        ChoiceBox {
            objectName: "evidenceChoice"
            Layout.fillWidth: true
            implicitHeight: Theme.rowHeight
            enabled: foot.inspector.canEdit
            model: foot.inspector.evidenceChoices
            textRole: "text"
            valueRole: "code"
            currentIndex: Math.max(0, foot.inspector.evidenceChoices.findIndex(each => each.code === foot.inspector.evidence))
            onActivated: foot.inspector.edit("evidence", currentValue)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: foot.inspector.sourceText !== ""
        Words { Layout.preferredWidth: 104; text: qsTr("Source"); color: Theme.muted; font.pixelSize: Theme.textSmall }
        Words { Layout.fillWidth: true; text: foot.inspector.sourceText; font.pixelSize: Theme.textSmall; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignRight }
    }
    Words {
        visible: foot.inspector.history.length > 0
        topPadding: Theme.gapTiny
        text: qsTr("History")
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    Repeater {
        model: foot.inspector.history
        delegate: Words {
            required property string modelData
            Layout.fillWidth: true
            text: modelData
            font.pixelSize: Theme.textTiny
            wrapMode: Text.Wrap
        }
    }
    Item { implicitHeight: Theme.gapSmall }
}
