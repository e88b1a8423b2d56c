pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map

/** The texts that fit on the map now. */
Item {
    id: labels

    required property LabelModel model

    clip: true

    Item {
        x: labels.model.shift.x
        y: labels.model.shift.y

        Repeater {
            model: labels.model
            delegate: Text {
                required property string words
                required property point place
                required property real angle
                required property real sizePx
                required property color colour
                required property bool isBold

                x: Math.round(place.x - width / 2)
                y: Math.round(place.y - height / 2)
                rotation: angle
                text: words
                color: colour
                style: Text.Outline
                styleColor: Theme.halo
                textFormat: Text.PlainText
                font.family: Theme.family
                font.pixelSize: sizePx
                font.bold: isBold
            }
        }
    }
}
