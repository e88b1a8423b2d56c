pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Desk
import Pianqu.Style

/** One overlay: tick, colour, name; after a click also what is known of it, and how it lies on the map. */
Rectangle {
    id: row

    required property OverlayModel overlays
    required property int index
    required property string name
    required property string source
    required property int overlayState
    required property string words
    required property string hint
    required property bool isShown
    required property real overlayOpacity
    required property color colour
    required property bool isAbove
    required property string crs
    required property bool isPicture
    required property bool isAddress
    required property bool isMissing
    required property bool isOpen
    readonly property bool hasFailed: overlayState === 2
    readonly property bool isUnfolded: isOpen || hasFailed
    signal opened()
    signal menuAsked()
    signal colourAsked()
    signal locateAsked()

    objectName: "overlay-" + index
    implicitHeight: column.implicitHeight
    color: isOpen ? Theme.chosen : hover.hovered ? Theme.hover : Theme.panel

    HoverHandler { id: hover }
    TapHandler { acceptedButtons: Qt.RightButton; onTapped: row.menuAsked() }
    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.gapSmall; rightMargin: Theme.gapTiny }
        spacing: 0
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.rowHeight
            spacing: Theme.gapTiny + 2
            GroupTick { objectName: "overlayTick-" + row.index; tick: row.isShown ? LayerTreeModel.On : LayerTreeModel.Off; onToggled: row.overlays.setShown(row.index, !row.isShown) }
            LegendSwatch {
                objectName: "overlaySwatch-" + row.index
                shape: row.isPicture ? -1 : 0
                fill: Qt.rgba(row.colour.r, row.colour.g, row.colour.b, 0.2)
                stroke: row.colour
                Words { anchors.centerIn: parent; visible: row.isPicture; text: "▦"; color: Theme.muted }
                Tip { enabled: !row.isPicture; words: qsTr("Colour on the map") }
                TapHandler { margin: 4; enabled: !row.isPicture; onTapped: row.colourAsked() }
            }
            Words {
                Layout.fillWidth: true
                text: row.name
                color: row.hasFailed ? Theme.danger : row.isShown ? Theme.text : Theme.muted
                elide: Text.ElideMiddle
                TapHandler { onTapped: row.opened(); onDoubleTapped: row.overlays.zoomTo(row.index) }
            }
            Words { visible: row.overlayState === 0; text: "…"; color: Theme.accent }
            FlatButton { objectName: "overlayMenu-" + row.index; isSmall: true; text: "⋯"; tip: qsTr("What can be done with it"); onClicked: row.menuAsked() }
        }
        Words {
            objectName: "overlayWords-" + row.index
            Layout.fillWidth: true
            visible: row.isUnfolded && text !== ""
            text: row.words
            color: row.hasFailed ? Theme.danger : Theme.muted
            font.pixelSize: Theme.textSmall
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            visible: row.isUnfolded && text !== ""
            text: row.hint
            color: Theme.muted
            font.pixelSize: Theme.textTiny
            wrapMode: Text.Wrap
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.gapTiny
            visible: row.isUnfolded && !row.isMissing
            columns: 2
            columnSpacing: Theme.gapSmall
            rowSpacing: Theme.gapTiny
            Words { text: qsTr("Name"); color: Theme.muted; font.pixelSize: Theme.textSmall }
            SmallField { objectName: "overlayName-" + row.index; Layout.fillWidth: true; value: row.name; onCommitted: text => row.overlays.setName(row.index, text) }
            Words { visible: row.isAddress; text: qsTr("Address"); color: Theme.muted; font.pixelSize: Theme.textSmall }
            SmallField {
                objectName: "overlayAddress-" + row.index
                Layout.fillWidth: true
                visible: row.isAddress
                value: row.source
                onCommitted: text => row.overlays.setAddress(row.index, text)
            }
            Words { text: qsTr("System"); color: Theme.muted; font.pixelSize: Theme.textSmall }
            SmallField {
                objectName: "overlayCrs-" + row.index
                Layout.fillWidth: true
                value: row.crs
                placeholderText: qsTr("as judged; or EPSG:4547, gcj02, bd09")
                onCommitted: text => row.overlays.setCrs(row.index, text)
            }
            Words { visible: !row.hasFailed; text: qsTr("Opacity"); color: Theme.muted; font.pixelSize: Theme.textSmall }
            SmallSlider {
                objectName: "overlayOpacity-" + row.index
                Layout.fillWidth: true
                visible: !row.hasFailed
                value: row.overlayOpacity
                onMoved: { row.overlays.setOpacity(row.index, value); if (!pressed) row.overlays.keep(); }
                onPressedChanged: if (!pressed) row.overlays.keep()
            }
        }
        PlainButton {
            objectName: "overlayLocate-" + row.index
            Layout.bottomMargin: Theme.gapTiny
            visible: row.isMissing
            text: qsTr("Locate the file…")
            onClicked: row.locateAsked()
        }
    }
}
