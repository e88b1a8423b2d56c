#include <cmath>

#include <nlohmann/json.hpp>

#include "geo/shape/wkt.hpp"
#include "layers/plan/records.hpp"

namespace pianqu::layers {
namespace {

using nlohmann::json;

json jsonOf(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
  if (const auto* real = std::get_if<double>(&value)) return *real;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

Value valueOf(const json& j, FieldType type) {
  if (j.is_string()) return j.get<std::string>();
  // A whole real prints as 3.0 and stays a real; the schema decides for numbers that other tools wrote.
  if (j.is_number() && type == FieldType::Real) return j.get<double>();
  if (j.is_number_integer()) return j.get<std::int64_t>();
  if (j.is_number()) return j.get<double>();
  return {};
}

}  // namespace

std::string toJson(const PlanTable& table, const std::optional<Row>& row) {
  if (!row) return {};
  json j = json::object();
  for (std::size_t i = 0; i < table.schema.fields.size(); ++i) j[table.schema.fields[i].name] = jsonOf(row->values[i]);
  if (!row->geometry.isEmpty()) j["geom"] = geo::toWkt(row->geometry);
  return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

geo::Result<std::optional<Row>> rowFromJson(const PlanTable& table, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const json j = json::parse(text, nullptr, false);
  if (!j.is_object()) return geo::fail(geo::ErrorCode::Invalid, "a journal record is not JSON", "run pianqu check", {.layer = table.schema.name});
  Row row;
  for (const auto& field : table.schema.fields) {
    const auto it = j.find(field.name);
    row.values.push_back(it == j.end() ? Value{} : valueOf(*it, field.type));
  }
  if (const auto it = j.find("geom"); it != j.end() && it->is_string()) {
    auto geometry = geo::parseWkt(it->get<std::string>());
    if (!geometry) return geo::fail(std::move(geometry));
    row.geometry = std::move(*geometry);
  }
  return row;
}

}  // namespace pianqu::layers
