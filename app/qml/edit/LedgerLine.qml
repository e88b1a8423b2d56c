pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Model

/** One figure of the live ledger; green or red where there is a threshold. */
RowLayout {
    id: line

    required property string label
    required property string before
    required property string after
    required property string unit
    required property string bound
    required property int standing
    required property bool isChanged
    required property bool hasAfter
    readonly property bool isMet: standing === StrokeModel.Met
    readonly property color ink: standing === StrokeModel.Below || standing === StrokeModel.Above ? Theme.danger : isMet ? Theme.good : Theme.text

    spacing: Theme.gapTiny

    Words {
        Layout.preferredWidth: 96
        text: line.label
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    Words {
        Layout.fillWidth: true
        text: line.isChanged ? line.before + " → " + line.after : line.after
        color: line.ink
        font.weight: line.isChanged ? Font.DemiBold : Font.Normal
        font.pixelSize: Theme.textSmall
        font.features: { "tnum": 1 }
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.Wrap
    }
    Words {
        visible: line.unit !== ""
        text: line.unit
        color: Theme.muted
        font.pixelSize: Theme.textTiny
    }
    Words {
        visible: line.bound !== ""
        text: line.bound
        color: line.ink
        font.pixelSize: Theme.textTiny
    }
}
