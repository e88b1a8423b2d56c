#include <algorithm>
#include <cstdint>
#include <mutex>
#include <numeric>
#include <optional>
#include <shared_mutex>
#include <string_view>
#include <type_traits>
#include <utility>

#include "layers/feature/bindings.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/for_each_member.hpp"
#include "layers/feature/table_parts.hpp"

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

/// Rows of `table`, in the order of `rows`, into entities that are there, from `first` on. Takes texts and shapes over unless `Table` is const.
template <class Table, class Entity>
void fillRows(Table& table, const std::vector<std::size_t>& rows, std::vector<Entity>& entities, std::size_t first) {
  const auto taken = []<class T>(T& value) -> decltype(auto) {
    if constexpr (std::is_const_v<T>) return static_cast<const T&>(value);
    else return std::move(value);
  };
  const auto& entity = bindingsOf<Entity>();
  const auto uid = table.columnOf("uid");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (uid) entities[first + i].uid = toText(table.columns[*uid][rows[i]]);
    if (entity.setShape && rows[i] < table.geometries.size()) entity.setShape(entities[first + i], taken(table.geometries[rows[i]]));
  }
  for (const auto& binding : entity.bindings) {
    const auto column = table.columnOf(binding.field.name);
    if (!column) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) binding.set(entities[first + i], taken(table.columns[*column][rows[i]]));
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

/// The first eight bytes as a number that sorts as they do.
std::uint64_t prefixOf(const Uid& uid) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) prefix = prefix << 8 | (i < uid.size() ? static_cast<unsigned char>(uid[i]) : 0);
  return prefix;
}

/// Entities in uid order, each moved once. Identifiers that lie all over memory are compared only where their first bytes are equal.
template <class Entity>
void orderByUid(std::vector<Entity>& entities) {
  const auto before = [](const Entity& a, const Entity& b) { return a.uid < b.uid; };
  if (std::is_sorted(entities.begin(), entities.end(), before)) return;
  struct Key { std::uint64_t prefix; std::uint32_t at; };
  std::vector<Key> keys(entities.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) keys[i] = {prefixOf(entities[i].uid), i};
  std::sort(keys.begin(), keys.end(), [&entities](const Key& a, const Key& b) {
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    const int order = entities[a.at].uid.compare(entities[b.at].uid);
    return order != 0 ? order < 0 : a.at < b.at;
  });
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

class TableParts::Rows {
 public:
  virtual ~Rows() = default;
  virtual void add(FeatureTable part) = 0;
  virtual void finish() = 0;
};

template <class Entity>
class TableParts::RowsOf final : public TableParts::Rows {
 public:
  RowsOf(std::vector<Entity>& entities, std::size_t expected) : m_entities(entities) { m_entities.resize(expected); }

  void add(FeatureTable part) override {
    std::vector<std::size_t> rows(part.rowCount());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::size_t first = 0;
    {
      const std::unique_lock lock(m_moving);
      first = std::exchange(m_count, m_count + rows.size());
      if (m_count > m_entities.size()) m_entities.resize(m_count);
    }
    const std::shared_lock lock(m_moving);
    fillRows(part, rows, m_entities, first);
  }

  void finish() override {
    m_entities.resize(m_count);
    orderByUid(m_entities);
  }

 private:
  std::vector<Entity>& m_entities;
  std::size_t m_count = 0;
  std::shared_mutex m_moving;   // held alone while the entities may move
};

TableParts::TableParts(City& city, std::string_view table, std::size_t expected) {
  forEachMember(city, [&]<class Entity>(std::vector<Entity>& entities) {
    if (bindingsOf<Entity>().schema.name == table) m_rows = std::make_unique<RowsOf<Entity>>(entities, expected);
  });
}
TableParts::~TableParts() = default;
TableParts::TableParts(TableParts&&) noexcept = default;

void TableParts::add(FeatureTable part) {
  if (m_rows) m_rows->add(std::move(part));
}

void TableParts::finish() {
  if (m_rows) m_rows->finish();
}

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
