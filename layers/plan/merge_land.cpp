#include "layers/plan/merge_land.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "geo/coverage/blocks.hpp"
#include "geo/index/area_index.hpp"
#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "layers/feature/city_index.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

/// Least distance between two outlines, or `mostM` when it is greater; 0 when one holds the other.
double metresBetween(const geo::Polygon<XY>& a, const geo::Polygon<XY>& b, double mostM) {
  if (a.outer.empty() || b.outer.empty() || !geo::boxOf(a).grownBy(mostM).intersects(geo::boxOf(b))) return mostM;
  if (geo::contains(a, b.outer.front()) || geo::contains(b, a.outer.front())) return 0;
  double least = mostM;
  for (XY p : a.outer) least = std::min(least, geo::distanceToLine(p, b.outer));
  for (XY p : b.outer) least = std::min(least, geo::distanceToLine(p, a.outer));
  return least;
}

/// Finds the unit that a building rides along with.
class Riding {
 public:
  Riding(const std::vector<geo::LandSite>& units, const geo::MultiLine<XY>& barriers, double withinM) : m_units(units), m_crossing(barriers), m_withinM(withinM) {
    std::vector<geo::Box> boxes;
    for (const geo::LandSite& unit : units) {
      geo::Box box = geo::boxOf(unit.parcel);
      box.add(geo::boxOf(unit.footprints));
      boxes.push_back(box);
    }
    m_index = geo::BoxIndex(boxes);
  }

  std::optional<std::size_t> unitFor(const geo::MultiPolygon<XY>& footprint) const {
    const XY centre = geo::centroidOf(footprint);
    std::optional<std::size_t> best;
    double least = m_withinM;
    for (std::size_t u : m_index.find(geo::boxOf(footprint).grownBy(m_withinM))) {
      const double metres = distanceTo(m_units[u], footprint, least);
      if (metres >= least || isBehindBarrier(centre, m_units[u])) continue;
      least = metres;
      best = u;
    }
    return best;
  }

 private:
  static double distanceTo(const geo::LandSite& unit, const geo::MultiPolygon<XY>& footprint, double mostM) {
    for (const auto* parts : {&unit.parcel, &unit.footprints}) {
      for (const auto& part : *parts) {
        for (const auto& own : footprint) mostM = metresBetween(own, part, mostM);
      }
    }
    return mostM;
  }

  /// The straight way to the nearest corner of the unit crosses a barrier.
  bool isBehindBarrier(XY from, const geo::LandSite& unit) const {
    XY nearest = from;
    double least = std::numeric_limits<double>::infinity();
    for (const auto* parts : {&unit.parcel, &unit.footprints}) {
      for (const auto& part : *parts) {
        for (XY p : part.outer) {
          const double metres = geo::distance(from, p);
          if (metres >= least) continue;
          least = metres;
          nearest = p;
        }
      }
    }
    return m_crossing.isCrossed(from, nearest);
  }

  const std::vector<geo::LandSite>& m_units;
  geo::BarrierCrossing m_crossing;
  double m_withinM;
  geo::BoxIndex m_index;
};

/// Pinned districts that have a shape.
std::vector<geo::MultiPolygon<XY>> pinnedShapes(const Plan& current) {
  std::vector<geo::MultiPolygon<XY>> shapes;
  for (const District& district : current.districts) {
    if (district.isPinned && !district.shape.empty()) shapes.push_back(district.shape);
  }
  return shapes;
}

void addOthers(const City& city, const std::vector<geo::MultiPolygon<XY>>& pinned, const MergeUnits& found, const geo::MultiLine<XY>& barriers, const MergeRules& rules, std::vector<geo::LandSite>& sites) {
  const CityIndex index(city);
  const geo::AreaIndex isPinned(pinned);
  const std::vector<geo::LandSite> units = sites;
  const Riding riding(units, barriers, rules.riderM);
  for (std::size_t e : found.otherEstates) {
    geo::LandSite site{.parcel = city.estates[e].shape};
    for (std::size_t b : index.buildingsOf(city.estates[e].uid)) site.footprints.insert(site.footprints.end(), city.buildings[b].shape.begin(), city.buildings[b].shape.end());
    sites.push_back(std::move(site));
  }
  for (std::size_t b : found.otherBuildings) {
    const auto& shape = city.buildings[b].shape;
    if (shape.empty() || isPinned.firstAt(geo::centroidOf(shape)).first >= 0) continue;
    if (const auto unit = riding.unitFor(shape)) sites[*unit].footprints.insert(sites[*unit].footprints.end(), shape.begin(), shape.end());
    else sites.push_back({.footprints = shape});
  }
}

}  // namespace

geo::Result<MergeLand> mergeLand(const City& city, const Plan& current, const MergeUnits& found, const MergeRules& rules, geo::LandLines lines, geo::Progress& progress) {
  MergeLand land{.lines = std::move(lines)};
  for (const MergeUnit& unit : found.units) {
    land.sites.push_back({.parcel = unit.parcel, .footprints = unit.footprints});
    land.ownFootprints.push_back(unit.footprints.size());
  }
  const auto pinned = pinnedShapes(current);
  addOthers(city, pinned, found, land.lines.barriers, rules, land.sites);
  land.firstPinned = land.sites.size();
  for (const auto& shape : pinned) land.sites.push_back({.parcel = shape, .isFixed = true});
  const geo::LandOptions options{.spacingM = rules.spacingM, .gapM = rules.gapM, .marginM = rules.marginM, .followM = rules.followM, .medianM = rules.medianM, .pocketM2 = rules.pocketM2, .restShare = rules.restShare, .restM2 = rules.restM2};
  auto cells = geo::divideLand(land.sites, land.lines, options, progress);
  if (!cells) return geo::fail(std::move(cells));
  land.cells = std::move(*cells);
  return land;
}

}  // namespace pianqu::layers
