#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/city_rows.hpp"

namespace pianqu::app {

/// A condition on the attributes of a row, as a person types it: "floors >= 6 and 用途 = 住宅". Fields by their name or heading in either language;
/// = != < <= > >= compare, ~ finds a part of a text, "field ?" asks whether nothing is known. Parts are joined by "and" or "且".
class RowFilter {
 public:
  /// errors  Invalid, naming the part that is not understood and what to write instead
  static geo::Result<RowFilter> parse(std::string_view text, const layers::CityTableRows& table);
  bool holds(const layers::CityTableRows& table, std::size_t row) const;

 private:
  enum class Comparison { Equal, Unequal, Less, LessOrEqual, Greater, GreaterOrEqual, Holds, Unknown };
  struct Term {
    std::size_t column = 0;
    Comparison comparison = Comparison::Equal;
    std::string text;
    std::optional<double> number;
  };
  static bool holds(const Term& term, const layers::Value& value);
  std::vector<Term> m_terms;
};

}  // namespace pianqu::app
