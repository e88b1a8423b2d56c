#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/feature/table.hpp"
#include "layers/style/style.hpp"

/// A layer's classes as conditions on the columns of its table, for programs that read styles and know nothing of our classifications.
namespace pianqu::layers {

struct FieldEquals {
  std::string field, value;
  bool operator==(const FieldEquals&) const = default;
};

struct StyleRule {
  enum class Kind { Equal, Range, Empty, Other };
  Kind kind = Kind::Other;
  std::string field;                      ///< of the range, or the one that is empty
  std::vector<FieldEquals> equals;        ///< all of them hold
  std::optional<double> low, high;        ///< both ends belong to the range
  bool isLowOpen = false;                 ///< but for the lower one where the range before it ends there
  const Symbol* symbol = nullptr;         ///< of the theme that was asked
  const Symbol* casing = nullptr;         ///< drawn below it: the edge of a road
  std::vector<std::size_t> yieldsTo;      ///< rules that win where both hold
};

/// In the order of the legend. Rules whose symbol the theme lacks are left out.
std::vector<StyleRule> rulesOf(const Theme& theme, const ThemeLayer& layer);

/// The attribute that a classification looks at, or "" when it needs several or none.
std::string fieldOf(const ThemeLayer& layer);

/// Parts of a label template between slashes, each a row of texts and fields.
struct LabelPiece {
  std::string text;                       ///< a field's name when isField
  bool isField = false;
};
std::vector<std::vector<LabelPiece>> labelPartsOf(const std::string& pattern);

std::string xmlEscaped(std::string_view text);
/// Shortest decimal form.
std::string numberText(double value);

}  // namespace pianqu::layers
