#include <cmath>
#include <numbers>

#include "geo/crs/crs.hpp"

/// source  the published reverse engineering of the Chinese offset; anchors: Wuhan 587 m, Beijing 556 m, Shanghai 482 m (tests)
namespace pianqu::geo {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kAxis = 6378245.0;                 // Krassovsky 1940, which the offset is defined on
constexpr double kEccentricity2 = 0.00669342162296594323;
constexpr double kBdPi = kPi * 3000.0 / 180.0;

bool isOutsideChina(LonLat p) { return p.lon < 72.004 || p.lon > 137.8347 || p.lat < 0.8293 || p.lat > 55.8271; }

double waves(double t) { return (20.0 * std::sin(6.0 * t * kPi) + 20.0 * std::sin(2.0 * t * kPi)) * 2.0 / 3.0; }

double northOffset(double x, double y) {
  return -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + waves(x) +
         (20.0 * std::sin(y * kPi) + 40.0 * std::sin(y / 3.0 * kPi)) * 2.0 / 3.0 +
         (160.0 * std::sin(y / 12.0 * kPi) + 320.0 * std::sin(y * kPi / 30.0)) * 2.0 / 3.0;
}

double eastOffset(double x, double y) {
  return 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + waves(x) +
         (20.0 * std::sin(x * kPi) + 40.0 * std::sin(x / 3.0 * kPi)) * 2.0 / 3.0 +
         (150.0 * std::sin(x / 12.0 * kPi) + 300.0 * std::sin(x / 30.0 * kPi)) * 2.0 / 3.0;
}

LonLat toGcj02(LonLat p) {
  if (isOutsideChina(p)) return p;
  const double x = p.lon - 105.0, y = p.lat - 35.0;
  const double latitude = p.lat / 180.0 * kPi;
  const double magic = 1 - kEccentricity2 * std::sin(latitude) * std::sin(latitude);
  const double north = northOffset(x, y) * 180.0 / (kAxis * (1 - kEccentricity2) / (magic * std::sqrt(magic)) * kPi);
  const double east = eastOffset(x, y) * 180.0 / (kAxis / std::sqrt(magic) * std::cos(latitude) * kPi);
  return {p.lon + east, p.lat + north};
}

LonLat gcjToBd09(LonLat p) {
  const double z = std::sqrt(p.lon * p.lon + p.lat * p.lat) + 0.00002 * std::sin(p.lat * kBdPi);
  const double theta = std::atan2(p.lat, p.lon) + 0.000003 * std::cos(p.lon * kBdPi);
  return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

}  // namespace

LonLat toShifted(ShiftedDatum datum, LonLat wgs84) {
  const LonLat gcj = toGcj02(wgs84);
  return datum == ShiftedDatum::Gcj02 || isOutsideChina(wgs84) ? gcj : gcjToBd09(gcj);
}

LonLat fromShifted(ShiftedDatum datum, LonLat shifted) {
  // The offset changes by under 1e-3 of itself over its own length, so each round gains three digits.
  LonLat guess = shifted;
  for (int round = 0; round < 20; ++round) {
    const LonLat seen = toShifted(datum, guess);
    const double east = shifted.lon - seen.lon, north = shifted.lat - seen.lat;
    guess = {guess.lon + east, guess.lat + north};
    if (std::abs(east) < 1e-11 && std::abs(north) < 1e-11) break;
  }
  return guess;
}

}  // namespace pianqu::geo
