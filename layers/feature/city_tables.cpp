#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "geo/base/big_pages.hpp"
#include "layers/feature/bindings.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/for_each_member.hpp"
#include "layers/feature/table_filler.hpp"

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

/// Rows of `table`, in the order of `rows`, into entities that are there, from `first` on.
template <class Entity>
void fillRows(const FeatureTable& table, const std::vector<std::size_t>& rows, std::vector<Entity>& entities, std::size_t first) {
  const auto& entity = bindingsOf<Entity>();
  const auto uid = table.columnOf("uid");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (uid) assignText(entities[first + i].uid, cellOf(table.columns[*uid][rows[i]]));
    if (entity.setShape && rows[i] < table.geometries.size()) entity.setShape(entities[first + i], table.geometries[rows[i]]);
  }
  for (const auto& binding : entity.bindings) {
    const auto column = table.columnOf(binding.field.name);
    if (!column) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) binding.set(entities[first + i], cellOf(table.columns[*column][rows[i]]));
  }
}

template <class Entity>
void addRows(const FeatureTable& table, std::vector<Entity>& entities) {
  if (table.name != bindingsOf<Entity>().schema.name) return;
  const std::size_t first = entities.size();
  const auto rows = rowsByUid(table, table.columnOf("uid"));
  entities.resize(first + rows.size());
  fillRows(table, rows, entities, first);
  const auto before = [](const Entity& a, const Entity& b) { return a.uid < b.uid; };
  if (first > 0) std::inplace_merge(entities.begin(), entities.begin() + static_cast<std::ptrdiff_t>(first), entities.end(), before);
}

/// Entities in uid order, each moved once.
template <class Entity>
void orderByUid(std::vector<Entity>& entities) {
  const auto before = [](const Entity& a, const Entity& b) { return a.uid < b.uid; };
  if (std::is_sorted(entities.begin(), entities.end(), before)) return;
  struct Key { Uid uid; std::uint32_t at; };
  std::vector<Key> keys(entities.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) keys[i] = {entities[i].uid, i};
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.uid != b.uid ? a.uid < b.uid : a.at < b.at; });
  std::vector<std::uint32_t> from(keys.size());
  std::transform(keys.begin(), keys.end(), from.begin(), [](const Key& key) { return key.at; });
  for (std::uint32_t start = 0; start < from.size(); ++start) {
    if (from[start] == start) continue;
    Entity first = std::move(entities[start]);
    std::uint32_t at = start;
    while (from[at] != start) {
      entities[at] = std::move(entities[from[at]]);
      at = std::exchange(from[at], at);
    }
    entities[at] = std::move(first);
    from[at] = at;
  }
}

}  // namespace

class TableFiller::Rows {
 public:
  virtual ~Rows() = default;
  virtual void set(std::size_t row, std::span<const Cell> cells, geo::XYGeometry geometry) = 0;
  virtual void finish() = 0;
};

template <class Entity>
class TableFiller::RowsOf final : public TableFiller::Rows {
 public:
  RowsOf(std::vector<Entity>& entities, std::size_t rows) : m_entities(entities) {
    geo::reserveBig(m_entities, rows);
    m_entities.resize(rows);
  }

  void set(std::size_t row, std::span<const Cell> cells, geo::XYGeometry geometry) override {
    const auto& entity = bindingsOf<Entity>();
    Entity& each = m_entities[row];
    assignText(each.uid, cells.front());
    for (std::size_t f = 0; f < entity.bindings.size(); ++f) entity.bindings[f].set(each, cells[f + 1]);
    if (entity.setShape) entity.setShape(each, std::move(geometry));
  }
  void finish() override { orderByUid(m_entities); }

 private:
  std::vector<Entity>& m_entities;
};

TableFiller::TableFiller(City& city, std::string_view table, std::size_t rows) {
  forEachMember(city, [&]<class Entity>(std::vector<Entity>& entities) {
    if (bindingsOf<Entity>().schema.name == table) m_rows = std::make_unique<RowsOf<Entity>>(entities, rows);
  });
}
TableFiller::~TableFiller() = default;
TableFiller::TableFiller(TableFiller&&) noexcept = default;

void TableFiller::set(std::size_t row, std::span<const Cell> cells, geo::XYGeometry geometry) { m_rows->set(row, cells, std::move(geometry)); }
void TableFiller::finish() { m_rows->finish(); }

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
