pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** One line of a panel: words, value, unit. */
RowLayout {
    id: row

    required property string label
    required property string value
    required property string unit

    spacing: Theme.gapTiny

    Words {
        Layout.preferredWidth: 104
        text: row.label
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
    Words {
        Layout.fillWidth: true
        text: row.value
        wrapMode: Text.Wrap
        font.features: { "tnum": 1 }
        horizontalAlignment: Text.AlignRight
    }
    Words {
        visible: row.unit !== ""
        text: row.unit
        color: Theme.muted
        font.pixelSize: Theme.textSmall
    }
}
