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

/// A cell as text into a member that is made of one: Text, Uid.
template <class Member>
void assignText(Member& member, const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) member = *text;
  else member = textOf(cell);
}

}  // namespace pianqu::layers
