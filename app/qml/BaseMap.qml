pragma ComponentBehavior: Bound
import QtQuick
import QtLocation
import Pianqu.Map
import Pianqu.Tiles

/** The picture under the layers: a second Map that follows our camera and takes its tiles from the loopback server. */
Map {
    id: base

    required property MapCamera camera
    required property BaseMapController source

    plugin: Plugin {
        name: "osm"
        PluginParameter { name: "osm.mapping.custom.host"; value: base.source.urlTemplate }
        PluginParameter { name: "osm.mapping.providersrepository.disabled"; value: true }
        PluginParameter { name: "osm.mapping.cache.directory"; value: base.source.cacheFolder }
        PluginParameter { name: "osm.useragent"; value: "Pianqu" }
    }
    // The custom host is always the last type.
    activeMapType: supportedMapTypes[supportedMapTypes.length - 1]
    color: "transparent"
    copyrightsVisible: false
    minimumTilt: 0
    maximumTilt: 0
    center: camera.centre
    zoomLevel: camera.zoomLevel
    bearing: camera.bearing
}
