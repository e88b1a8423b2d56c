#include <algorithm>
#include <cmath>
#include <set>

#include "layers/io/import_parts.hpp"
#include "layers/io/ogr_geometry.hpp"

namespace pianqu::layers {
namespace {

using Columns = std::map<std::string, std::size_t>;

Columns positionColumns(const RawLayer& layer, const ImportTables& tables, const std::vector<std::pair<std::string, std::string>>& overrides) {
  Columns columns;
  std::set<std::size_t> taken;   // by --map, for something or for nothing
  for (const auto& [heading, field] : overrides) {
    const auto at = layer.columnOf(heading);
    if (at && field.starts_with("@")) columns.emplace(field, *at);
    if (at) taken.insert(*at);
  }
  for (std::size_t i = 0; i < layer.headings.size(); ++i) {
    if (taken.contains(i)) continue;
    const std::string name = normaliseHeading(layer.headings[i]).name;
    for (const auto& alias : tables.fields()) {
      if (alias.table == "*" && alias.heading == name) columns.emplace(alias.field, i);
    }
  }
  return columns;
}

/// The pair that holds positions, first the one whose meaning is plainest.
std::optional<std::pair<std::size_t, std::size_t>> pairOf(const Columns& columns) {
  for (const auto& [a, b] : {std::pair("@east", "@north"), std::pair("@x", "@y"), std::pair("@lon", "@lat")}) {
    const auto first = columns.find(a), second = columns.find(b);
    if (first != columns.end() && second != columns.end()) return std::pair(first->second, second->second);
  }
  return std::nullopt;
}

/// NaN for a cell that is not a number.
double coordinate(const Value& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    if (const auto angle = parseAngle(*text)) return *angle;
  }
  const auto value = convertCell(cell, FieldType::Real, 1);
  return value ? toNumber(*value).value_or(std::nan("")) : std::nan("");
}

void takePoint(RawLayer& layer, std::size_t row, std::pair<std::size_t, std::size_t> pair) {
  const double x = coordinate(layer.columns[pair.first][row]), y = coordinate(layer.columns[pair.second][row]);
  RawGeometry geometry;
  std::string fault;
  if (std::isnan(x) || std::isnan(y)) fault = "the row has no coordinates: \"" + toText(layer.columns[pair.first][row]) + "\", \"" + toText(layer.columns[pair.second][row]) + "\"";
  else if (std::abs(x) > 1e9 || std::abs(y) > 1e9) fault = "a coordinate is beyond 1 000 000 km";
  else geometry.value = RawGeometry::Points{{{x, y}}};
  layer.geometries.push_back(std::move(geometry));
  layer.geometryFaults.push_back(std::move(fault));
}

void takeText(RawLayer& layer, std::size_t row, std::size_t column) {
  const std::string text = toText(layer.columns[column][row]);
  auto taken = takeGeometryText(text, {});
  layer.geometryFaults.push_back(text.empty() ? "the row has no geometry" : taken.fault);
  layer.geometries.push_back(std::move(taken.geometry));
}

bool looksLikeShape(const RawLayer& layer, std::size_t column) {
  for (const auto& value : layer.columns[column]) {
    const std::string text = toText(value);
    if (text.empty()) continue;
    return text.find('{') != std::string::npos || text.find('(') != std::string::npos;
  }
  return false;
}

}  // namespace

void takeGeometryFromColumns(RawLayer& layer, const ImportTables& tables, const std::vector<std::pair<std::string, std::string>>& overrides) {
  if (std::any_of(layer.geometries.begin(), layer.geometries.end(), [](const auto& g) { return !g.isEmpty(); })) return;
  const auto columns = positionColumns(layer, tables, overrides);
  const auto wkt = columns.find("@wkt"), any = columns.find("@geometry");
  const auto column = wkt != columns.end() ? wkt : any;
  const bool isShape = column != columns.end() && looksLikeShape(layer, column->second);
  const auto pair = pairOf(columns);
  if (!isShape && !pair) return;
  layer.geometries.clear();
  layer.geometryFaults.clear();
  for (std::size_t row = 0; row < layer.rowCount(); ++row) {
    if (isShape) takeText(layer, row, column->second);
    else takePoint(layer, row, *pair);
  }
}

}  // namespace pianqu::layers
