#include "layers/feature/table.hpp"

#include <charconv>
#include <cmath>

namespace pianqu::layers {
namespace {

template <class Number>
std::optional<Number> wholly(const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string shortest(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, end};
}

}  // namespace

const Field* TableSchema::find(std::string_view field) const {
  for (const auto& each : fields) if (each.name == field) return &each;
  return nullptr;
}

std::optional<std::size_t> FeatureTable::columnOf(std::string_view field) const {
  for (std::size_t i = 0; i < fields.size(); ++i) if (fields[i].name == field) return i;
  return std::nullopt;
}

std::string toText(const Value& value) {
  struct Visitor {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::int64_t v) const { return std::to_string(v); }
    std::string operator()(double v) const { return shortest(v); }
    std::string operator()(const std::string& v) const { return v; }
  };
  return std::visit(Visitor{}, value);
}

std::optional<double> toNumber(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* real = std::get_if<double>(&value)) return std::isfinite(*real) ? std::optional(*real) : std::nullopt;
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return std::nullopt;
  const auto number = wholly<double>(*text);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<std::int64_t> toInteger(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
  const auto number = toNumber(value);
  constexpr double kExact = 9007199254740992.0;  // beyond 2^53 a double no longer names one integer
  if (!number || *number != std::floor(*number) || std::abs(*number) > kExact) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

}  // namespace pianqu::layers
