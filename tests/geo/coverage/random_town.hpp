#pragma once

#include <cmath>
#include <vector>

#include "geo/base/random.hpp"
#include "geo/coverage/land.hpp"

/// Towns that are not rectangles, for properties of boundaries.
namespace pianqu::geo::test {

struct RandomTown {
  std::vector<LandSite> sites;
  LandLines lines;
};

inline MultiPolygon<XY> house(XY centre, double width, double depth, double angle) {
  const XY u{std::cos(angle) * width / 2, std::sin(angle) * width / 2}, v{-std::sin(angle) * depth / 2, std::cos(angle) * depth / 2};
  const XY a = centre - u - v;
  return {{{a, centre + u - v, centre + u + v, centre - u + v, a}, {}}};
}

/// A curved street through two points, with a corner every 15 m.
inline Line<XY> curve(Random& random, XY from, XY to) {
  const XY along = to - from;
  const double length = std::hypot(along.x, along.y), bend = random.uniform(-0.15, 0.15) * length, waves = random.integer(1, 3);
  const XY across{-along.y / length, along.x / length};
  Line<XY> line;
  const int steps = std::max(2, static_cast<int>(length / 15));
  for (int i = 0; i <= steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    line.push_back(from + along * t + across * (bend * std::sin(t * waves * 3.14159265)));
  }
  return line;
}

/// About 80 turned buildings and some estates in 600 m by 500 m, with curved barriers that cross at odd angles and one that ends in the
/// middle of the land, side streets as guides, dead ends among them, and an open field in one corner.
inline RandomTown randomTown(Random& random, XY origin) {
  RandomTown town;
  const auto at = [&](double x, double y) { return origin + XY{x, y}; };
  for (int i = random.integer(1, 2); i > 0; --i) town.lines.barriers.push_back(curve(random, at(-300, random.uniform(50, 450)), at(900, random.uniform(50, 450))));
  for (int i = random.integer(0, 2); i > 0; --i) town.lines.barriers.push_back(curve(random, at(random.uniform(50, 550), -300), at(random.uniform(50, 550), 800)));
  town.lines.barriers.push_back(curve(random, at(random.uniform(0, 600), -300), at(random.uniform(100, 500), random.uniform(100, 400))));
  for (int i = random.integer(0, 4); i > 0; --i) town.lines.guides.push_back(curve(random, at(random.uniform(-100, 700), random.uniform(-100, 0)), at(random.uniform(-100, 700), random.uniform(400, 600))));
  for (int i = random.integer(0, 4); i > 0; --i) town.lines.guides.push_back(curve(random, at(random.uniform(-100, 300), random.uniform(0, 500)), at(random.uniform(300, 700), random.uniform(0, 500))));
  const double step = random.uniform(45, 65);
  for (double y = 10; y < 500; y += step) {
    for (double x = 10; x < 600; x += step) {
      if (x > 420 && y > 330) continue;
      const XY centre = at(x + random.uniform(-8, 8), y + random.uniform(-8, 8));
      LandSite site{.footprints = house(centre, random.uniform(9, 30), random.uniform(8, 14), random.uniform(-0.8, 0.8))};
      if (random.chance(0.15)) site.parcel = house(centre, random.uniform(30, 46), random.uniform(26, 40), random.uniform(-0.3, 0.3));
      if (random.chance(0.05)) site.footprints.push_back(house(centre + XY{14, 5}, 12, 9, random.uniform(-0.8, 0.8)).front());
      town.sites.push_back(std::move(site));
    }
  }
  return town;
}

/// Districts of up to `most` sites that hang together over neighbours that nothing cuts.
inline std::vector<int> growDistricts(const LandCells& land, std::size_t most, std::size_t& count) {
  std::vector<std::vector<std::size_t>> near(land.cells.size());
  for (const auto& both : land.neighbours) {
    if (both.cut != LandCut::None) continue;
    near[both.a].push_back(both.b);
    near[both.b].push_back(both.a);
  }
  std::vector<int> districtOf(land.cells.size(), -1);
  count = 0;
  for (std::size_t s = 0; s < near.size(); ++s) {
    if (districtOf[s] >= 0) continue;
    std::vector<std::size_t> queue{s};
    districtOf[s] = static_cast<int>(count);
    for (std::size_t at = 0; at < queue.size(); ++at) {
      for (const std::size_t n : near[queue[at]]) {
        if (districtOf[n] >= 0 || queue.size() >= most) continue;
        districtOf[n] = static_cast<int>(count);
        queue.push_back(n);
      }
    }
    ++count;
  }
  return districtOf;
}

}  // namespace pianqu::geo::test
