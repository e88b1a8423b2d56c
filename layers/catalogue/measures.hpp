#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/base/units.hpp"

namespace pianqu::layers {

/// A kind of work that a plan can hold: one row of data/catalogue/measures.csv.
struct MeasureKind {
  std::string code;                    ///< "WM-01"
  std::string className;               ///< 基础, 完善, 提升, 安全
  std::string nameZh, nameEn;
  std::string geometryKind;            ///< point, line, polygon, building, entrance, estate
  std::string unit;                    ///< m, m2, 处, 座, ...
  std::optional<geo::Fen> unitPrice;   ///< nullopt: to be priced (待定价)
  std::string priceSource;
  std::string ruleRef;                 ///< rule or study that makes it, or empty: by hand only
  std::vector<std::string> fundableCodes;  ///< fund sources that may pay for it
  std::string source, confidence;
};

class MeasureCatalogue {
 public:
  /// errors  NotFound, Unreadable; Invalid for a code that comes twice or a price that is no amount of yuan
  static geo::Result<MeasureCatalogue> read(const std::string& dataFolder);

  const MeasureKind* find(std::string_view code) const;
  /// errors  NotFound, naming the nearest codes of the same group
  geo::Result<MeasureKind> require(std::string_view code) const;
  const std::vector<MeasureKind>& all() const { return m_kinds; }

 private:
  std::vector<MeasureKind> m_kinds;
  std::map<std::string, std::size_t, std::less<>> m_byCode;
};

/// A price that a user gave for one code, with where it comes from.
struct UnitPrice {
  geo::Fen price;
  std::string source;
};
/// By catalogue code.
using PriceTable = std::map<std::string, UnitPrice, std::less<>>;

/// Reads a user's table of prices: UTF-8 CSV with the headings code, price_yuan (or price), source.
///
/// errors    NotFound, Unreadable; Invalid naming the row for a code that is not in the catalogue, a code that comes twice, a price that is
///           not a positive amount with at most two decimals, or an empty source
geo::Result<PriceTable> readPrices(const std::string& path, const MeasureCatalogue& catalogue);

/// Amount of yuan with at most two decimals, as fen, exactly. nullopt: not such an amount.
std::optional<geo::Fen> parseYuan(std::string_view text);

}  // namespace pianqu::layers
