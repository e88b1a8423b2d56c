#include "app/model/row_filter.hpp"

#include <algorithm>

namespace pianqu::app {
namespace {

constexpr const char* kExample = "Write a field, a comparison and a value: floors >= 6 and use = 住宅.";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> partsOf(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    std::size_t to = text.size(), next = text.size() + 1;
    for (const std::string_view word : {std::string_view(" and "), std::string_view("且")})
      if (const std::size_t found = text.find(word, from); found != std::string_view::npos && found < to) to = found, next = found + word.size();
    parts.push_back(trimmed(text.substr(from, to - from)));
    from = next;
  }
  return parts;
}

std::optional<std::size_t> columnNamed(const layers::CityTableRows& table, std::string_view name) {
  for (std::size_t i = 0; i < table.fields().size(); ++i) {
    const layers::Field& field = table.fields()[i];
    if (field.name == name || field.zh == name || field.en == name) return i;
  }
  return std::nullopt;
}

}  // namespace

geo::Result<RowFilter> RowFilter::parse(std::string_view text, const layers::CityTableRows& table) {
  static constexpr std::pair<std::string_view, Comparison> kSigns[] = {{"!=", Comparison::Unequal}, {"<=", Comparison::LessOrEqual}, {">=", Comparison::GreaterOrEqual},
                                                                       {"=", Comparison::Equal}, {"<", Comparison::Less}, {">", Comparison::Greater},
                                                                       {"~", Comparison::Holds}, {"?", Comparison::Unknown}};
  RowFilter filter;
  for (const std::string_view part : partsOf(text)) {
    const std::size_t at = part.find_first_of("!<>=~?");
    const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns), [&](const auto& each) { return at != std::string_view::npos && part.substr(at).starts_with(each.first); });
    if (sign == std::end(kSigns)) return geo::fail(geo::ErrorCode::Invalid, "\"" + std::string(part) + "\" is not a condition.", kExample);
    const std::string_view name = trimmed(part.substr(0, at));
    const auto column = columnNamed(table, name);
    if (!column) return geo::fail(geo::ErrorCode::Invalid, "\"" + std::string(name) + "\" is not a field of " + table.name() + ".", "Use a heading of the attribute table.");
    Term term{*column, sign->second, std::string(trimmed(part.substr(at + sign->first.size()))), std::nullopt};
    term.number = layers::toNumber(layers::Value{term.text});
    if (term.text.empty() && term.comparison != Comparison::Unknown) return geo::fail(geo::ErrorCode::Invalid, "\"" + std::string(part) + "\" has no value.", kExample);
    filter.m_terms.push_back(std::move(term));
  }
  return filter;
}

bool RowFilter::holds(const layers::CityTableRows& table, std::size_t row) const {
  return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term& term) { return holds(term, table.value(row, term.column)); });
}

bool RowFilter::holds(const Term& term, const layers::Value& value) {
  const bool isUnknown = std::holds_alternative<std::monostate>(value);
  if (term.comparison == Comparison::Unknown) return isUnknown;
  if (isUnknown) return false;  // what is not known is neither equal nor unequal to anything
  if (term.comparison == Comparison::Holds) return layers::toText(value).find(term.text) != std::string::npos;
  const auto number = layers::toNumber(value);
  int order = 0;
  if (number && term.number) order = *number < *term.number ? -1 : *number > *term.number ? 1 : 0;
  else order = layers::toText(value).compare(term.text);
  switch (term.comparison) {
    case Comparison::Equal: return order == 0;
    case Comparison::Unequal: return order != 0;
    case Comparison::Less: return order < 0;
    case Comparison::LessOrEqual: return order <= 0;
    case Comparison::Greater: return order > 0;
    case Comparison::GreaterOrEqual: return order >= 0;
    case Comparison::Holds:
    case Comparison::Unknown: break;
  }
  return false;
}

}  // namespace pianqu::app
