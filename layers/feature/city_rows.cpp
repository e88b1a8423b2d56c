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

/// Who finds a row of these entities: the index where it can, else a list of their own.
template <class Entity>
std::function<std::optional<std::size_t>(const Uid&)> rowsOf(const std::vector<Entity>& entities, const CityIndex& index) {
  if constexpr (std::is_same_v<Entity, Estate>) return [&index](const Uid& uid) { return index.estate(uid); };
  else if constexpr (std::is_same_v<Entity, Building>) return [&index](const Uid& uid) { return index.building(uid); };
  else if constexpr (std::is_same_v<Entity, Entrance>) return [&index](const Uid& uid) { return index.entrance(uid); };
  else if constexpr (std::is_same_v<Entity, Pipe>) return [&index](const Uid& uid) { return index.pipe(uid); };
  else if constexpr (std::is_same_v<Entity, PipeNode>) return [&index](const Uid& uid) { return index.pipeNode(uid); };
  else if constexpr (std::is_same_v<Entity, Riser>) return [&index](const Uid& uid) { return index.riser(uid); };
  else {
    return [positions = positionsOf(entities)](const Uid& uid) { return positions.find(uid); };
  }
}

}  // namespace

std::optional<std::size_t> CityTableRows::columnOf(std::string_view field) const {
  const auto found = std::find_if(m_fields.begin(), m_fields.end(), [field](const Field& each) { return each.name == field; });
  return found == m_fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_fields.begin()));
}

Value CityTableRows::value(std::size_t row, std::size_t column) const { return column == 0 ? Value{m_uid(row)} : m_value(row, column - 1); }

geo::XYGeometry CityTableRows::geometry(std::size_t row) const { return m_geometry ? m_geometry(row) : geo::XYGeometry{}; }

CityRows::CityRows(const City& city, const CityIndex& index) {
  forEachMember(city, [&]<class Entity>(const std::vector<Entity>& entities) {
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
    m_rowOf.push_back(rowsOf(entities, index));
  });
}

std::optional<std::size_t> CityRows::tableOf(std::string_view name) const {
  const auto found = std::find_if(m_tables.begin(), m_tables.end(), [name](const CityTableRows& table) { return table.name() == name; });
  return found == m_tables.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_tables.begin()));
}

std::optional<CityRows::Place> CityRows::find(const Uid& uid) const {
  for (std::size_t table = 0; table < m_rowOf.size(); ++table)
    if (const auto row = m_rowOf[table](uid)) return Place{table, *row};
  return std::nullopt;
}

}  // namespace pianqu::layers
