#include "app/model/snapshot.hpp"

#include <unordered_map>

#include "layers/feature/city_values.hpp"

namespace pianqu::app {

CityContent::CityContent(layers::City imported)
    : city(std::move(imported)), index(std::make_unique<const layers::CityIndex>(city)), rows(city, *index) {}

geo::Result<layers::FeatureTable> valuesNow(const CityContent& content, const layers::FeatureTable& rows) {
  layers::FeatureTable now = rows;
  for (std::size_t row = 0; row < rows.rowCount(); ++row) {
    const layers::Uid uid = layers::toText(rows.columns[0][row]);
    const auto place = content.find(uid);
    if (!place) return geo::fail(geo::ErrorCode::NotFound, "there is no " + rows.name + " " + uid + " to change", "read the project again", {.layer = rows.name, .feature = uid});
    const auto& table = content.tableAt(*place);
    for (std::size_t f = 1; f < rows.fields.size(); ++f) {
      const auto column = table.columnOf(rows.fields[f].name);
      now.columns[f][row] = column ? table.value(place->row, *column) : layers::Value{};
    }
  }
  return now;
}

SnapshotPtr withRows(const Snapshot& snapshot, const std::vector<layers::FeatureTable>& rows) {
  layers::City city = snapshot.content->city;
  for (const auto& changed : rows) {
    std::vector<std::optional<std::size_t>> places;
    for (std::size_t row = 0; row < changed.rowCount(); ++row) {
      const auto place = snapshot.content->find(layers::toText(changed.columns[0][row]));
      const bool isThere = place && snapshot.content->tableAt(*place).name() == changed.name;
      places.push_back(isThere ? std::optional(place->row) : std::nullopt);
    }
    layers::setValues(city, changed, places);
  }
  Snapshot next = snapshot;
  next.content = std::make_shared<const CityContent>(std::move(city));
  return withPlan(next, *snapshot.plan);
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
