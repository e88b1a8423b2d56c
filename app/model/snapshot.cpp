#include "app/model/snapshot.hpp"

#include "app/model/member_finder.hpp"
#include "layers/feature/city_schema.hpp"

namespace pianqu::app {

CityContent::CityContent(layers::City imported)
    : city(std::move(imported)), tables(layers::toTables(city)), index(std::make_unique<const layers::CityIndex>(city)),
      finder(std::make_unique<const MemberFinder>(city)) {
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

CityContent::~CityContent() = default;

SnapshotPtr withPlan(const Snapshot& snapshot, layers::Plan plan) {
  auto next = std::make_shared<Snapshot>(snapshot);
  next->districtSummaries.clear();
  next->planSummary = {};
  for (const auto& district : plan.districts) {
    next->districtSummaries.push_back(layers::summarize(snapshot.content->city, *snapshot.content->index, district));
    next->planSummary += next->districtSummaries.back();
  }
  next->plan = std::make_shared<const layers::Plan>(std::move(plan));
  return next;
}

}  // namespace pianqu::app
