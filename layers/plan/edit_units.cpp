#include "layers/plan/edit_units.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::MultiPolygon;
using geo::XY;

bool isScattered(const PlanIndex& index, const Building& building) { return building.estateUid.empty() || !index.estate(building.estateUid); }

class Picker {
 public:
  Picker(const PlanIndex& index, const MultiPolygon<XY>& area, PickRule rule) : m_index(index), m_city(index.city()), m_area(area), m_test(area), m_rule(rule) {}

  geo::Result<std::vector<Member>> pick() const {
    std::vector<Member> picked;
    std::set<std::size_t> estates;
    for (const std::size_t e : m_index.estates.find(m_test.box())) estates.insert(e);
    for (const std::size_t b : m_index.buildings.find(m_test.box())) {
      const Building& building = m_city.buildings[b];
      if (!isScattered(m_index, building)) {
        estates.insert(*m_index.estate(building.estateUid));
        continue;
      }
      const auto isIn = holds(building.shape, building.shape);
      if (!isIn) return geo::fail(isIn);
      if (*isIn) picked.push_back({TargetKind::Building, building.uid, "并入", "手工"});
    }
    for (const std::size_t e : estates) {
      const auto isIn = holds(e);
      if (!isIn) return geo::fail(isIn);
      if (*isIn) picked.push_back({TargetKind::Estate, m_city.estates[e].uid, "并入", "手工"});
    }
    std::sort(picked.begin(), picked.end());
    return picked;
  }

 private:
  bool hasCentre(const MultiPolygon<XY>& shape) const { return !shape.empty() && m_test.contains(geo::centroidOf(shape)); }

  geo::Result<double> shareOf(const MultiPolygon<XY>& shape) const {
    const double whole = geo::areaOf(shape).value;
    if (whole <= 0 || !boxOf(shape).intersects(m_test.box())) return 0.0;
    const auto common = geo::intersectionOf(shape, m_area);
    if (!common) return geo::fail(common);
    return geo::areaOf(*common).value / whole;
  }

  /// `built` counts for the majority, `ground` for touching and for the whole.
  geo::Result<bool> holds(const MultiPolygon<XY>& built, const MultiPolygon<XY>& ground) const {
    switch (m_rule) {
      case PickRule::Centroid: return hasCentre(built);
      case PickRule::Touch: return std::any_of(ground.begin(), ground.end(), [this](const auto& part) { return touches(part); });
      case PickRule::Whole: return !ground.empty() && std::all_of(ground.begin(), ground.end(), [this](const auto& part) { return geo::covers(m_area, {part}); });
      case PickRule::Majority: break;
    }
    const auto share = shareOf(built);
    if (!share) return geo::fail(share);
    return *share > 0.5;
  }

  bool touches(const geo::Polygon<XY>& part) const {
    if (!boxOf(part).intersects(m_test.box())) return false;
    return std::any_of(part.outer.begin(), part.outer.end(), [this](XY p) { return m_test.contains(p); }) || geo::intersects(MultiPolygon<XY>{part}, m_area);
  }

  geo::Result<bool> holds(std::size_t e) const {
    const Estate& estate = m_city.estates[e];
    const auto buildings = m_index.buildingsOf(e);
    if (m_rule == PickRule::Centroid) {
      if (buildings.empty()) return hasCentre(estate.shape);
      const auto count = std::count_if(buildings.begin(), buildings.end(), [this](std::size_t b) { return hasCentre(m_city.buildings[b].shape); });
      return 2 * static_cast<std::size_t>(count) > buildings.size();
    }
    MultiPolygon<XY> built;
    for (const std::size_t b : buildings) built.insert(built.end(), m_city.buildings[b].shape.begin(), m_city.buildings[b].shape.end());
    MultiPolygon<XY> ground = estate.shape;
    // A building can be painted; the red line alone is not what a person aims at, unless there is nothing else.
    if (m_rule == PickRule::Touch && !built.empty()) ground.clear();
    ground.insert(ground.end(), built.begin(), built.end());
    return holds(built.empty() ? estate.shape : built, ground);
  }

  const PlanIndex& m_index;
  const City& m_city;
  const MultiPolygon<XY>& m_area;
  AreaTest m_test;
  PickRule m_rule;
};

}  // namespace

AreaTest::AreaTest(const MultiPolygon<XY>& area) : m_box(boxOf(area)) {
  std::size_t sides = 0;
  for (const auto& polygon : area) sides += polygon.outer.size();
  if (m_box.isEmpty()) return;
  const std::size_t bands = std::clamp<std::size_t>(sides / 2, 1, 4096);
  m_bandM = std::max(m_box.height() / static_cast<double>(bands), 1e-6);
  m_bands.resize(bands);
  const auto bandOf = [&](double y) { return std::min(bands - 1, static_cast<std::size_t>(std::max(0.0, (y - m_box.minY) / m_bandM))); };
  const auto add = [&](const geo::Ring<XY>& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const Side side = ring[i].y <= ring[i + 1].y ? Side{ring[i], ring[i + 1]} : Side{ring[i + 1], ring[i]};
      for (std::size_t band = bandOf(side.low.y); band <= bandOf(side.high.y); ++band) m_bands[band].push_back(side);
    }
  };
  for (const auto& polygon : area) {
    add(polygon.outer);
    for (const auto& hole : polygon.holes) add(hole);
  }
}

bool AreaTest::contains(XY p) const {
  if (m_bands.empty() || !m_box.contains(p)) return false;
  const std::size_t band = std::min(m_bands.size() - 1, static_cast<std::size_t>((p.y - m_box.minY) / m_bandM));
  bool isInside = false;
  for (const Side& side : m_bands[band]) {
    if (p.y < side.low.y || p.y >= side.high.y) continue;
    const double x = side.low.x + (side.high.x - side.low.x) * ((p.y - side.low.y) / (side.high.y - side.low.y));
    if (p.x < x) isInside = !isInside;
  }
  return isInside;
}

geo::Result<MultiPolygon<XY>> brushArea(const geo::Line<XY>& path, double radiusM) {
  if (path.empty()) return geo::fail(geo::ErrorCode::Invalid, "the brush has no path", "give a point or a line");
  if (!(radiusM > 0) || !std::isfinite(radiusM)) return geo::fail(geo::ErrorCode::Invalid, "the radius of the brush is not a positive number of metres", "give --radius 15, for example");
  const bool isPoint = path.size() == 1 || std::all_of(path.begin(), path.end(), [&](XY p) { return p == path.front(); });
  if (isPoint) return geo::bufferOf(geo::XYGeometry{geo::XYGeometry::Points{{path.front()}}}, radiusM);
  return geo::bufferOf(geo::MultiLine<XY>{path}, radiusM);
}

MultiPolygon<XY> rectangleArea(XY a, XY b) {
  const double x0 = std::min(a.x, b.x), x1 = std::max(a.x, b.x), y0 = std::min(a.y, b.y), y1 = std::max(a.y, b.y);
  return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}};
}

geo::Result<std::vector<Member>> pickUnits(const PlanIndex& index, const MultiPolygon<XY>& area, PickRule rule) {
  if (area.empty()) return std::vector<Member>{};
  return Picker(index, area, rule).pick();
}

}  // namespace pianqu::layers
