#pragma once

#include <QMatrix4x4>
#include <QPointF>
#include <QSizeF>

#include "geo/shape/shape.hpp"

namespace pianqu::app {

/// Pixels of the map item, x right, y down, origin in its top left corner.
using ScreenPoint = QPointF;

/// Half the side of the Web Mercator square, metres. source EPSG:3857
inline constexpr double kMercatorHalfM = 20037508.342789244;

/// Where the map looks: the value that QtLocation's Map and our layers share. Tilt is always 0.
/// World points are Web Mercator metres (EPSG:3857), x east, y north.
struct CameraView {
  geo::XY centre;            ///< Web Mercator metres
  double zoom = 3;           ///< the world is 256 * 2^zoom pixels wide
  double bearingDeg = 0;     ///< the direction that is up, clockwise from north
  QSizeF size;               ///< of the map item, pixels

  double pixelsPerMetre() const;                  ///< of Web Mercator; times cos(latitude)^-1 on the ground
  ScreenPoint screenOf(geo::XY world) const;
  geo::XY worldAt(ScreenPoint point) const;
  /// Takes (x - origin.x, origin.y - y) in metres to pixels. Doubles until the last step, so that float vertices near `origin` stay exact.
  QMatrix4x4 matrixFrom(geo::XY origin) const;
  /// The world box that holds all of the view, whatever the bearing.
  geo::Box visibleBox() const;
  bool operator==(const CameraView&) const = default;
};

/// Web Mercator on the sphere, closed form; latitudes beyond 85.0511 are clamped. accuracy  equal to PROJ's EPSG:3857 to 1e-8 m
geo::XY worldOf(geo::LonLat place);
geo::LonLat lonLatOf(geo::XY world);

/// Metres on the ground to metres of Web Mercator at `world`: 1 / cos(latitude).
double mercatorStretch(geo::XY world);

}  // namespace pianqu::app
