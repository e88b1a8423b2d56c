#include "app/edit/edit_ground.hpp"

#include "geo/measure/measure.hpp"
#include "layers/plan/merge_units.hpp"

namespace pianqu::app {
namespace {

using geo::SnapLine;
using geo::XY;

void addRings(const geo::MultiPolygon<XY>& shape, SnapLayer layer, std::vector<SnapLine>& lines) {
  for (const auto& part : shape) {
    lines.push_back({part.outer, static_cast<int>(layer)});
    for (const auto& hole : part.holes) lines.push_back({hole, static_cast<int>(layer)});
  }
}

void addLines(const geo::MultiLine<XY>& shape, SnapLayer layer, std::vector<SnapLine>& lines) {
  for (const auto& line : shape) lines.push_back({line, static_cast<int>(layer)});
}

std::vector<SnapLine> linesOf(const layers::City& city) {
  std::vector<SnapLine> lines;
  for (const auto& road : city.roads) addLines(road.line, SnapLayer::Road, lines);
  for (const auto& barrier : city.barriers) addLines(barrier.line, SnapLayer::Wall, lines);
  for (const auto& estate : city.estates) addRings(estate.shape, SnapLayer::Estate, lines);
  for (const auto& water : city.waters) addRings(water.shape, SnapLayer::Water, lines);
  for (const auto& area : city.adminAreas) addRings(area.shape, SnapLayer::Admin, lines);
  if (city.buildings.size() <= kMostSnappedBuildings)
    for (const auto& building : city.buildings) addRings(building.shape, SnapLayer::Building, lines);
  return lines;
}

}  // namespace

EditGround::EditGround(const layers::City& city, geo::MultiLine<XY> barrierLines)
    : index(city), ledger(index), snaps(linesOf(city)), barriers(std::move(barrierLines)) {}

geo::Result<std::shared_ptr<const EditGround>> EditGround::make(const layers::City& city, const std::string& dataFolder) {
  const auto rules = layers::MergeRules::read(dataFolder);
  if (!rules) return geo::fail(rules);
  return std::make_shared<const EditGround>(city, layers::barrierLines(city, *rules));
}

geo::SnapIndex boundarySnaps(const layers::Plan& plan) {
  std::vector<SnapLine> lines;
  for (const auto& district : plan.districts) addRings(district.shape, SnapLayer::District, lines);
  return geo::SnapIndex(std::move(lines));
}

std::optional<geo::Snap> EditScene::snap(XY at, double withinM, const geo::SnapFilter& filter) const {
  const auto own = boundaries->find(at, withinM, filter);
  const auto city = ground->snaps.find(at, withinM, filter);
  if (!own || !city) return own ? own : city;
  // A corner of either goes before a side of the other, as inside of one index.
  const bool ownIsCorner = own->kind != geo::SnapKind::Edge, cityIsCorner = city->kind != geo::SnapKind::Edge;
  if (ownIsCorner != cityIsCorner) return ownIsCorner ? own : city;
  return city->distanceM < own->distanceM ? city : own;
}

const layers::District* EditScene::districtAt(XY at) const {
  for (const auto& district : plan->districts)
    if (boxOf(district.shape).contains(at) && geo::contains(district.shape, at)) return &district;
  return nullptr;
}

}  // namespace pianqu::app
