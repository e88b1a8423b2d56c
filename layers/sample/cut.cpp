#include <algorithm>
#include <cmath>

#include "layers/sample/town_plan.hpp"

namespace pianqu::layers {

bool isRoad(CutKind kind) { return kind >= CutKind::Riverside; }

geo::XY at(const Cut& cut, double t) {
  const geo::XY d = cut.to - cut.from;
  return cut.from + d * (t / std::hypot(d.x, d.y));
}

double positionOn(const Cut& cut, geo::XY flat) {
  const geo::XY d = cut.to - cut.from, e = flat - cut.from;
  return (d.x * e.x + d.y * e.y) / std::hypot(d.x, d.y);
}

void refine(Cut& cut) {
  auto byPosition = [](const Junction& a, const Junction& b) { return a.t < b.t; };
  std::sort(cut.junctions.begin(), cut.junctions.end(), byPosition);
  cut.fine = cut.corners;
  // A road junction of two cuts is also a corner of faces; then the corner's bits count.
  for (const auto& junction : cut.junctions)
    if (std::none_of(cut.corners.begin(), cut.corners.end(), [&](const Junction& c) { return c.other == junction.other && std::abs(c.t - junction.t) < 1e-3; }))
      cut.fine.push_back(junction);
  for (const double end : {cut.roadFrom, cut.roadTo})
    if (std::none_of(cut.fine.begin(), cut.fine.end(), [&](const Junction& c) { return std::abs(c.t - end) < 0.05; })) cut.fine.push_back({end, at(cut, end)});
  std::sort(cut.fine.begin(), cut.fine.end(), byPosition);
  std::vector<Junction> between;
  for (std::size_t i = 0; i + 1 < cut.fine.size(); ++i) {
    const double gap = cut.fine[i + 1].t - cut.fine[i].t;
    const int parts = static_cast<int>(std::ceil(gap / 15.0));
    for (int k = 1; k < parts; ++k) {
      const double t = cut.fine[i].t + gap * k / parts;
      between.push_back({t, at(cut, t)});
    }
  }
  cut.fine.insert(cut.fine.end(), between.begin(), between.end());
  std::sort(cut.fine.begin(), cut.fine.end(), byPosition);
}

std::vector<geo::XY> stretch(const Cut& cut, double t0, double t1) {
  const double low = std::min(t0, t1) + 1e-6, high = std::max(t0, t1) - 1e-6;
  std::vector<geo::XY> points;
  auto it = std::lower_bound(cut.fine.begin(), cut.fine.end(), low, [](const Junction& j, double t) { return j.t < t; });
  for (; it != cut.fine.end() && it->t <= high; ++it) points.push_back(it->flat);
  if (t1 < t0) std::reverse(points.begin(), points.end());
  return points;
}

double areaOf(const Face& face) {
  double twice = 0;
  const std::size_t n = face.corners.size();
  for (std::size_t i = 0; i < n; ++i) {
    const geo::XY p = face.corners[i] - face.corners[0], q = face.corners[(i + 1) % n] - face.corners[0];
    twice += p.x * q.y - p.y * q.x;
  }
  return twice / 2;
}

geo::XY centreOf(const Face& face) {
  geo::XY sum{};
  for (const auto& p : face.corners) sum = sum + p;
  return sum * (1.0 / static_cast<double>(face.corners.size()));
}

geo::Ring<geo::XY> outlineOf(const TownPlan& town, const Face& face) {
  geo::Ring<geo::XY> ring;
  const std::size_t n = face.corners.size();
  for (std::size_t i = 0; i < n; ++i) {
    const geo::XY p = face.corners[i], q = face.corners[(i + 1) % n];
    ring.push_back(town.warp(p));
    const Cut& cut = town.cuts[face.edge[i]];
    for (const auto& flat : stretch(cut, positionOn(cut, p), positionOn(cut, q))) ring.push_back(town.warp(flat));
  }
  ring.push_back(ring.front());
  return ring;
}

}  // namespace pianqu::layers
