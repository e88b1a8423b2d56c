#include <nlohmann/json.hpp>

#include "geo/shape/wkt.hpp"
#include "layers/feature/value_json.hpp"
#include "layers/plan/records.hpp"

namespace pianqu::layers {

using nlohmann::json;

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
