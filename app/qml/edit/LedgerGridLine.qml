pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** One row of a table of the ledger, or its headings. */
Row {
    id: line

    required property list<string> texts
    required property list<bool> numeric
    property bool isHeading: false

    Repeater {
        model: line.texts
        delegate: Words {
            required property string modelData
            required property int index
            width: line.width / Math.max(1, line.texts.length)
            height: line.isHeading ? Theme.rowHeight + Theme.gapSmall : Theme.rowHeight   // headings take two lines
            leftPadding: Theme.gapSmall
            rightPadding: Theme.gapSmall
            text: modelData === "" && !line.isHeading ? "–" : modelData
            color: line.isHeading ? Theme.muted : Theme.text
            font.pixelSize: line.isHeading ? Theme.textTiny : Theme.textSmall
            font.features: { "tnum": 1 }
            wrapMode: line.isHeading ? Text.Wrap : Text.NoWrap
            horizontalAlignment: line.numeric[index] ? Text.AlignRight : Text.AlignLeft
        }
    }
}
