#include <algorithm>
#include <numeric>
#include <optional>
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

/// Rows of `table` in the order of their uids: entities are then made in place, since sorting them afterwards would move them whole.
std::vector<std::size_t> rowsByUid(const FeatureTable& table, std::optional<std::size_t> uid) {
  std::vector<std::size_t> rows(table.rowCount());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  if (!uid) return rows;
  const auto& uids = table.columns[*uid];
  const auto before = [&uids](std::size_t a, std::size_t b) { return uids[a] < uids[b]; };
  if (!std::is_sorted(rows.begin(), rows.end(), before)) std::stable_sort(rows.begin(), rows.end(), before);
  return rows;
}

template <class Entity>
void addRows(const FeatureTable& table, std::vector<Entity>& entities) {
  const auto& entity = bindingsOf<Entity>();
  if (table.name != entity.schema.name) return;
  const std::size_t first = entities.size();
  const auto uid = table.columnOf("uid");
  const auto rows = rowsByUid(table, uid);
  entities.resize(first + rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (uid) entities[first + i].uid = toText(table.columns[*uid][rows[i]]);
    if (entity.setShape && rows[i] < table.geometries.size()) entity.setShape(entities[first + i], table.geometries[rows[i]]);
  }
  for (const auto& binding : entity.bindings) {
    const auto column = table.columnOf(binding.field.name);
    if (!column) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) binding.set(entities[first + i], table.columns[*column][rows[i]]);
  }
  const auto before = [](const Entity& a, const Entity& b) { return a.uid < b.uid; };
  if (first > 0) std::inplace_merge(entities.begin(), entities.begin() + static_cast<std::ptrdiff_t>(first), entities.end(), before);
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

void addTable(City& city, const FeatureTable& table) {
  forEachMember(city, [&table](auto& entities) { addRows(table, entities); });
}

void clearTable(City& city, std::string_view name) {
  const auto clear = [name]<class Entity>(std::vector<Entity>& entities) {
    if (bindingsOf<Entity>().schema.name == name) entities.clear();
  };
  forEachMember(city, clear);
}

City fromTables(const std::vector<FeatureTable>& tables) {
  City city;
  for (const auto& table : tables) addTable(city, table);
  return city;
}

}  // namespace pianqu::layers
