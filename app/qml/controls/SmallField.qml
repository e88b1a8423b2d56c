pragma ComponentBehavior: Bound
import QtQuick
import Pianqu

/** A field as high as a row; `committed` when Enter is pressed or it is left with another text. */
InputField {
    id: field

    property string value: ""
    signal committed(string text)

    function settle() {
        if (field.text !== field.value) field.committed(field.text);
    }

    onValueChanged: field.text = field.value
    Component.onCompleted: field.text = field.value
    implicitHeight: Theme.rowHeight
    leftPadding: Theme.gapTiny
    rightPadding: Theme.gapTiny
    topPadding: 0
    bottomPadding: 0
    onAccepted: field.settle()
    onActiveFocusChanged: if (!activeFocus) field.settle()
}
