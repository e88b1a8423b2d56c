#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <limits>
#include <string>

#include "geo/coverage/check.hpp"
#include "geo/coverage/draw.hpp"
#include "geo/coverage/follow.hpp"
#include "geo/coverage/turning_points.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "tests/geo/coverage/random_town.hpp"

/// Boundaries from town to drawing, against the independent check.
namespace pianqu::geo::test {
namespace {

MultiPolygon<XY> rectangle(double x, double y, double width, double height) {
  return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

std::uint64_t seedOfRun() {
  const char* given = std::getenv("PIANQU_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : 11;
}

DrawLines drawLinesOf(const RandomTown& town) {
  DrawLines lines{.followed = town.lines.barriers};
  lines.followed.insert(lines.followed.end(), town.lines.guides.begin(), town.lines.guides.end());
  for (const auto& site : town.sites) {
    lines.whole.insert(lines.whole.end(), site.footprints.begin(), site.footprints.end());
    lines.whole.insert(lines.whole.end(), site.parcel.begin(), site.parcel.end());
    for (const auto& part : site.parcel) lines.exact.push_back(part.outer);
  }
  return lines;
}

/// Sites that overlap another one, or a barrier: their ground is cut, so they cannot be wholly inside.
std::vector<bool> disputed(const RandomTown& town) {
  std::vector<bool> is(town.sites.size(), false);
  const auto groundOf = [](const LandSite& site) {
    auto all = site.footprints;
    all.insert(all.end(), site.parcel.begin(), site.parcel.end());
    return all;
  };
  for (std::size_t a = 0; a < town.sites.size(); ++a) {
    for (const auto& barrier : town.lines.barriers) {
      if (intersects(barrier, groundOf(town.sites[a]))) is[a] = true;
    }
    for (std::size_t b = a + 1; b < town.sites.size(); ++b) {
      if (!boxOf(groundOf(town.sites[a])).intersects(boxOf(groundOf(town.sites[b])))) continue;
      const auto one = groundOf(town.sites[a]), other = groundOf(town.sites[b]);
      for (const auto& p : one) {
        for (const auto& q : other) {
          if (intersects({p}, {q})) is[a] = is[b] = true;
        }
      }
    }
  }
  return is;
}

std::vector<BoundaryMembers> membersOf(const RandomTown& town, const std::vector<int>& districtOf, std::size_t count) {
  std::vector<BoundaryMembers> members(count);
  const auto isDisputed = disputed(town);
  for (std::size_t s = 0; s < town.sites.size(); ++s) {
    BoundaryMembers& own = members[static_cast<std::size_t>(districtOf[s])];
    if (isDisputed[s]) {
      own.parts = 100;
      continue;
    }
    own.footprints.insert(own.footprints.end(), town.sites[s].footprints.begin(), town.sites[s].footprints.end());
    own.parts = std::max(own.parts, town.sites[s].footprints.size() + town.sites[s].parcel.size());
  }
  return members;
}

std::string faultsOf(const BoundaryReport& report) {
  std::string text;
  for (const auto& fault : report.faults) {
    text += "kind " + std::to_string(static_cast<int>(fault.kind)) + " shape " + std::to_string(fault.shape) + " amount " + std::to_string(fault.amount) + " at " + std::to_string(fault.place.x) + " " +
            std::to_string(fault.place.y) + "\n";
  }
  return text;
}

TEST(BoundaryProperties, holdOnRandomTownsWithCurvedStreetsDeadEndsAndOddAngles) {
  Random random(seedOfRun());
  for (int run = 0; run < 25; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seedOfRun()) + " run " + std::to_string(run));
    const RandomTown town = randomTown(random, random.chance(0.5) ? XY{0, 0} : XY{39500000, 3400000});
    const auto land = divideLand(town.sites, town.lines, {});
    ASSERT_TRUE(land) << toText(land.error());
    std::size_t count = 0;
    const auto districtOf = growDistricts(*land, 9, count);
    const auto shapes = dissolveLand(*land, districtOf, count);
    ASSERT_TRUE(shapes) << toText(shapes.error());
    EXPECT_TRUE(isCoverageValid(*shapes));
    const auto drawn = drawBoundaries(*shapes, drawLinesOf(town));
    ASSERT_TRUE(drawn);
    EXPECT_TRUE(isCoverageValid(*drawn));
    const auto report = checkBoundaries(*drawn, membersOf(town, districtOf, count));
    ASSERT_TRUE(report) << toText(report.error());
    EXPECT_TRUE(report->faults.empty()) << faultsOf(*report);
    EXPECT_LT(report->errorPerKm2(), 0.1);
    for (const auto& both : land->neighbours) {
      EXPECT_TRUE(both.cut != LandCut::None || both.gapM <= 60 + 1e-6);
    }
  }
}

TEST(BoundaryProperties, followStreetEdgesAndOwnGroundExactly) {
  Random random(seedOfRun() + 1);
  for (int run = 0; run < 10; ++run) {
    SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seedOfRun()) + " run " + std::to_string(run));
    const RandomTown town = randomTown(random, {500000, 3400000});
    const auto land = divideLand(town.sites, town.lines, {});
    ASSERT_TRUE(land) << toText(land.error());
    std::size_t count = 0;
    const auto districtOf = growDistricts(*land, 9, count);
    const auto shapes = dissolveLand(*land, districtOf, count);
    ASSERT_TRUE(shapes);
    std::vector<Street> streets;
    for (const auto& line : town.lines.barriers) streets.push_back({{line}, 30});
    for (const auto& line : town.lines.guides) streets.push_back({{line}, 12});
    MultiPolygon<XY> ground;
    std::vector<MultiPolygon<XY>> limits(count);
    for (std::size_t s = 0; s < town.sites.size(); ++s) {
      for (const auto* parts : {&town.sites[s].footprints, &town.sites[s].parcel}) {
        ground.insert(ground.end(), parts->begin(), parts->end());
        auto margin = bufferOf(*parts, 3);
        auto& own = limits[static_cast<std::size_t>(districtOf[s])];
        own.insert(own.end(), margin->begin(), margin->end());
      }
    }
    for (auto& limit : limits) limit = *unionOf(limit);
    const auto cut = cutStreets(*shapes, streets, ground);
    ASSERT_TRUE(cut) << toText(cut.error());
    const auto kept = keptWithin(*shapes, limits);
    ASSERT_TRUE(kept) << toText(kept.error());
    for (const auto* trimmed : {&cut->shapes, &*kept}) {
      EXPECT_TRUE(isCoverageValid(*trimmed));
      DrawLines lines = drawLinesOf(town);
      lines.followed.insert(lines.followed.end(), cut->edges.begin(), cut->edges.end());
      const auto drawn = drawBoundaries(*trimmed, lines);
      ASSERT_TRUE(drawn);
      const auto report = checkBoundaries(*drawn, membersOf(town, districtOf, count));
      ASSERT_TRUE(report) << toText(report.error());
      EXPECT_TRUE(report->faults.empty()) << faultsOf(*report);
      EXPECT_LT(report->errorPerKm2(), 0.1);
      for (std::size_t d = 0; d < count; ++d) EXPECT_LE((*trimmed)[d].size(), (*shapes)[d].size());
    }
  }
}

TEST(DivideLand, endsAtAGuideAndLeavesNeighboursAcrossItNeighbours) {
  const LandLines lines{.guides = {{{27, -400}, {25, 400}}, {{-400, -60}, {400, -60}}, {{-400, 70}, {400, 70}}}};
  const std::vector<LandSite> sites{{{}, rectangle(0, 0, 20, 10)}, {{}, rectangle(45, 0, 20, 10)}};
  const auto land = divideLand(sites, lines, {});
  ASSERT_TRUE(land) << toText(land.error());
  ASSERT_EQ(land->neighbours.size(), 1U);
  EXPECT_EQ(land->neighbours[0].cut, LandCut::None);
  EXPECT_NEAR(land->neighbours[0].gapM, 25, 1e-6);
  const auto apart = dissolveLand(*land, {0, 1}, 2);
  for (XY p : (*apart)[0].front().outer) EXPECT_LE(p.x, 27.02) << "not half-way, at the street";
  EXPECT_GT(boxOf((*apart)[0]).maxX, 25.9);
  const auto together = dissolveLand(*land, {0, 0}, 1);
  EXPECT_EQ((*together)[0].size(), 1U);
}

TEST(DivideLand, goesOnToAStreetThatIsNearAndStopsShortOfOneThatIsFar) {
  const std::vector<LandSite> sites{{{}, rectangle(0, 0, 100, 10)}};
  const auto edgeAt = [&](double y) {
    const auto land = divideLand(sites, {.guides = {{{-600, y}, {600, y}}}}, {});
    return boxOf((*dissolveLand(*land, {0}, 1))[0]).maxY;
  };
  EXPECT_NEAR(edgeAt(24), 24, 0.01);
  EXPECT_NEAR(edgeAt(45), 45, 0.01);
  EXPECT_NEAR(edgeAt(55), 30, 0.6);
}

TEST(DrawBoundaries, takesOutCornersButNeverCutsAHouse) {
  const std::vector<MultiPolygon<XY>> zigzag{{{{{0, 0}, {100, 0}, {100, 50}, {80, 52}, {60, 48}, {50, 44}, {40, 48}, {20, 52}, {0, 50}, {0, 0}}, {}}},
                                             {{{{0, 50}, {20, 52}, {40, 48}, {50, 44}, {60, 48}, {80, 52}, {100, 50}, {100, 100}, {0, 100}, {0, 50}}, {}}}};
  const auto free = drawBoundaries(zigzag, {}, {.freeM = 8});
  ASSERT_TRUE(free);
  EXPECT_EQ((*free)[0].front().outer.size(), 5U);
  const auto around = drawBoundaries(zigzag, {.whole = rectangle(48, 44.9, 4, 3)}, {.freeM = 8});
  ASSERT_TRUE(around);
  EXPECT_TRUE(covers((*around)[1], rectangle(48, 44.9, 4, 3)));
  EXPECT_TRUE(isCoverageValid(*around));
  const auto followed = drawBoundaries(zigzag, {.followed = {{{0, 50}, {20, 52}, {40, 48}}}}, {.freeM = 8});
  const auto hasCorner = [&](XY corner) { return std::count((*followed)[0].front().outer.begin(), (*followed)[0].front().outer.end(), corner) == 1; };
  EXPECT_TRUE(hasCorner({20, 52}));
  EXPECT_FALSE(hasCorner({80, 52}));
}

TEST(DrawBoundaries, keepsIslandsAndTwoWaysBetweenTheSameCorners) {
  // A lens between two shapes, and a small island: neither may vanish or fold.
  const Ring<XY> lens{{0, 50}, {50, 51}, {100, 50}, {50, 49}, {0, 50}}, island{{30, 20}, {31, 19}, {32, 20}, {31, 21}, {30, 20}};
  const std::vector<MultiPolygon<XY>> coverage{{{{{0, 0}, {100, 0}, {100, 50}, {50, 49}, {0, 50}, {0, 0}}, {island}}}, {{{{0, 50}, {50, 51}, {100, 50}, {100, 100}, {0, 100}, {0, 50}}, {}}}, {{lens, {}}}, {{island, {}}}};
  const auto drawn = drawBoundaries(coverage, {}, {.freeM = 50});
  ASSERT_TRUE(drawn);
  EXPECT_TRUE(isCoverageValid(*drawn));
  for (const auto& shape : *drawn) EXPECT_GT(areaOf(shape).value, 0);
}

TEST(CutStreets, leavesTheSurfaceBetweenDistrictsOutAndKeepsItInside) {
  const std::vector<MultiPolygon<XY>> shapes{rectangle(0, 0, 100, 50), rectangle(0, 50, 100, 50)};
  const auto cut = cutStreets(shapes, {{{{{-50, 50}, {150, 50}}}, 12}, {{{{50, -10}, {50, 40}}}, 6}}, {});
  ASSERT_TRUE(cut) << toText(cut.error());
  EXPECT_NEAR(areaOf(cut->shapes[0]).value, 100 * 44, 0.01);
  EXPECT_NEAR(areaOf(cut->shapes[1]).value, 100 * 44, 0.01);
  const auto protectedGround = cutStreets(shapes, {{{{{-50, 50}, {150, 50}}}, 12}}, rectangle(20, 40, 10, 10));
  EXPECT_TRUE(covers(protectedGround->shapes[0], rectangle(20, 40, 10, 10))) << "a red line is whole to the line";
}

TEST(WithEndsClosed, leadsADeadEndOnToTheNextStreet) {
  const MultiLine<XY> ends{{{0, 0}, {80, 0}}}, street{{{100, -50}, {100, 50}}};
  const auto closed = withEndsClosed(ends, street, 30);
  EXPECT_EQ(closed[0].size(), 3U);
  EXPECT_NEAR(closed[0].back().x, 100.5, 1e-9);
  EXPECT_EQ(withEndsClosed(ends, street, 15), ends);
}

TEST(CheckBoundaries, findsWhatIsWrong) {
  const std::vector<MultiPolygon<XY>> shapes{rectangle(0, 0, 10, 10), rectangle(9, 0, 10, 10), {rectangle(0, 20, 5, 5).front(), rectangle(10, 20, 5, 5).front()}};
  const auto report = checkBoundaries(shapes, {{rectangle(8, 8, 4, 1), 1}, {}, {}});
  ASSERT_TRUE(report);
  ASSERT_EQ(report->faults.size(), 3U) << faultsOf(*report);
  EXPECT_EQ(report->faults[0].kind, BoundaryFault::Kind::MemberOutside);
  EXPECT_NEAR(report->faults[0].amount, 2, 1e-9);
  EXPECT_EQ(report->faults[1].kind, BoundaryFault::Kind::Overlap);
  EXPECT_NEAR(report->errorM2, 10, 1e-9);
  EXPECT_EQ(report->faults[2].kind, BoundaryFault::Kind::Multipart);
  const auto bow = checkBoundaries({{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}}}, {});
  EXPECT_EQ(bow->faults.front().kind, BoundaryFault::Kind::Invalid);
  EXPECT_FALSE(checkBoundaries({rectangle(0, std::numeric_limits<double>::quiet_NaN(), 1, 1)}, {}));
}

/// Says yes to "cancelled?" from the n-th time on.
class CancelAfter : public Progress {
 public:
  explicit CancelAfter(int times) : m_left(times) {}
  bool isCancelled() const override { return --m_left < 0; }

 private:
  mutable std::atomic<int> m_left;
};

/// Counts how often it is asked.
class Asked : public Progress {
 public:
  bool isCancelled() const override {
    ++times;
    return false;
  }
  mutable std::atomic<int> times = 0;
};

TEST(DivideLand, asksWhetherToStopOftenInOneHugeBlock) {
  std::vector<LandSite> sites;
  constexpr int kSide = 40;
  for (int i = 0; i < kSide * kSide; ++i) sites.push_back({.footprints = house({30.0 * (i % kSide), 30.0 * (i / kSide)}, 18, 12, 0.1 * (i % 7))});
  Asked asked;
  ASSERT_TRUE(divideLand(sites, {}, {}, asked));
  // Three edges of the diagram a seed, twenty seeds a house: a question each thousand edges, and some for each step after it.
  EXPECT_GT(asked.times, kSide * kSide * 20 * 3 / 1024);
}

TEST(DivideLand, stopsWhenItIsCancelledAnywhere) {
  Random random(3);
  const RandomTown town = randomTown(random, {0, 0});
  for (int times : {0, 1, 3, 5}) {
    CancelAfter progress(times);
    const auto land = divideLand(town.sites, town.lines, {}, progress);
    ASSERT_FALSE(land) << times;
    EXPECT_EQ(land.error().code, ErrorCode::Cancelled);
  }
}

TEST(DivideLand, comesToAnEndWhateverItIsGiven) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<LandSite> overlapping{{rectangle(0, 0, 60, 60), rectangle(10, 10, 10, 10)}, {rectangle(30, 30, 60, 60), rectangle(40, 40, 10, 10)}, {{}, rectangle(40, 40, 10, 10)}, {{}, rectangle(40, 40, 10, 10)}};
  MultiLine<XY> everywhere;
  for (double at = -5; at < 100; at += 4) {
    everywhere.push_back({{at, -200}, {at + 3, 300}});
    everywhere.push_back({{-200, at}, {300, at + 2}});
  }
  for (const LandLines& lines : {LandLines{}, LandLines{.barriers = everywhere}, LandLines{.guides = everywhere}, LandLines{.barriers = {{{nan, 0}, {1, 1}}, {{5, 5}}, {{7, 7}, {7, 7}}}, .guides = {{{0, nan}, {1, 1}}, {}}}}) {
    const auto land = divideLand(overlapping, lines, {});
    ASSERT_TRUE(land) << toText(land.error());
    const auto shapes = dissolveLand(*land, {0, 1, 2, 3}, 4);
    ASSERT_TRUE(shapes);
    EXPECT_TRUE(isCoverageValid(*shapes));
    EXPECT_TRUE(drawBoundaries(*shapes, {}));
  }
  EXPECT_FALSE(divideLand({{.footprints = rectangle(nan, 0, 5, 5)}}, {}, {}));
}

}  // namespace
}  // namespace pianqu::geo::test
