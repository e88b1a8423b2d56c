#include "layers/plan/merge_land.hpp"

#include <limits>
#include <optional>

#include "geo/coverage/blocks.hpp"
#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/feature/city_index.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;

geo::XYGeometry groundOf(const geo::LandSite& site) {
  geo::MultiPolygon<XY> all = site.parcel;
  all.insert(all.end(), site.footprints.begin(), site.footprints.end());
  return {geo::XYGeometry::Polygons{std::move(all)}};
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
    const geo::XYGeometry own{geo::XYGeometry::Polygons{footprint}};
    std::optional<std::size_t> best;
    double least = m_withinM;
    for (std::size_t u : m_index.find(geo::boxOf(footprint).grownBy(m_withinM))) {
      const double metres = geo::distanceBetween(own, groundOf(m_units[u]));
      if (metres > least || (best && metres == least) || isBehindBarrier(centre, m_units[u])) continue;
      least = metres;
      best = u;
    }
    return best;
  }

 private:
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

bool isInPinned(const Plan& current, XY point) {
  for (const District& district : current.districts) {
    if (district.isPinned && geo::boxOf(district.shape).contains(point) && geo::contains(district.shape, point)) return true;
  }
  return false;
}

void addOthers(const City& city, const Plan& current, const MergeUnits& found, const geo::MultiLine<XY>& barriers, const MergeRules& rules, std::vector<geo::LandSite>& sites) {
  const CityIndex index(city);
  const std::vector<geo::LandSite> units = sites;
  const Riding riding(units, barriers, rules.riderM);
  for (std::size_t e : found.otherEstates) {
    geo::LandSite site{.parcel = city.estates[e].shape};
    for (std::size_t b : index.buildingsOf(city.estates[e].uid)) site.footprints.insert(site.footprints.end(), city.buildings[b].shape.begin(), city.buildings[b].shape.end());
    sites.push_back(std::move(site));
  }
  for (std::size_t b : found.otherBuildings) {
    const auto& shape = city.buildings[b].shape;
    if (shape.empty() || isInPinned(current, geo::centroidOf(shape))) continue;
    if (const auto unit = riding.unitFor(shape)) sites[*unit].footprints.insert(sites[*unit].footprints.end(), shape.begin(), shape.end());
    else sites.push_back({.footprints = shape});
  }
}

}  // namespace

geo::Result<MergeLand> mergeLand(const City& city, const Plan& current, const MergeUnits& found, const MergeRules& rules, geo::Progress& progress) {
  MergeLand land;
  for (const MergeUnit& unit : found.units) land.sites.push_back({.parcel = unit.parcel, .footprints = unit.footprints});
  const geo::MultiLine<XY> barriers = barrierLines(city, rules);
  addOthers(city, current, found, barriers, rules, land.sites);
  land.firstPinned = land.sites.size();
  for (const District& district : current.districts) {
    if (district.isPinned && !district.shape.empty()) land.sites.push_back({.parcel = district.shape, .isFixed = true});
  }
  auto cells = geo::divideLand(land.sites, barriers, {.spacingM = rules.spacingM, .gapM = rules.gapM, .marginM = rules.marginM}, progress);
  if (!cells) return geo::fail(std::move(cells));
  land.cells = std::move(*cells);
  return land;
}

}  // namespace pianqu::layers
