#include "layers/plan/sewer_loads.hpp"

#include <algorithm>
#include <limits>

#include "geo/measure/measure.hpp"
#include "layers/feature/city_index.hpp"

namespace pianqu::layers {

namespace {

using geo::SewerSource;

class Loads {
 public:
  Loads(const City& city, const LoadRules& rules) : m_city(city), m_rules(rules) {
    std::vector<geo::Box> boxes;
    for (const Building& building : city.buildings) boxes.push_back(geo::boxOf(building.shape));
    m_index = geo::BoxIndex(boxes);
  }

  void run(const CitySewers& sewers, geo::SewerSystem& system) {
    m_drains.resize(m_city.buildings.size());
    const CityIndex positions(m_city);
    for (std::size_t i = 0; i < system.sources.size(); ++i) assign(sewers, positions, i, system.sources[i]);
    for (std::size_t building = 0; building < m_drains.size(); ++building) share(building, system);
  }

 private:
  struct Drains {
    std::vector<std::size_t> rainRisers, rainOutlets, sewageRisers, sewageOutlets;   ///< sources
  };

  void assign(const CitySewers& sewers, const CityIndex& positions, std::size_t index, SewerSource& source) {
    if (source.kind == SewerSource::Kind::Gully) {
      source.runoffM2 = m_rules.gullyAreaM2 * m_rules.groundRunoff;
      return;
    }
    const bool isRiser = source.kind == SewerSource::Kind::Riser;
    const auto building = isRiser ? positions.building(m_city.risers[sewers.risers[index]].buildingUid) : buildingAt(source.point);
    if (!building) return;
    Drains& drains = m_drains[*building];
    if (source.carriesRain) (isRiser ? drains.rainRisers : drains.rainOutlets).push_back(index);
    if (source.carriesSewage) (isRiser ? drains.sewageRisers : drains.sewageOutlets).push_back(index);
  }

  std::optional<std::size_t> buildingAt(geo::XY point) const {
    geo::Box box;
    box.add(point);
    std::optional<std::size_t> nearest;
    double nearestM = m_rules.outletBuildingM;
    for (const std::size_t i : m_index.find(box.grownBy(nearestM))) {
      for (const auto& polygon : m_city.buildings[i].shape) {
        const double metres = geo::contains(polygon, point) ? 0 : geo::distanceToLine(point, polygon.outer);
        if (metres >= nearestM) continue;
        nearestM = metres;
        nearest = i;
      }
    }
    return nearest;
  }

  void share(std::size_t position, geo::SewerSystem& system) const {
    const Building& building = m_city.buildings[position];
    const Drains& drains = m_drains[position];
    const auto& rain = drains.rainRisers.empty() ? drains.rainOutlets : drains.rainRisers;
    const double roofM2 = building.roofAreaM2 ? *building.roofAreaM2 : geo::areaOf(building.shape).value;
    for (const std::size_t source : rain) system.sources[source].runoffM2 = roofM2 * m_rules.roofRunoff / static_cast<double>(rain.size());
    const auto& sewage = drains.sewageOutlets.empty() ? drains.sewageRisers : drains.sewageOutlets;
    const double persons = static_cast<double>(building.households.value_or(0)) * m_rules.personsPerHousehold;
    for (const std::size_t source : sewage) system.sources[source].persons = persons / static_cast<double>(sewage.size());
  }

  const City& m_city;
  const LoadRules& m_rules;
  geo::BoxIndex m_index;
  std::vector<Drains> m_drains;   ///< by building
};

}  // namespace

geo::PipeRouter sewerGroundOf(const City& city, const geo::RouteLimits& limits) {
  std::vector<geo::Polygon<geo::XY>> obstacles;
  for (const Building& building : city.buildings) obstacles.insert(obstacles.end(), building.shape.begin(), building.shape.end());
  for (const Water& water : city.waters) obstacles.insert(obstacles.end(), water.shape.begin(), water.shape.end());
  return {std::move(obstacles), limits};
}

void addLoads(const City& city, const CitySewers& sewers, const LoadRules& rules, geo::SewerSystem& system) { Loads(city, rules).run(sewers, system); }

}  // namespace pianqu::layers
