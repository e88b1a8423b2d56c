#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "geo/base/random.hpp"
#include "geo/crs/crs.hpp"

namespace pianqu::geo {
namespace {

double metresBetween(LonLat a, LonLat b) {
  constexpr double kMetresPerDegree = 111320;
  return std::hypot((a.lon - b.lon) * std::cos(a.lat * M_PI / 180), a.lat - b.lat) * kMetresPerDegree;
}

TEST(Crs, readsWhatPlannersWrite) {
  for (const char* text : {"EPSG:4547", "EPSG:4526", "EPSG:2436", "EPSG:4490", "CGCS2000 CM 115.5 FE 500000", "+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +type=crs"}) {
    const auto crs = Crs::fromText(text);
    EXPECT_TRUE(crs) << text << ": " << (crs ? "" : crs.error().text);
  }
  EXPECT_FALSE(Crs::fromText("EPSG:999999"));
  EXPECT_FALSE(Crs::fromText("片区"));
  EXPECT_FALSE(Crs::fromText("CGCS2000 CM 5"));
  EXPECT_FALSE(Crs::fromText("EPSG:5737")) << "a height system is no place for points";
}

TEST(Crs, knowsItsCentralMeridian) {
  const auto crs = Crs::fromText("EPSG:4526");
  ASSERT_TRUE(crs);
  EXPECT_EQ(crs->centralMeridian(), 114);
  EXPECT_EQ(crs->falseEasting(), 38500000);
  EXPECT_EQ(Crs::localCity(115.5, 500000).centralMeridian(), 115.5);
}

TEST(Crs, surviveswktRoundTrip) {
  for (const Crs& crs : {Crs::localCity(115.5, 500000), Crs::fromText("EPSG:4547").value(), Crs::cgcs2000LonLat()}) {
    const auto back = Crs::fromText(crs.toWkt2());
    ASSERT_TRUE(back);
    EXPECT_TRUE(*back == crs) << crs.name();
  }
  EXPECT_FALSE(Crs::localCity(115.5, 500000) == Crs::localCity(115.6, 500000));
}

TEST(Crs, putsEastingFirst) {
  const auto xy = fromLonLat(Crs::fromText("EPSG:4547").value(), {114.3, 30.6});
  ASSERT_TRUE(xy);
  EXPECT_NEAR(xy->x, 528771, 50);
  EXPECT_NEAR(xy->y, 3386500, 500);
}

TEST(Crs, tellsTwoZonesApartByHundredsOfKilometres) {
  // domain reference, finding 6: the same point in CM 114 and CM 117.
  const auto a = fromLonLat(Crs::fromText("EPSG:4547").value(), {115.58, 29.85}), b = fromLonLat(Crs::fromText("EPSG:4548").value(), {115.58, 29.85});
  EXPECT_GT(std::abs(a->x - b->x), 280000);
}

TEST(Crs, refusesAPointThatCannotBeCarriedAndChangesNothing) {
  std::vector<XY> points{{500000, 3300000}, {INFINITY, 0}};
  const auto done = transform(Crs::localCity(115.5, 500000), Crs::cgcs2000LonLat(), points);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().where.feature, "point 2");
  EXPECT_EQ(points[0].x, 500000);
}

TEST(Crs, agreesWithPublishedPairsOfWuhan) {
  const char* folder = std::getenv("PIANQU_REAL_DATA");
  if (!folder) GTEST_SKIP() << "PIANQU_REAL_DATA does not name the real files";
  std::ifstream file(std::string(folder) + "/estates-wuhan/wuhan-hgwrr-2018-properties.csv");
  ASSERT_TRUE(file);
  const auto split = [](const std::string& line) {
    std::vector<std::string> fields;
    std::stringstream stream(line);
    for (std::string field; std::getline(stream, field, ',');) fields.push_back(field.size() > 1 && field[0] == '"' ? field.substr(1, field.size() - 2) : field);
    return fields;
  };
  std::string line;
  std::getline(file, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  const auto headings = split(line);
  const auto column = [&headings](std::initializer_list<const char*> names) {
    for (const char* name : names) for (std::size_t i = 0; i < headings.size(); ++i) if (headings[i] == name) return i;
    return headings.size();
  };
  const auto lon = column({"lon"}), lat = column({"lat"}), x = column({"X", "x"}), y = column({"Y", "y"}), group = column({"group"});
  ASSERT_LT(std::max({lon, lat, x, y, group}), headings.size()) << line;
  std::vector<XY> points, published;
  std::map<std::string, std::set<std::string>> placesOfGroup;
  std::vector<std::string> groups;
  while (std::getline(file, line)) {
    const auto fields = split(line);
    points.push_back({std::stod(fields.at(lon)), std::stod(fields.at(lat))});
    published.push_back({std::stod(fields.at(x)), std::stod(fields.at(y))});
    groups.push_back(fields.at(group));
    placesOfGroup[groups.back()].insert(fields.at(lon) + " " + fields.at(lat));
  }
  ASSERT_GT(points.size(), 19000u);
  ASSERT_TRUE(transform(Crs::wgs84LonLat(), Crs::fromText("EPSG:4547").value(), points));
  double worst = 0;
  std::size_t compared = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    // A few estates merge dwellings at several places; their X and Y belong to one of them only.
    if (placesOfGroup[groups[i]].size() > 1) continue;
    ++compared;
    const double off = std::max(std::abs(points[i].x - published[i].x), std::abs(points[i].y - published[i].y));
    worst = std::max(worst, off);
  }
  EXPECT_LT(worst, 1e-6);
  EXPECT_GT(compared, points.size() * 99 / 100);
}

TEST(Distortion, matchesTheTableAtThirtyDegrees) {
  const Crs crs = Crs::localCity(114, 500000);
  for (const auto& [degrees, mmPerKm] : {std::pair{0.25, 7.2}, {0.45, 23.3}, {0.5, 28.8}, {1.0, 115.0}, {1.5, 259.0}}) {
    const auto point = fromLonLat(crs, {114 + degrees, 30});
    EXPECT_NEAR(*lengthDistortionMmPerKm(crs, *point), mmPerKm, mmPerKm * 0.01);
  }
  EXPECT_FALSE(lengthDistortionMmPerKm(Crs::cgcs2000LonLat(), {114, 30}));
}

TEST(ShiftedDatum, offsetsAreTheMeasuredOnes) {
  for (const auto& [place, metres] : {std::pair{LonLat{114.30, 30.59}, 587.0}, {LonLat{116.40, 39.91}, 556.0}, {LonLat{121.47, 31.23}, 482.0}, {LonLat{112.94, 28.23}, 662.0}}) {
    EXPECT_NEAR(metresBetween(place, toShifted(ShiftedDatum::Gcj02, place)), metres, 6) << place.lon;
  }
}

TEST(ShiftedDatum, comesBackToTheMillimetre) {
  Random random(42);
  for (int i = 0; i < 5000; ++i) {
    const LonLat place{random.uniform(75, 134), random.uniform(18, 53)};
    for (const ShiftedDatum datum : {ShiftedDatum::Gcj02, ShiftedDatum::Bd09}) {
      ASSERT_LT(metresBetween(place, fromShifted(datum, toShifted(datum, place))), 1e-4) << "seed 42, round " << i;
    }
  }
}

TEST(ShiftedDatum, leavesTheRestOfTheWorldAlone) { EXPECT_EQ(toShifted(ShiftedDatum::Bd09, {2.35, 48.85}), (LonLat{2.35, 48.85})); }

TEST(GuessCrs, provesWhatTheNumbersProve) {
  using Kind = CrsGuess::Kind;
  struct Row { const char* why; double minA, maxA, minB, maxB; Kind kind; bool isSwapped; int zone; };
  for (const Row& row : {Row{"degrees", 114.1, 114.5, 30.4, 30.7, Kind::Geographic, false, 0}, {"latitude first", 30.4, 30.7, 114.1, 114.5, Kind::Geographic, true, 0},
                         {"six digits", 498000, 503000, 3302000, 3306000, Kind::ProjectedNoZone, false, 0}, {"CJJ 61: X is north", 3302000, 3306000, 498000, 503000, Kind::ProjectedNoZone, true, 0},
                         {"zone 38", 38650900, 38651900, 3302000, 3306000, Kind::ProjectedWithZone, false, 38}, {"zone 20, six degrees", 20500000, 20510000, 3302000, 3306000, Kind::ProjectedWithZone, false, 20},
                         {"two zones in one file", 38900000, 39100000, 3302000, 3306000, Kind::Unknown, false, 0}, {"web mercator", 12900000, 12950000, 4800000, 4870000, Kind::WebMercator, false, 0},
                         {"a drawing in millimetres", 0, 84100, 0, 59400, Kind::Unknown, false, 0}}) {
    const auto guess = guessCrs(row.minA, row.maxA, row.minB, row.maxB);
    EXPECT_EQ(guess.kind, row.kind) << row.why << ": " << guess.reason;
    EXPECT_EQ(guess.isSwapped, row.isSwapped) << row.why;
    EXPECT_EQ(guess.zone, row.zone) << row.why;
  }
}

}  // namespace
}  // namespace pianqu::geo
