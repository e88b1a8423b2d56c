pragma ComponentBehavior: Bound
import QtQuick
import Pianqu.Model

/** Makes a card or dialog the first time its key is asked for, and opens it. */
Item {
    id: slot

    required property FrameController frame
    required property string key
    required property Component card
    property QtObject made: null

    function open() {
        if (!slot.made) slot.made = slot.card.createObject(slot);
        slot.made.open();
    }

    Connections {
        target: slot.frame
        function onCardRequested(key) { if (key === slot.key) slot.open() }
    }
}
