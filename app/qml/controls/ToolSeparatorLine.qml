pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Pianqu

/** Parts groups of tools. */
Rectangle {
    Layout.leftMargin: Theme.gapTiny
    Layout.rightMargin: Theme.gapTiny
    implicitWidth: 1
    implicitHeight: Theme.controlHeight * 0.6
    color: Theme.line
}
