#include "layers/plan/district_names.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

constexpr std::array<std::string_view, 4> kSides{"东", "南", "西", "北"};
constexpr double kStepM = 20;   ///< of outline between two looks

struct Named {
  std::string name;
  const geo::MultiLine<XY>* lines = nullptr;
  const geo::MultiPolygon<XY>* outlines = nullptr;
};

double distanceTo(const Named& named, XY p) {
  double least = std::numeric_limits<double>::infinity();
  if (named.lines != nullptr) {
    for (const auto& line : *named.lines) least = std::min(least, geo::distanceToLine(p, line));
  }
  if (named.outlines != nullptr) {
    for (const auto& part : *named.outlines) least = std::min(least, geo::distanceToLine(p, part.outer));
  }
  return least;
}

/// 0 east, 1 south, 2 west, 3 north, of an outward direction.
std::size_t sideOf(XY outward) {
  if (std::abs(outward.x) >= std::abs(outward.y)) return outward.x >= 0 ? 0 : 2;
  return outward.y < 0 ? 1 : 3;
}

struct Near {
  std::vector<Named> ways, estates;
};

Near namedNear(const City& city, const geo::MultiPolygon<XY>& shape, double nearM) {
  const geo::Box box = geo::boxOf(shape).grownBy(nearM);
  Near near;
  for (const Road& road : city.roads) {
    geo::Box own;
    for (const auto& line : road.line) own.add(geo::boxOf(line));
    if (!road.name.empty() && own.intersects(box)) near.ways.push_back({road.name, &road.line, nullptr});
  }
  for (const Water& water : city.waters) {
    if (!water.name.empty() && geo::boxOf(water.shape).intersects(box)) near.ways.push_back({water.name, nullptr, &water.shape});
  }
  for (const Estate& estate : city.estates) {
    if (estate.name.empty() || !geo::boxOf(estate.shape).intersects(box)) continue;
    if (!geo::contains(shape, geo::centroidOf(estate.shape))) near.estates.push_back({estate.name, nullptr, &estate.shape});
  }
  return near;
}

std::string nearestName(const Near& near, XY p, double nearM) {
  for (const auto* list : {&near.ways, &near.estates}) {
    double least = nearM;
    std::string name;
    for (const Named& named : *list) {
      const double metres = distanceTo(named, p);
      if (metres > least || (metres == least && !name.empty() && name <= named.name)) continue;
      least = metres;
      name = named.name;
    }
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace

std::string boundsText(const City& city, const geo::MultiPolygon<geo::XY>& shape, double nearM) {
  const Near near = namedNear(city, shape, nearM);
  std::array<std::map<std::string, double>, 4> lengths;
  for (const auto& part : shape) {
    const double turn = geo::signedAreaM2(part.outer) >= 0 ? 1 : -1;
    for (std::size_t i = 0; i + 1 < part.outer.size(); ++i) {
      const XY from = part.outer[i], along = part.outer[i + 1] - from;
      const double length = std::hypot(along.x, along.y);
      const std::size_t side = sideOf({along.y * turn, -along.x * turn});
      const int steps = std::max(1, static_cast<int>(std::ceil(length / kStepM)));
      for (int k = 0; k < steps; ++k) lengths[side][nearestName(near, from + along * ((k + 0.5) / steps), nearM)] += length / steps;
    }
  }
  std::string text;
  for (std::size_t side = 0; side < kSides.size(); ++side) {
    std::string best;
    double most = 0;
    for (const auto& [name, metres] : lengths[side]) {
      if (name.empty() || metres <= most) continue;
      most = metres;
      best = name;
    }
    if (side > 0) text += "，";
    text += std::string(kSides[side]) + "至" + (best.empty() ? "空地" : best);
  }
  return text;
}

std::string districtName(const std::vector<std::string>& estateNames, const std::string& fallback, std::set<std::string>& taken) {
  const auto stemOf = [](std::string name) {
    constexpr std::array<std::string_view, 6> kEndings{"家属小区", "住宅小区", "家属院", "小区", "宿舍", "片区"};
    constexpr std::size_t kLeastBytes = 6;   // two Chinese characters
    for (std::string_view ending : kEndings) {
      if (name.size() < ending.size() + kLeastBytes || !name.ends_with(ending)) continue;
      name.resize(name.size() - ending.size());
      break;
    }
    return name;
  };
  std::vector<std::string> stems;
  for (const auto& name : estateNames) {
    if (!name.empty()) stems.push_back(stemOf(name));
  }
  if (stems.empty()) stems.push_back(fallback);
  for (const auto& stem : stems) {
    if (taken.insert(stem + "片区").second) return stem + "片区";
  }
  for (int number = 2;; ++number) {
    std::string name = stems.front() + std::to_string(number) + "号片区";
    if (taken.insert(name).second) return name;
  }
}

}  // namespace pianqu::layers
