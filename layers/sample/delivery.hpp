#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layers/feature/table.hpp"
#include "layers/sample/sample_writer.hpp"

/// Tables of a sample city as its offices hand them over. Internal to layers/sample.
namespace pianqu::layers {

/// A table with the headings of a file; field names are the headings.
template <class T>
struct Column {
  std::string heading;
  FieldType type;
  std::function<Value(const T&)> value;
};

template <class T>
FeatureTable tableOf(std::string name, GeometryKind kind, const std::vector<T>& items, const std::vector<Column<T>>& columns, std::function<geo::XYGeometry(const T&)> shape = {}) {
  FeatureTable table;
  table.name = std::move(name);
  table.geometry = kind;
  for (const auto& column : columns) {
    table.fields.push_back({column.heading, column.type});
    auto& values = table.columns.emplace_back();
    values.reserve(items.size());
    for (const T& item : items) values.push_back(column.value(item));
  }
  if (shape) {
    table.geometries.reserve(items.size());
    for (const T& item : items) table.geometries.push_back(shape(item));
  }
  return table;
}

inline Value cell(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
inline Value cell(const std::optional<int>& number) { return number ? Value{std::int64_t{*number}} : Value{}; }
inline Value cell(const std::optional<double>& number) { return number ? Value{*number} : Value{}; }
inline Value yesNo(const std::optional<bool>& is, const char* yes, const char* no) { return is ? Value{std::string(*is ? yes : no)} : Value{}; }
geo::XYGeometry polygons(const geo::MultiPolygon<geo::XY>& shape);
geo::XYGeometry lines(const geo::MultiLine<geo::XY>& line);
geo::XYGeometry onePoint(geo::XY point);

std::vector<FeatureTable> baseDrawing(const City& city);                ///< layers of the DXF
FeatureTable buildingFootprints(const City& city);
FeatureTable estateBoundaries(const City& city);
FeatureTable stairUnits(const City& city);
FeatureTable areas(const City& city);
FeatureTable roadLines(const City& city);
FeatureTable waterAreas(const City& city);
FeatureTable facilities(const City& city);
FeatureTable estateLedger(const City& city);
FeatureTable buildingLedger(const City& city);
FeatureTable riserList(const City& city);
FeatureTable consentList(const City& city);
FeatureTable outfallList(const City& city);
/// The CJJ 61 point and line table of one class. X is north, Y is east.
std::vector<FeatureTable> pipeTables(const SampleCity& sample, const std::string& pipeClass, const std::string& name);

std::string truthJson(const SampleCity& sample, const DeliveredRows& rows);

}  // namespace pianqu::layers
