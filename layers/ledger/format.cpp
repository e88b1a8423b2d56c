#include <cmath>
#include <cstdio>

#include "layers/ledger/ledger.hpp"

namespace pianqu::layers {

std::string formatNumber(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  double rounded = std::round(value * scale) / scale;  // half away from zero, as tables in this field are rounded
  if (rounded == 0) rounded = 0;                       // never "-0"
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, rounded);
  return text;
}

std::string formatWanYuan(geo::Fen money) {
  constexpr double kFenInWanYuan = 1e6;
  return formatNumber(static_cast<double>(money.value) / kFenInWanYuan, 2);
}

std::string LedgerTable::text(std::size_t row, std::size_t column) const {
  const Value& value = rows.at(row).at(column);
  if (const auto* real = std::get_if<double>(&value)) return formatNumber(*real, columns[column].decimals);
  return toText(value);
}

}  // namespace pianqu::layers
