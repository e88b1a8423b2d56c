#include <cmath>

#include "geo/base/problems.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/random.hpp"
#include "geo/base/units.hpp"

namespace pianqu::geo {

std::string_view nameOf(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Repaired: return "repaired";
    case Severity::Warning: return "warning";
    case Severity::Refused: return "refused";
  }
  return "note";
}

Progress& noProgress() {
  static Progress silent;
  return silent;
}

std::uint64_t seedFor(std::uint64_t seed, std::uint64_t part) {
  Random mix(seed ^ (part * 0xD1B54A32D192ED03ULL));
  mix.next();
  return mix.next();
}

Fen priceOf(double quantity, Fen unitPrice) {
  return {std::llround(quantity * static_cast<double>(unitPrice.value))};
}

std::string toYuan(Fen money) {
  const bool negative = money.value < 0;
  const auto magnitude = static_cast<std::uint64_t>(negative ? -money.value : money.value);
  std::string fraction = std::to_string(magnitude % 100);
  if (fraction.size() < 2) fraction.insert(0, "0");
  return (negative ? "-" : "") + std::to_string(magnitude / 100) + "." + fraction;
}

}  // namespace pianqu::geo
