#include <algorithm>
#include <string_view>

#include "layers/feature/bindings.hpp"
#include "layers/feature/city_schema.hpp"

namespace pianqu::layers {
namespace {

template <class Entity>
FeatureTable toTable(const std::vector<Entity>& entities) {
  const auto& entity = bindingsOf<Entity>();
  FeatureTable table{.name = entity.schema.name, .geometry = entity.schema.geometry};
  table.fields.push_back({"uid", FieldType::Text, "标识", "identifier", "", ""});
  table.columns.emplace_back();
  for (const auto& each : entities) table.columns.back().push_back(each.uid);
  for (const auto& binding : entity.bindings) {
    table.fields.push_back(binding.field);
    auto& column = table.columns.emplace_back();
    column.reserve(entities.size());
    for (const auto& each : entities) column.push_back(binding.get(each));
  }
  if (entity.getShape) {
    table.geometries.reserve(entities.size());
    for (const auto& each : entities) table.geometries.push_back(entity.getShape(each));
  }
  return table;
}

template <class Entity>
void fromTable(const FeatureTable& table, std::vector<Entity>& entities) {
  const auto& entity = bindingsOf<Entity>();
  if (table.name != entity.schema.name) return;
  const std::size_t first = entities.size();
  entities.resize(first + table.rowCount());
  const auto uid = table.columnOf("uid");
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (uid) entities[first + row].uid = toText(table.columns[*uid][row]);
    if (entity.setShape && row < table.geometries.size()) entity.setShape(entities[first + row], table.geometries[row]);
  }
  for (const auto& binding : entity.bindings) {
    const auto column = table.columnOf(binding.field.name);
    if (!column) continue;
    for (std::size_t row = 0; row < table.rowCount(); ++row) binding.set(entities[first + row], table.columns[*column][row]);
  }
  std::stable_sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) { return a.uid < b.uid; });
}

/// Calls `use` with each member of the city, in the order of citySchema().
template <class AnyCity, class Use>
void forEachMember(AnyCity& city, Use use) {
  use(city.adminAreas); use(city.estates); use(city.buildings); use(city.entrances); use(city.consents); use(city.illegalStructures);
  use(city.roads); use(city.barriers); use(city.waters); use(city.greens); use(city.trees); use(city.stalls); use(city.facilities);
  use(city.terrain); use(city.pipeNodes); use(city.pipes); use(city.risers); use(city.outfalls);
}

}  // namespace

std::vector<FeatureTable> toTables(const City& city) {
  std::vector<FeatureTable> tables;
  forEachMember(city, [&tables](const auto& entities) { tables.push_back(toTable(entities)); });
  return tables;
}

City fromTables(const std::vector<FeatureTable>& tables) {
  City city;
  forEachMember(city, [&tables](auto& entities) {
    for (const auto& table : tables) fromTable(table, entities);
  });
  return city;
}

}  // namespace pianqu::layers
