pragma ComponentBehavior: Bound
import QtQuick
import Pianqu.Map

/** Choosing on the map: Shift and drag for a rectangle, Shift and Ctrl for a free line. */
Item {
    id: band

    required property SelectionController selection

    DragHandler {
        target: null
        acceptedModifiers: Qt.ShiftModifier
        onCentroidChanged: if (active) band.selection.dragBox(centroid.pressPosition, centroid.position)
        onActiveChanged: if (!active) band.selection.finish()
    }
    DragHandler {
        target: null
        acceptedModifiers: Qt.ShiftModifier | Qt.ControlModifier
        onCentroidChanged: if (active) band.selection.extendLasso(centroid.position)
        onActiveChanged: if (!active) band.selection.finish()
    }
}
