#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// A Value that is looked at where it lies: a row of a file as it is read. The text is there as long as its owner says.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

Cell cellOf(const Value& value);
Value valueOf(const Cell& cell);
std::string textOf(const Cell& cell);
std::optional<double> numberOf(const Cell& cell);            ///< as of a Value
std::optional<std::int64_t> integerOf(const Cell& cell);     ///< as of a Value

}  // namespace pianqu::layers
