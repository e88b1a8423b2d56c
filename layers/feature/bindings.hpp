#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layers/feature/cell.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/table.hpp"

/// How each member of an entity is a column: the one list from which the schema, toTables and fromTables all follow.
namespace pianqu::layers {

template <class Entity>
struct Binding {
  Field field;
  std::function<Value(const Entity&)> get;
  std::function<void(Entity&, const Cell&)> set;
};

template <class Entity>
struct EntityBindings {
  TableSchema schema;                                     ///< filled from the bindings
  std::vector<Binding<Entity>> bindings;
  std::function<geo::XYGeometry(const Entity&)> getShape;  ///< empty for tables without geometry
  std::function<void(Entity&, geo::XYGeometry)> setShape;
};

template <class Entity>
const EntityBindings<Entity>& bindingsOf();

}  // namespace pianqu::layers
