#include "layers/plan/district_names.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

constexpr double kStepM = 20;      ///< of outline between two looks
constexpr double kOnLineM = 5;     ///< this near, the outline runs on it
constexpr double kAhead = 0.8;     ///< of the distance is left after half of it was walked straight out: within about 60 degrees

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

/// Whether a thing at `metres` from an outline point lies before it and not beside it, as a street round the corner does.
bool isAhead(const Named& named, XY p, XY outward, double metres) {
  return metres <= kOnLineM || distanceTo(named, p + outward * (metres / 2)) <= kAhead * metres;
}

std::string nearestName(const Near& near, XY p, XY outward, double nearM) {
  for (const auto* list : {&near.ways, &near.estates}) {
    double least = nearM;
    std::string name;
    for (const Named& named : *list) {
      const double metres = distanceTo(named, p);
      if (metres > least || (metres == least && !name.empty() && name <= named.name)) continue;
      if (!isAhead(named, p, outward, metres)) continue;
      least = metres;
      name = named.name;
    }
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace

struct BoundsFinder::State {
  double nearM = 0;
  std::vector<Named> named;      ///< ways first, then estates
  std::size_t ways = 0;
  geo::BoxIndex index;

  Near namedNear(const geo::MultiPolygon<XY>& shape) const {
    Near near;
    for (std::size_t i : index.find(geo::boxOf(shape).grownBy(nearM))) {
      if (i < ways) near.ways.push_back(named[i]);
      else if (!geo::contains(shape, geo::centroidOf(*named[i].outlines))) near.estates.push_back(named[i]);
    }
    return near;
  }
};

BoundsFinder::BoundsFinder(const City& city, double nearM) : m_state(std::make_unique<State>()) {
  m_state->nearM = nearM;
  std::vector<geo::Box> boxes;
  const auto add = [&](Named named, const geo::Box& box) {
    if (named.name.empty()) return;
    m_state->named.push_back(std::move(named));
    boxes.push_back(box);
  };
  for (const Road& road : city.roads) {
    geo::Box own;
    for (const auto& line : road.line) own.add(geo::boxOf(line));
    add({road.name, &road.line, nullptr}, own);
  }
  for (const Water& water : city.waters) add({water.name, nullptr, &water.shape}, geo::boxOf(water.shape));
  m_state->ways = m_state->named.size();
  for (const Estate& estate : city.estates) add({estate.name, nullptr, &estate.shape}, geo::boxOf(estate.shape));
  m_state->index = geo::BoxIndex(boxes);
}
BoundsFinder::~BoundsFinder() = default;

Bounds BoundsFinder::boundsOf(const geo::MultiPolygon<XY>& shape) const {
  const Near near = m_state->namedNear(shape);
  std::array<std::map<std::string, double>, 4> lengths;
  for (const auto& part : shape) {
    const double turn = geo::signedAreaM2(part.outer) >= 0 ? 1 : -1;
    for (std::size_t i = 0; i + 1 < part.outer.size(); ++i) {
      const XY from = part.outer[i], along = part.outer[i + 1] - from;
      const double length = std::hypot(along.x, along.y);
      if (length == 0) continue;
      const XY outward = XY{along.y, -along.x} * (turn / length);
      const std::size_t side = sideOf(outward);
      const int steps = std::max(1, static_cast<int>(std::ceil(length / kStepM)));
      for (int k = 0; k < steps; ++k) lengths[side][nearestName(near, from + along * ((k + 0.5) / steps), outward, m_state->nearM)] += length / steps;
    }
  }
  std::array<std::string, 4> names;
  for (std::size_t side = 0; side < names.size(); ++side) {
    double most = 0;
    for (const auto& [name, metres] : lengths[side]) {
      if (name.empty() || metres <= most) continue;
      most = metres;
      names[side] = name;
    }
    if (names[side].empty()) names[side] = "空地";
  }
  return {names[0], names[1], names[2], names[3]};
}

std::string toText(const Bounds& bounds) { return "东至" + bounds.east + "，南至" + bounds.south + "，西至" + bounds.west + "，北至" + bounds.north; }

std::string boundsText(const City& city, const geo::MultiPolygon<XY>& shape, double nearM) { return toText(BoundsFinder(city, nearM).boundsOf(shape)); }

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
