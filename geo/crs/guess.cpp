#include <algorithm>
#include <cmath>
#include <cstdio>

#include "geo/crs/crs.hpp"

namespace pianqu::geo {
namespace {

struct Range { double low, high; bool within(double a, double b) const { return low >= a && high <= b; } };

// China by the numbers that its coordinates can take.
bool isLongitude(Range r) { return r.within(70, 140); }
bool isLatitude(Range r) { return r.within(0, 58); }
bool isNorthing(Range r) { return r.within(1.5e6, 6.5e6); }
bool isSixDigitEasting(Range r) { return r.within(50e3, 950e3); }
bool isMercatorX(Range r) { return r.within(7.8e6, 15.6e6); }
bool isMercatorY(Range r) { return r.within(0, 7.8e6); }

/// The zone number in front of eight-digit eastings, 0 when the range is not one zone.
int zoneIn(Range r) {
  const int zone = static_cast<int>(std::floor(r.low / 1e6));
  const bool isOne = std::floor(r.high / 1e6) == zone && r.low - zone * 1e6 > 50e3 && r.high - zone * 1e6 < 950e3;
  return isOne && ((zone >= 25 && zone <= 45) || (zone >= 13 && zone <= 23)) ? zone : 0;
}

std::string text(const char* format, double a, double b, double c, double d) {
  char buffer[256];
  std::snprintf(buffer, sizeof buffer, format, a, b, c, d);
  return buffer;
}

std::optional<CrsGuess> guessInOrder(Range east, Range north) {
  CrsGuess guess;
  if (isLongitude(east) && isLatitude(north)) {
    guess.kind = CrsGuess::Kind::Geographic;
    guess.reason = text("%.4f..%.4f are degrees of longitude and %.4f..%.4f degrees of latitude in China", east.low, east.high, north.low, north.high);
    return guess;
  }
  if (isNorthing(north)) {
    if (isSixDigitEasting(east)) {
      guess.kind = CrsGuess::Kind::ProjectedNoZone;
      guess.reason = text("eastings %.0f..%.0f have six digits, so no zone number; northings %.0f..%.0f", east.low, east.high, north.low, north.high);
      return guess;
    }
    if (const int zone = zoneIn(east)) {
      guess.kind = CrsGuess::Kind::ProjectedWithZone;
      guess.zone = zone;
      guess.isSixDegree = zone <= 23;
      guess.reason = text("eastings %.0f..%.0f have eight digits and begin with the zone number %.0f; northings from %.0f", east.low, east.high, zone, north.low);
      return guess;
    }
  }
  if (isMercatorX(east) && isMercatorY(north)) {
    guess.kind = CrsGuess::Kind::WebMercator;
    guess.reason = text("%.0f..%.0f and %.0f..%.0f are Web Mercator metres in China", east.low, east.high, north.low, north.high);
    return guess;
  }
  return std::nullopt;
}

}  // namespace

CrsGuess guessCrs(double minA, double maxA, double minB, double maxB) {
  const Range a{minA, maxA}, b{minB, maxB};
  if (auto guess = guessInOrder(a, b)) return *guess;
  if (auto guess = guessInOrder(b, a)) {
    guess->isSwapped = true;
    guess->reason += "; the first number is the northing or latitude";
    return *guess;
  }
  CrsGuess guess;
  guess.reason = text("%.3f..%.3f and %.3f..%.3f fit no system used in China", minA, maxA, minB, maxB);
  return guess;
}

}  // namespace pianqu::geo
