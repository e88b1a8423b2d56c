#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// A projected or geographic coordinate reference system. Cheap to copy, immutable.
///
/// Axes are always easting, northing (or longitude, latitude), whatever the authority's order is.
/// cost      a transformation is not thread-safe per object; each call makes or borrows its own handle, so any thread may call
/// source    PROJ 9.6; [EPSG]; zone facts: domain reference 3.5
class Crs {
 public:
  /// `definition`: "EPSG:4547", WKT 1 or 2, a PROJ string, or "CGCS2000 CM 115.5 FE 500000 [FN 0]" for a local city system.
  /// errors    Invalid, with PROJ's own words and an example
  static Result<Crs> fromText(const std::string& definition);

  /// Transverse Mercator on the CGCS2000 ellipsoid, scale 1 on the central meridian (degrees), the usual city system.
  static Crs localCity(double centralMeridianDeg, double falseEasting, double falseNorthing = 0);

  static Crs cgcs2000LonLat();  ///< EPSG:4490
  static Crs wgs84LonLat();     ///< EPSG:4326
  static Crs webMercator();     ///< EPSG:3857

  const std::string& name() const;     ///< for a person
  const std::string& authority() const;  ///< "EPSG:4547", or empty when it has none
  std::string toWkt2() const;
  std::string toProjString() const;
  bool isGeographic() const;
  /// Longitude of the central meridian in degrees, for transverse Mercator systems only.
  std::optional<double> centralMeridian() const;
  double falseEasting() const;
  bool operator==(const Crs& other) const;  ///< same meaning, not same text

  struct Definition;

 private:
  explicit Crs(std::shared_ptr<const Definition> definition) : m_definition(std::move(definition)) {}
  std::shared_ptr<const Definition> m_definition;
};

/// From one system to another. CGCS2000 and WGS 84 are taken as the same datum.
///
/// in        points in place, easting/longitude first
/// errors    Invalid for points that the projection cannot carry, with the first such point; nothing is changed then
/// accuracy  EPSG:4326 -> 4547 under 1e-6 m against 776 published pairs (tests over real data)
Result<void> transform(const Crs& from, const Crs& to, std::vector<XY>& points);
Result<XYGeometry> transform(const Crs& from, const Crs& to, XYGeometry geometry);
Result<LonLat> toLonLat(const Crs& from, XY point);
Result<XY> fromLonLat(const Crs& to, LonLat point);

/// The datums with a non-linear secret offset that Chinese web maps use.
enum class ShiftedDatum { Gcj02, Bd09 };

/// WGS 84 -> shifted. Outside China's rough bounding box (72.004..137.8347 E, 0.8293..55.8271 N) the point is unchanged.
LonLat toShifted(ShiftedDatum datum, LonLat wgs84);
/// accuracy  inverse by fixed-point iteration to 1e-10 degrees, under 0.01 mm round trip
LonLat fromShifted(ShiftedDatum datum, LonLat shifted);

/// Grid length minus ground length, millimetres a kilometre, at `point` of a projected `crs` on the ellipsoid (height 0).
/// Positive: the grid is longer. errors Unsupported for a geographic system.
Result<double> lengthDistortionMmPerKm(const Crs& crs, XY point);

/// What the numbers of a file allow to conclude on its system, and why. Used by import; pure, so that it can be tested.
struct CrsGuess {
  enum class Kind { Geographic, ProjectedNoZone, ProjectedWithZone, WebMercator, Unknown };
  Kind kind = Kind::Unknown;
  bool isSwapped = false;             ///< the first number is northing or latitude
  int zone = 0;                       ///< zone number of 8-digit eastings, 3-degree zones 25..45, 6-degree 13..23; 0: none
  bool isSixDegree = false;
  std::string reason;                 ///< the numbers that prove it, a sentence
};
/// in        the extent of two columns of numbers as stored: first column (a), second (b)
CrsGuess guessCrs(double minA, double maxA, double minB, double maxB);

}  // namespace pianqu::geo
