#include "layers/feature/city_rows.hpp"

#include <algorithm>
#include <type_traits>

#include "layers/feature/bindings.hpp"
#include "layers/feature/for_each_member.hpp"

namespace pianqu::layers {
namespace {

template <class Entity>
geo::Box boxOfShape(const Entity& entity) {
  geo::Box box;
  if constexpr (requires { entity.shape; }) box = geo::boxOf(entity.shape);
  else if constexpr (std::is_same_v<Entity, Pipe>) box = geo::boxOf(entity.line);
  else if constexpr (requires { entity.line; })
    for (const auto& line : entity.line) box.add(geo::boxOf(line));
  else if constexpr (requires { entity.point; }) box.add(entity.point);
  else if constexpr (requires { entity.door; }) box.add(entity.door);
  return box;
}

}  // namespace

std::optional<std::size_t> CityTableRows::columnOf(std::string_view field) const {
  const auto found = std::find_if(m_fields.begin(), m_fields.end(), [field](const Field& each) { return each.name == field; });
  return found == m_fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_fields.begin()));
}

Value CityTableRows::value(std::size_t row, std::size_t column) const { return column == 0 ? Value{m_uid(row)} : m_value(row, column - 1); }

geo::XYGeometry CityTableRows::geometry(std::size_t row) const { return m_geometry ? m_geometry(row) : geo::XYGeometry{}; }

CityRows::CityRows(const City& city) {
  forEachMember(city, [this]<class Entity>(const std::vector<Entity>& entities) {
    const auto& bindings = bindingsOf<Entity>();
    CityTableRows table;
    table.m_name = bindings.schema.name;
    table.m_fields.push_back({"uid", FieldType::Text, "标识", "identifier", "", ""});
    for (const auto& binding : bindings.bindings) table.m_fields.push_back(binding.field);
    table.m_rowCount = entities.size();
    table.m_uid = [&entities](std::size_t row) -> const Uid& { return entities[row].uid; };
    table.m_value = [&entities, &bindings](std::size_t row, std::size_t column) { return bindings.bindings[column].get(entities[row]); };
    if (bindings.getShape) {
      table.m_geometry = [&entities, &bindings](std::size_t row) { return bindings.getShape(entities[row]); };
      table.m_box = [&entities](std::size_t row) { return boxOfShape(entities[row]); };
    }
    m_tables.push_back(std::move(table));
  });
  std::size_t rows = 0;
  for (const auto& table : m_tables) {
    m_firstRows.push_back(rows);
    rows += table.rowCount();
  }
  m_positions.reserve(rows);
  for (std::size_t t = 0; t < m_tables.size(); ++t)
    for (std::size_t row = 0; row < m_tables[t].rowCount(); ++row) m_positions.add(m_tables[t].uid(row), m_firstRows[t] + row);
}

std::optional<std::size_t> CityRows::tableOf(std::string_view name) const {
  const auto found = std::find_if(m_tables.begin(), m_tables.end(), [name](const CityTableRows& table) { return table.name() == name; });
  return found == m_tables.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_tables.begin()));
}

std::optional<CityRows::Place> CityRows::find(const Uid& uid) const {
  const auto position = m_positions.find(uid);
  if (!position) return std::nullopt;
  const auto table = static_cast<std::size_t>(std::upper_bound(m_firstRows.begin(), m_firstRows.end(), *position) - m_firstRows.begin()) - 1;
  return Place{table, *position - m_firstRows[table]};
}

}  // namespace pianqu::layers
