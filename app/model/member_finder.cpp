#include "app/model/member_finder.hpp"

#include <algorithm>
#include <unordered_map>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::app {
namespace {

constexpr const char* kByHand = "手工";

template <class Feature>
std::vector<geo::XY> innerPoints(const std::vector<Feature>& features) {
  std::vector<geo::XY> points;
  points.reserve(features.size());
  for (const auto& feature : features) points.push_back(geo::pointInside(feature.shape).value_or(geo::centroidOf(feature.shape)));
  return points;
}

/// A feature without a shape gets an empty box, which no query finds.
template <class Feature>
geo::BoxIndex indexOf(const std::vector<geo::XY>& points, const std::vector<Feature>& features) {
  std::vector<geo::Box> boxes(points.size());
  for (std::size_t i = 0; i < points.size(); ++i)
    if (!features[i].shape.empty()) boxes[i].add(points[i]);
  return geo::BoxIndex(boxes);
}

std::vector<std::size_t> inside(const geo::BoxIndex& index, const std::vector<geo::XY>& points, const geo::Polygon<geo::XY>& area) {
  std::vector<std::size_t> result;
  for (const std::size_t i : index.find(geo::boxOf(area)))
    if (geo::contains(area, points[i])) result.push_back(i);
  return result;
}

}  // namespace

MemberFinder::MemberFinder(const layers::City& city)
    : m_estatePoints(innerPoints(city.estates)), m_buildingPoints(innerPoints(city.buildings)), m_estates(indexOf(m_estatePoints, city.estates)),
      m_buildings(indexOf(m_buildingPoints, city.buildings)), m_buildingsOfEstate(city.estates.size()), m_isSingle(city.buildings.size()) {
  std::unordered_map<std::string_view, std::size_t> estateAt;
  for (std::size_t i = 0; i < city.estates.size(); ++i) {
    estateAt.emplace(city.estates[i].uid, i);
    m_estateUids.push_back(city.estates[i].uid);
  }
  for (std::size_t i = 0; i < city.buildings.size(); ++i) {
    m_buildingUids.push_back(city.buildings[i].uid);
    const auto estate = estateAt.find(city.buildings[i].estateUid);
    m_isSingle[i] = estate == estateAt.end();
    if (!m_isSingle[i]) m_buildingsOfEstate[estate->second].push_back(i);
  }
}

MemberFinder::Found MemberFinder::find(const geo::Polygon<geo::XY>& area) const {
  Found found;
  if (area.outer.size() < 4) return found;
  found.estates = inside(m_estates, m_estatePoints, area);
  for (const std::size_t i : found.estates) {
    found.members.push_back({layers::TargetKind::Estate, m_estateUids[i], "并入", kByHand});
    found.buildings.insert(found.buildings.end(), m_buildingsOfEstate[i].begin(), m_buildingsOfEstate[i].end());
  }
  for (const std::size_t i : inside(m_buildings, m_buildingPoints, area)) {
    if (!m_isSingle[i]) continue;
    found.members.push_back({layers::TargetKind::Building, m_buildingUids[i], "并入", kByHand});
    found.buildings.push_back(i);
  }
  std::sort(found.buildings.begin(), found.buildings.end());
  std::sort(found.members.begin(), found.members.end());
  return found;
}

}  // namespace pianqu::app
