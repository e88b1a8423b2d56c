#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// One code of a dictionary with its words.
struct DictionaryWord {
  std::string code, zh, en;
};
/// The words of a dictionary in shipped order; empty for a domain that is none. source  data/catalogue/dict.csv
const std::vector<DictionaryWord>& wordsOf(const std::string& domain);

/// Grades of evidence A to E. source  domain reference 2.9 (N7)
const std::vector<DictionaryWord>& evidenceGrades();

/// Bounds outside of which a number is a slip of the hand, not a survey.
struct FieldRange {
  double min = 0, max = 0;
  std::string source;
};
/// data/catalogue/field_ranges.csv: table,field,min,max,source,confidence.
class FieldRanges {
 public:
  static geo::Result<FieldRanges> read(const std::string& dataFolder);
  std::optional<FieldRange> find(const std::string& table, const std::string& field) const;

 private:
  std::map<std::pair<std::string, std::string>, FieldRange> m_ranges;
};

/// What a person typed as the value of a field.
///
/// returns   unknown for blank text; 1 and 0 for 是 否 yes no true false
/// errors    Invalid, saying what would be taken: not a number, not a word of the dictionary, outside the range, no date YYYY-MM-DD
geo::Result<Value> parseValue(const std::string& table, const Field& field, const std::string& text, const FieldRanges& ranges);

}  // namespace pianqu::layers
