pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Style

/** One class of a layer: colour, name, values, width of its line, how many features. */
RowLayout {
    id: row

    required property StyleEditor editor
    required property int index
    required property string title
    required property string match
    required property color fill
    required property color stroke
    required property real widthMm
    required property string countText
    required property int shape
    signal colourRequested(color now)

    spacing: Theme.gapTiny

    LegendSwatch {
        objectName: "swatch-" + row.index
        Layout.leftMargin: Theme.gapTiny
        shape: row.shape
        fill: row.fill
        stroke: row.stroke
        Tip { words: qsTr("Colour of the class") }
        TapHandler { margin: 4; onTapped: row.colourRequested(row.shape === 1 || row.fill.a === 0 ? row.stroke : row.fill) }
    }
    SmallField { objectName: "title-" + row.index; Layout.fillWidth: true; Layout.preferredWidth: 70; value: row.title; onCommitted: text => row.editor.setTitle(row.index, text) }
    SmallField { objectName: "match-" + row.index; Layout.fillWidth: true; Layout.preferredWidth: 50; value: row.match; font.pixelSize: Theme.textSmall; onCommitted: text => row.editor.setMatch(row.index, text) }
    SmallField {
        objectName: "width-" + row.index
        Layout.preferredWidth: 36
        horizontalAlignment: TextInput.AlignRight
        value: row.widthMm.toFixed(2)
        validator: DoubleValidator { bottom: 0; top: 10; notation: DoubleValidator.StandardNotation }
        onCommitted: text => row.editor.setWidth(row.index, Number(text))
    }
    Words { Layout.preferredWidth: 40; horizontalAlignment: Text.AlignRight; text: row.countText; color: Theme.muted; font.pixelSize: Theme.textTiny }
    FlatButton { objectName: "remove-" + row.index; isSmall: true; text: "×"; tip: qsTr("Take the class out"); onClicked: row.editor.removeClass(row.index) }
}
