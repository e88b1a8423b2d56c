#pragma once

#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// The tables that hold a City, in the order of its members: admin_area estate building entrance consent illegal_structure road barrier
/// water green tree stall facility terrain pipe_node pipe riser outfall. Import maps headings to these fields, the store makes these columns.
/// Field names are the members of city.hpp in snake_case with unit suffixes (floor_area_m2, diameter_mm); references are <table>_uid.
const std::vector<TableSchema>& citySchema();
const TableSchema* findCityTable(std::string_view name);

/// City <-> tables. Each table carries a first Text field "uid". fromTables takes any subset; unknown tables are ignored.
/// keeps   fromTables(toTables(city)) == city up to uid order
std::vector<FeatureTable> toTables(const City& city);
/// Adds the rows of one table, keeping each member of the city in uid order. Several threads may add different tables to one city.
void addTable(City& city, const FeatureTable& table);
/// Forgets the rows of one table.
void clearTable(City& city, std::string_view name);
City fromTables(const std::vector<FeatureTable>& tables);

}  // namespace pianqu::layers
