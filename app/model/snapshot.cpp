#include "app/model/snapshot.hpp"

#include <unordered_map>

#include "layers/feature/city_schema.hpp"

namespace pianqu::app {

CityContent::CityContent(layers::City imported)
    : city(std::move(imported)), tables(layers::toTables(city)), index(std::make_unique<const layers::CityIndex>(city)) {
  for (std::size_t table = 0; table < tables.size(); ++table) {
    const auto column = tables[table].columnOf("uid");
    if (!column) continue;
    for (std::size_t row = 0; row < tables[table].rowCount(); ++row)
      if (const auto* uid = std::get_if<std::string>(&tables[table].columns[*column][row])) m_places.emplace(*uid, Place{table, row});
  }
}

std::optional<CityContent::Place> CityContent::find(const layers::Uid& uid) const {
  const auto found = m_places.find(uid);
  return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

SnapshotPtr withPlan(const Snapshot& snapshot, layers::Plan plan) {
  auto next = std::make_shared<Snapshot>(snapshot);
  next->districtSummaries.clear();
  next->planSummary = {};
  // A stroke changes two districts of hundreds: what is as it was is not added up again.
  std::unordered_map<layers::Uid, std::size_t> before;
  for (std::size_t d = 0; snapshot.plan && d < snapshot.districtSummaries.size(); ++d) before.emplace(snapshot.plan->districts[d].uid, d);
  for (const auto& district : plan.districts) {
    const auto known = before.find(district.uid);
    const bool isSame = known != before.end() && snapshot.plan->districts[known->second].members == district.members && snapshot.plan->districts[known->second].shape == district.shape;
    next->districtSummaries.push_back(isSame ? snapshot.districtSummaries[known->second] : layers::summarize(snapshot.content->city, *snapshot.content->index, district));
    next->planSummary += next->districtSummaries.back();
  }
  next->plan = std::make_shared<const layers::Plan>(std::move(plan));
  return next;
}

}  // namespace pianqu::app
