pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu
import Pianqu.Map

/** Length, bearing and coordinates of the next point, typed. What is typed binds the pointer; Enter places. */
Rectangle {
    id: input

    required property EditController edit

    function send() { input.edit.setTyped(length.text, bearing.text, easting.text, northing.text); }
    function startTyping(first: string) {
        const target = input.edit.canTypeLength ? length : easting;
        target.field.forceActiveFocus();
        target.field.text = first;
        input.send();
    }
    function empty() { length.text = ""; bearing.text = ""; easting.text = ""; northing.text = ""; }

    objectName: "exactInput"
    implicitWidth: row.implicitWidth + 2 * Theme.gap
    implicitHeight: Theme.controlHeight + 2
    radius: Theme.radius
    color: Theme.panel
    border.color: Theme.line

    Connections {
        target: input.edit
        function onTypedPlaced() { input.empty() }
    }
    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap
        NumberField {
            id: length
            objectName: "lengthField"
            enabled: input.edit.canTypeLength
            label: qsTr("Length")
            unit: "m"
            field.KeyNavigation.tab: bearing.field
            onEntered: input.send()
        }
        NumberField {
            id: bearing
            objectName: "bearingField"
            enabled: input.edit.canTypeLength
            label: qsTr("Bearing")
            unit: "°"
            field.KeyNavigation.tab: easting.field
            onEntered: input.send()
        }
        NumberField {
            id: easting
            objectName: "xField"
            label: "X"
            fieldWidth: 96
            field.KeyNavigation.tab: northing.field
            onEntered: input.send()
        }
        NumberField {
            id: northing
            objectName: "yField"
            label: "Y"
            fieldWidth: 96
            field.KeyNavigation.tab: input.edit.canTypeLength ? length.field : easting.field
            onEntered: input.send()
        }
    }
}
