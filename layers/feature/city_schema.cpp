#include "layers/feature/city_schema.hpp"

#include "layers/feature/bindings.hpp"

namespace pianqu::layers {

const std::vector<TableSchema>& citySchema() {
  static const std::vector<TableSchema> schema{
      bindingsOf<AdminArea>().schema, bindingsOf<Estate>().schema, bindingsOf<Building>().schema, bindingsOf<Entrance>().schema,
      bindingsOf<Consent>().schema, bindingsOf<IllegalStructure>().schema, bindingsOf<Road>().schema, bindingsOf<Barrier>().schema,
      bindingsOf<Water>().schema, bindingsOf<Green>().schema, bindingsOf<Tree>().schema, bindingsOf<Stall>().schema,
      bindingsOf<Facility>().schema, bindingsOf<TerrainPoint>().schema, bindingsOf<PipeNode>().schema, bindingsOf<Pipe>().schema,
      bindingsOf<Riser>().schema, bindingsOf<Outfall>().schema};
  return schema;
}

const TableSchema* findCityTable(std::string_view name) {
  for (const auto& table : citySchema()) if (table.name == name) return &table;
  return nullptr;
}

}  // namespace pianqu::layers
