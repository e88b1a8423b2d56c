#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// A condition on the attributes of a row, as a person writes it:
///
///     floors >= 6 and use = '住宅'      楼层 in (5, 6) 或 not (structure like '砖%')      built is null
///
/// in        fields by name or by their Chinese or English heading, in double quotes when they hold spaces; texts in single quotes, which a single word after a sign can do
///           without; and or not (且 或 非);
///           = <> != < <= > >= ~ in like is; % stands for any letters, ~ for "contains"
/// keeps     a comparison with an unknown value is neither true nor false, and only rows for which the whole is true match
class RowFilter {
 public:
  /// errors  Invalid, naming the place and what would fit there; NotFound for a field that the table lacks, with those it has
  static geo::Result<RowFilter> parse(std::string_view text, const std::vector<Field>& fields);

  /// Whether a person who typed this means a condition, and not a text to look for.
  static bool isCondition(std::string_view text);

  /// `valueOf` gives the value of the field at a position in `fields`.
  using ValueOf = std::function<Value(std::size_t field)>;
  bool matches(const ValueOf& valueOf) const;

  struct Node;

 private:
  std::shared_ptr<const Node> m_root;   ///< null: everything matches
};

/// For every feature of a city table, in the order of the table, whether it matches.
/// errors  NotFound for a table that is not of the city; those of RowFilter::parse
geo::Result<std::vector<bool>> matchingRows(const City& city, std::string_view table, std::string_view filter);

/// A value of every feature of a city table in the order of the table, for histograms and lists of categories.
/// errors  NotFound for a table or field that does not exist
geo::Result<std::vector<Value>> valuesOf(const City& city, std::string_view table, std::string_view field);

}  // namespace pianqu::layers
