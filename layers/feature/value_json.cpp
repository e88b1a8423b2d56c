#include "layers/feature/value_json.hpp"

#include <nlohmann/json.hpp>

namespace pianqu::layers {

nlohmann::json jsonOf(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
  if (const auto* real = std::get_if<double>(&value)) return *real;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

Value valueOf(const nlohmann::json& json, FieldType type) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number() && type == FieldType::Real) return json.get<double>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  return {};
}

}  // namespace pianqu::layers
