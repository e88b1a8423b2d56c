#include "layers/project/field_values.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "layers/catalogue/rows.hpp"
#include "layers/project/embedded.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

std::string trimmed(const std::string& text) {
  const char* const blank = " \t\r\n";
  const std::size_t from = text.find_first_not_of(blank);
  return from == std::string::npos ? std::string() : text.substr(from, text.find_last_not_of(blank) - from + 1);
}

using Dictionaries = std::map<std::string, std::vector<DictionaryWord>>;

Dictionaries readDictionaries() {
  Dictionaries all;
  const auto rows = plainCsv(kDictionaryCsv);
  for (std::size_t r = 1; r < rows.size(); ++r) if (rows[r].size() >= 4) all[rows[r][0]].push_back({rows[r][1], rows[r][2], rows[r][3]});
  return all;
}

std::optional<std::int64_t> yesOrNo(const std::string& text) {
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::array<std::string_view, 5> kYes{"1", "是", "有", "yes", "true"}, kNo{"0", "否", "无", "no", "false"};
  if (std::find(kYes.begin(), kYes.end(), lower) != kYes.end()) return 1;
  if (std::find(kNo.begin(), kNo.end(), lower) != kNo.end()) return 0;
  return std::nullopt;
}

bool isDate(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) if (!std::isdigit(static_cast<unsigned char>(text[i]))) return false;
  const int month = std::stoi(text.substr(5, 2)), day = std::stoi(text.substr(8, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

geo::Result<Value> parseNumber(const std::string& table, const Field& field, const std::string& text, const FieldRanges& ranges) {
  const geo::Where where{.layer = table};
  const auto number = toNumber(Value{text});
  if (!number || !std::isfinite(*number)) return fail(ErrorCode::Invalid, "\"" + text + "\" is no number for " + field.zh, "type digits, with a point for decimals" + (field.unit.empty() ? std::string() : ", in " + field.unit), where);
  if (field.type == FieldType::Integer && *number != std::floor(*number)) return fail(ErrorCode::Invalid, field.zh + " is a whole number, not " + text, "leave the decimals out", where);
  if (const auto range = ranges.find(table, field.name); range && (*number < range->min || *number > range->max))
    return fail(ErrorCode::Invalid, text + " is outside of what " + field.zh + " can be: " + toText(Value{range->min}) + " to " + toText(Value{range->max}), "check the unit (" + (field.unit.empty() ? "a plain number" : field.unit) + "); the bounds are " + range->source, where);
  return field.type == FieldType::Integer ? Value{static_cast<std::int64_t>(*number)} : Value{*number};
}

}  // namespace

const std::vector<DictionaryWord>& wordsOf(const std::string& domain) {
  static const Dictionaries all = readDictionaries();
  static const std::vector<DictionaryWord> none;
  const auto found = all.find(domain);
  return found == all.end() ? none : found->second;
}

const std::vector<DictionaryWord>& evidenceGrades() {
  static const std::vector<DictionaryWord> grades{{"A", "A 法定", "A statutory"}, {"B", "B 部门、监测", "B department, monitoring"}, {"C", "C 遥感、现场", "C remote sensing, field"},
                                                  {"D", "D 问卷、网络", "D survey, internet"}, {"E", "E 推测", "E first guess"}};
  return grades;
}

geo::Result<FieldRanges> FieldRanges::read(const std::string& dataFolder) {
  const auto table = readCatalogueTable(dataFolder, "field_ranges");
  if (!table) return fail(table);
  FieldRanges ranges;
  for (const auto& row : table->rows) {
    const auto min = numberIn(*table, row, "min"), max = numberIn(*table, row, "max");
    if (!min) return fail(min);
    if (!max) return fail(max);
    ranges.m_ranges[{row.at("table"), row.at("field")}] = {*min, *max, row.at("source")};
  }
  return ranges;
}

std::optional<FieldRange> FieldRanges::find(const std::string& table, const std::string& field) const {
  for (const auto& key : {std::pair{table, field}, std::pair{std::string("*"), field}})
    if (const auto found = m_ranges.find(key); found != m_ranges.end()) return found->second;
  return std::nullopt;
}

geo::Result<Value> parseValue(const std::string& table, const Field& field, const std::string& typedText, const FieldRanges& ranges) {
  const std::string text = trimmed(typedText);
  if (text.empty()) return Value{};
  if (field.type == FieldType::Real || field.type == FieldType::Integer) return parseNumber(table, field, text, ranges);
  if (field.type == FieldType::Boolean) {
    if (const auto value = yesOrNo(text)) return Value{*value};
    return fail(ErrorCode::Invalid, "\"" + text + "\" is neither yes nor no for " + field.zh, "type 是 or 否, yes or no", {.layer = table});
  }
  if (field.type == FieldType::Date && !isDate(text)) return fail(ErrorCode::Invalid, "\"" + text + "\" is no date for " + field.zh, "write it as 2026-03-01", {.layer = table});
  const auto& words = field.name == "evidence" ? evidenceGrades() : wordsOf(field.domain);
  if (words.empty()) return Value{text};
  std::string choices;
  for (const auto& word : words) {
    if (text == word.code || text == word.zh || text == word.en) return Value{word.code};
    choices += (choices.empty() ? "" : ", ") + word.code;
  }
  return fail(ErrorCode::Invalid, "\"" + text + "\" is not in the dictionary of " + field.zh, "take one of: " + choices, {.layer = table});
}

}  // namespace pianqu::layers
