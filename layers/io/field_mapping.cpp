#include "layers/io/field_mapping.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <set>

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

struct UnitFactor {
  const char* from;
  const char* to;
  double factor;
};
constexpr std::array kUnits{UnitFactor{"mm", "m", 0.001}, UnitFactor{"毫米", "m", 0.001}, UnitFactor{"cm", "m", 0.01},  UnitFactor{"厘米", "m", 0.01},
                            UnitFactor{"km", "m", 1000}, UnitFactor{"m", "mm", 1000},   UnitFactor{"米", "mm", 1000},   UnitFactor{"cm", "mm", 10},
                            UnitFactor{"厘米", "mm", 10}, UnitFactor{"万㎡", "m2", 10000}, UnitFactor{"万m2", "m2", 10000}, UnitFactor{"万平方米", "m2", 10000},
                            UnitFactor{"公顷", "m2", 10000}, UnitFactor{"ha", "m2", 10000}, UnitFactor{"亩", "m2", 10000.0 / 15}, UnitFactor{"mm", "cm", 0.1}, UnitFactor{"m", "cm", 100}};

double unitFactor(const std::string& from, const std::string& to) {
  for (const auto& unit : kUnits) if (from == unit.from && to == unit.to) return unit.factor;
  return 1;
}

/// Fields of a table that a heading may mean, by alias order; "*" aliases after those of the table.
const FieldAlias* aliasFor(const std::string& table, const std::string& heading, const ImportTables& tables) {
  for (const char* wanted : {table.c_str(), "*"}) {
    for (const auto& alias : tables.fields()) if (alias.table == wanted && alias.heading == heading) return &alias;
  }
  return nullptr;
}

/// Shapefiles cut headings to 10 bytes: 5 characters of GBK, 3 of UTF-8. At least 3 characters must be left and one field must fit.
const FieldAlias* cutAliasFor(const std::string& table, const std::string& heading, const ImportTables& tables) {
  // A character that was cut in the middle says nothing.
  const std::string whole = heading.substr(0, heading.find("\xEF\xBF\xBD"));
  if (whole.size() < 8 || whole.size() > 16) return nullptr;
  const FieldAlias* found = nullptr;
  bool isClear = true;
  for (const auto& alias : tables.fields()) {
    if (alias.table != table || alias.heading.size() <= whole.size() || alias.heading.rfind(whole, 0) != 0) continue;
    // The heading that lost least is the likeliest: 建成年 is 建成年份, not 建成年份起.
    if (found && alias.heading.size() > found->heading.size()) continue;
    if (!found || alias.heading.size() < found->heading.size()) isClear = true;
    else if (found->field != alias.field) isClear = false;
    found = &alias;
  }
  return isClear ? found : nullptr;
}

bool isOneOf(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text == word; });
}

std::string lowerAscii(std::string text) {
  for (char& c : text) if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// The number that a text begins with, when what follows is a counter word (栋 户 层 年建成 m ㎡ …) and not another number.
std::optional<double> leadingNumber(std::string text) {
  text = halfWidth(text);
  std::erase(text, ' ');
  // Thousands are grouped by three; "1,5" is not 15.
  for (std::size_t comma = text.find(','); comma != std::string::npos; comma = text.find(',', comma)) {
    if (comma == 0 || comma + 3 >= text.size() || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(comma) + 1, text.begin() + static_cast<std::ptrdiff_t>(comma) + 4, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    text.erase(comma, 1);
  }
  const char* begin = text.data() + (!text.empty() && text[0] == '+' ? 1 : 0);
  double value = 0;
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (rest.size() > 24 || rest.find_first_of("0123456789-~/+*") != std::string_view::npos || rest.find("～") != std::string_view::npos || rest.find("万") != std::string_view::npos) return std::nullopt;
  return value;
}

std::optional<Value> convertBoolean(const std::string& text) {
  const std::string word = lowerAscii(text);
  if (isOneOf(word, {"1", "是", "有", "y", "yes", "true", "t", "√", "✓", "已设", "已有"})) return std::int64_t{1};
  if (isOneOf(word, {"0", "否", "无", "n", "no", "false", "f", "×", "没有", "未设"})) return std::int64_t{0};
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> columnFor(const FieldMapping& mapping, std::string_view field) {
  for (std::size_t i = 0; i < mapping.size(); ++i) if (mapping[i].field == field) return i;
  return std::nullopt;
}

geo::Result<FieldMapping> mapFields(const TableSchema& table, const std::vector<std::string>& headings, const ImportTables& tables,
                                    const std::vector<std::pair<std::string, std::string>>& overrides) {
  FieldMapping mapping;
  for (const auto& heading : headings) mapping.push_back({heading, {}, 1, {}});
  std::set<std::string> used;
  for (const auto& [heading, field] : overrides) {
    const auto it = std::find_if(mapping.begin(), mapping.end(), [&, &name = heading](const auto& m) { return m.heading == name; });
    if (it == mapping.end()) continue;  // another layer of the file may have it; the caller checks that one has
    const bool isPosition = field.starts_with("@");
    if (!field.empty() && !isPosition && !table.find(field)) {
      std::string names;
      for (const auto& each : table.fields) names += (names.empty() ? "" : ", ") + each.name;
      return fail(ErrorCode::Invalid, "the table " + table.name + " has no field \"" + field + "\"", "it has: " + names);
    }
    it->field = field;
    it->note = "given by --map";
    used.insert(field);
  }
  struct Found { std::size_t column; const FieldAlias* alias; bool isCut; };
  std::vector<Found> found;
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    if (!mapping[i].note.empty()) continue;
    const std::string name = normaliseHeading(mapping[i].heading).name;
    if (const auto* alias = aliasFor(table.name, name, tables)) found.push_back({i, alias, false});
    else if (const auto* cut = cutAliasFor(table.name, name, tables)) found.push_back({i, cut, true});
  }
  // The field's own name comes first in the table of headings, so the lower alias wins where two headings want one field.
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.isCut != b.isCut ? !a.isCut : a.alias < b.alias; });
  for (const auto& [column, alias, isCut] : found) {
    if (!used.insert(alias->field).second) {
      mapping[column].note = alias->field + " is taken from another heading";
      continue;
    }
    const Field* field = table.find(alias->field);
    const std::string unit = normaliseHeading(mapping[column].heading).unit;
    const double scale = field && !unit.empty() ? unitFactor(unit, field->unit) : 1;
    mapping[column].field = alias->field;
    mapping[column].factor = alias->factor * scale;
    if (isCut) mapping[column].note = "heading cut short by the Shapefile";
    if (scale != 1) mapping[column].note = "from " + unit + " to " + field->unit;
  }
  return mapping;
}

std::optional<Value> convertCell(const Value& cell, FieldType type, double factor) {
  if (std::holds_alternative<std::monostate>(cell)) return Value{};
  if (type == FieldType::Text || type == FieldType::Date) {
    const std::string text = toText(cell);
    return text.empty() ? Value{} : Value{text};
  }
  const auto* text = std::get_if<std::string>(&cell);
  if (text && isOneOf(lowerAscii(*text), {"", "未知", "不详", "不明", "-", "--", "/", "null", "none", "nan", "n/a", "暂无", "暂无信息", "待查"})) return Value{};
  if (type == FieldType::Boolean) {
    if (text) return convertBoolean(*text);
    const auto number = toInteger(cell);
    return number && (*number == 0 || *number == 1) ? std::optional<Value>(*number) : std::nullopt;
  }
  const auto number = text ? leadingNumber(*text) : toNumber(cell);
  if (!number || !std::isfinite(*number)) return std::nullopt;
  const double scaled = *number * factor;
  if (type == FieldType::Real) return Value{scaled};
  if (scaled != std::round(scaled) || std::abs(scaled) > 1e9) return std::nullopt;
  return Value{static_cast<std::int64_t>(scaled)};
}

bool isYearField(std::string_view field) { return field == "built" || field == "built_from" || field == "built_to" || field == "year"; }

std::optional<Value> convertYear(const Value& cell) {
  if (auto plain = convertCell(cell, FieldType::Integer, 1)) return plain;
  const std::string text = halfWidth(toText(cell));
  int year = 0, month = 0, day = 0, end = 0;
  char first = 0, second = 0;
  const auto isYear = [&year] { return year >= 1800 && year <= 2200; };
  const auto isOver = [&text](int at) { return text.find_first_not_of(" 0:", static_cast<std::size_t>(at)) == std::string::npos; };
  if (std::sscanf(text.c_str(), "%4d%c%2d%n", &year, &first, &month, &end) == 3 && isYear() && month >= 1 && month <= 12 && std::string_view("-/.").find(first) != std::string_view::npos) {
    if (isOver(end)) return Value{std::int64_t{year}};
    int dayEnd = 0;
    const bool isDate = std::sscanf(text.c_str() + end, "%c%2d%n", &second, &day, &dayEnd) == 2 && second == first && day >= 1 && day <= 31;
    if (isDate && isOver(end + dayEnd)) return Value{std::int64_t{year}};
  }
  end = 0;
  if (std::sscanf(text.c_str(), "%4d年%2d月%n", &year, &month, &end) == 2 && end > 0 && isYear() && month >= 1 && month <= 12) return Value{std::int64_t{year}};
  return std::nullopt;
}

std::optional<double> parseAngle(const std::string& raw) {
  std::string text;
  double sign = 1;
  for (const char c : halfWidth(raw)) {
    if (c == 'W' || c == 'w' || c == 'S' || c == 's') sign = -1;
    if (c != ' ' && std::string_view("NSEWnsew").find(c) == std::string_view::npos) text += c;
  }
  struct Mark { const char* word; char to; };
  constexpr std::array kMarks{Mark{"°", 'd'}, Mark{"º", 'd'}, Mark{"度", 'd'}, Mark{"′", 'm'}, Mark{"’", 'm'}, Mark{"分", 'm'}, Mark{"″", 's'}, Mark{"”", 's'}, Mark{"秒", 's'}};
  for (const auto& [word, to] : kMarks) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word)) text.replace(at, std::string_view(word).size(), 1, to);
  }
  std::replace(text.begin(), text.end(), '\'', 'm');
  std::replace(text.begin(), text.end(), '"', 's');
  double degrees = 0, part = 0;
  double unit = 1;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (const char mark : {'d', 'm', 's'}) {
    if (at == end && mark != 'd') break;
    const auto [next, error] = std::from_chars(at, end, part);
    if (error != std::errc() || next == end || *next != mark || part < 0 || (mark != 'd' && part >= 60)) return std::nullopt;
    degrees += part * unit;
    unit /= 60;
    at = next + 1;
  }
  return at == end && degrees <= 180 ? std::optional(sign * degrees) : std::nullopt;
}

std::optional<PipeSection> parseSection(const std::string& raw) {
  std::string text = lowerAscii(raw);
  for (const char* mark : {"×", "＊", "*"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.replace(at, std::string(mark).size(), "x");
  }
  for (const char* prefix : {"dn", "de", "d", "φ", "Φ", "ф", "∅"}) {
    if (text.rfind(prefix, 0) == 0) { text.erase(0, std::string(prefix).size()); break; }
  }
  const std::size_t cross = text.find('x');
  const auto first = leadingNumber(text.substr(0, cross));
  if (!first || *first <= 0) return std::nullopt;
  if (cross == std::string::npos) return PipeSection{*first, {}, {}};
  const auto second = leadingNumber(text.substr(cross + 1));
  if (!second || *second <= 0) return std::nullopt;
  return PipeSection{{}, *first, *second};
}

}  // namespace pianqu::layers
