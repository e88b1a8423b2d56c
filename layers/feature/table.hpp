#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::layers {

enum class FieldType { Text, Integer, Real, Boolean, Date };
enum class GeometryKind { None, Point, Line, Polygon };

/// One attribute value. monostate is "not known", which is never the same as 0 or "". Booleans are integers 0 and 1, dates ISO 8601 text.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Field {
  std::string name;        ///< English, snake_case: the column in the store
  FieldType type = FieldType::Text;
  std::string zh;          ///< the heading that users see
  std::string en;
  std::string unit;        ///< "m", "m2", "mm", "fen", or empty
  std::string domain;      ///< name of the dictionary whose codes are the values, or empty
};

/// A table of the store. `uid TEXT PRIMARY KEY`, and `source_id`, `source_row`, `evidence`, `note` come with every table and are not listed.
struct TableSchema {
  std::string name;        ///< "building"
  std::string zh;          ///< "楼栋"
  std::string en;
  GeometryKind geometry = GeometryKind::None;
  std::vector<Field> fields;

  const Field* find(std::string_view field) const;
};

/// Rows by column. `columns[f][row]` belongs to `fields[f]`; `geometries` has one entry a row, or none at all for GeometryKind::None.
struct FeatureTable {
  std::string name;
  GeometryKind geometry = GeometryKind::None;
  std::vector<Field> fields;
  std::vector<std::vector<Value>> columns;
  std::vector<geo::XYGeometry> geometries;
  std::vector<std::string> rowNames;   ///< where the row came from, as a user would name it; empty when there is none

  std::size_t rowCount() const { return columns.empty() ? geometries.size() : columns.front().size(); }
  std::optional<std::size_t> columnOf(std::string_view field) const;
};

/// Text of a value as shown: "" for unknown, the shortest decimal form for numbers.
std::string toText(const Value& value);
std::optional<double> toNumber(const Value& value);          ///< also from text that is wholly a number
std::optional<std::int64_t> toInteger(const Value& value);   ///< also from text and from a whole double

}  // namespace pianqu::layers
