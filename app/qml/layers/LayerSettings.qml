pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** Of the chosen layer: how much shines through, at which scales it is drawn, which features. */
GridLayout {
    id: settings

    required property StyleController look

    objectName: "layerSettings"
    columns: 2
    columnSpacing: Theme.gapSmall
    rowSpacing: Theme.gapTiny
    visible: look.current !== null

    Words { text: qsTr("Opacity"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    SmallSlider {
        objectName: "opacitySlider"
        Layout.fillWidth: true
        value: settings.look.current ? settings.look.current.opacity : 1
        onMoved: settings.look.setOpacity(value)
    }
    Words { text: qsTr("Scales"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny
        SmallField {
            objectName: "minScaleField"
            Layout.fillWidth: true
            placeholderText: "1:…"
            validator: IntValidator { bottom: 0; top: 100000000 }
            value: settings.look.current && settings.look.current.minScale > 0 ? settings.look.current.minScale : ""
            onCommitted: text => settings.look.setScales(Number(text), settings.look.current.maxScale)
        }
        Words { text: "–"; color: Theme.muted }
        SmallField {
            objectName: "maxScaleField"
            Layout.fillWidth: true
            placeholderText: "1:…"
            validator: IntValidator { bottom: 0; top: 100000000 }
            value: settings.look.current && settings.look.current.maxScale > 0 ? settings.look.current.maxScale : ""
            onCommitted: text => settings.look.setScales(settings.look.current.minScale, Number(text))
        }
    }
    Words { visible: settings.look.hasTable; text: qsTr("Filter"); color: Theme.muted; font.pixelSize: Theme.textSmall }
    SmallField {
        objectName: "filterField"
        Layout.fillWidth: true
        visible: settings.look.hasTable
        placeholderText: "floors >= 6 and use = '住宅'"
        value: settings.look.currentFilter
        onCommitted: text => settings.look.setFilter(text)
    }
    Words {
        objectName: "filterProblem"
        Layout.columnSpan: 2
        Layout.fillWidth: true
        visible: text !== ""
        text: settings.look.filterProblem
        color: Theme.danger
        font.pixelSize: Theme.textSmall
        wrapMode: Text.Wrap
    }
}
