pragma ComponentBehavior: Bound
import QtQuick
import Pianqu
import Pianqu.Map
import Pianqu.Tiles

/** A file or address that is only looked at: over the layers of the project, or under them and under what stands above it in the list. */
Item {
    id: item

    required property MapCamera camera
    required property bool isShown
    required property bool isAbove
    required property real overlayOpacity
    required property MapLayer mapLayer
    required property BaseMapController picture

    z: isAbove ? 0 : -1
    visible: isShown
    opacity: overlayOpacity

    MapLayerItem {
        anchors.fill: parent
        camera: item.camera
        mapLayer: item.mapLayer
    }
    Loader {
        anchors.fill: parent
        active: item.picture !== null
        sourceComponent: BaseMap {
            camera: item.camera
            source: item.picture
        }
    }
}
