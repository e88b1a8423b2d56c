pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Pianqu

/** A slider as high as a row. */
T.Slider {
    id: slider

    implicitHeight: Theme.rowHeight
    implicitWidth: 120
    focusPolicy: Qt.TabFocus

    background: Rectangle {
        x: slider.leftPadding
        y: slider.height / 2 - height / 2
        width: slider.availableWidth
        height: 4
        radius: 2
        color: Theme.line
        Rectangle { width: slider.visualPosition * parent.width; height: parent.height; radius: 2; color: Theme.accent }
    }
    handle: Rectangle {
        x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
        y: slider.height / 2 - height / 2
        width: 14
        height: 14
        radius: 7
        color: Theme.panel
        border.width: slider.visualFocus ? 2 : 1
        border.color: slider.pressed || slider.visualFocus ? Theme.accent : Theme.muted
    }
}
