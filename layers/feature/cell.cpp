#include "layers/feature/cell.hpp"

namespace pianqu::layers {

Cell cellOf(const Value& value) {
  return std::visit([](const auto& v) { return Cell{v}; }, value);
}

Value valueOf(const Cell& cell) {
  struct Visitor {
    Value operator()(std::monostate) const { return {}; }
    Value operator()(std::int64_t v) const { return v; }
    Value operator()(double v) const { return v; }
    Value operator()(std::string_view v) const { return std::string(v); }
  };
  return std::visit(Visitor{}, cell);
}

std::string textOf(const Cell& cell) { return toText(valueOf(cell)); }
std::optional<double> numberOf(const Cell& cell) { return toNumber(valueOf(cell)); }
std::optional<std::int64_t> integerOf(const Cell& cell) { return toInteger(valueOf(cell)); }

}  // namespace pianqu::layers
