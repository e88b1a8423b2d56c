#pragma once

#include <nlohmann/json_fwd.hpp>

#include "layers/feature/table.hpp"

/// Values as the journal keeps them.
namespace pianqu::layers {

nlohmann::json jsonOf(const Value& value);   ///< null for unknown

/// A whole number that another tool wrote without a point is a real where the field is one.
Value valueOf(const nlohmann::json& json, FieldType type = FieldType::Text);

}  // namespace pianqu::layers
