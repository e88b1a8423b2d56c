#include "layers/catalogue/parse_rows.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

/// Records of an RFC 4180 text: quoted fields may hold commas, doubled quotes and line breaks.
std::vector<std::vector<std::string>> recordsOf(const std::string& text) {
  std::vector<std::vector<std::string>> records(1);
  std::string field;
  bool isQuoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (isQuoted) {
      if (c != '"') field += c;
      else if (i + 1 < text.size() && text[i + 1] == '"') field += text[++i];
      else isQuoted = false;
    } else if (c == '"') {
      isQuoted = true;
    } else if (c == ',' || c == '\n') {
      records.back().push_back(std::move(field));
      field.clear();
      if (c == '\n') records.emplace_back();
    } else if (c != '\r') {
      field += c;
    }
  }
  if (!field.empty() || !records.back().empty()) records.back().push_back(std::move(field));
  std::erase_if(records, [](const auto& record) { return record.empty() || (record.size() == 1 && record[0].empty()); });
  return records;
}

}  // namespace

geo::Result<CatalogueTable> readCatalogueTable(const std::string& dataFolder, const std::string& name) {
  const std::string path = dataFolder + "/catalogue/" + name + ".csv";
  auto table = readCatalogueFile(path);
  if (!table && table.error().code == ErrorCode::NotFound) {
    return fail(ErrorCode::NotFound, "a table of the catalogue is missing: " + path, "set PIANQU_DATA to the folder data of the installation", {.file = path});
  }
  if (table) table->name = name;
  return table;
}

geo::Result<CatalogueTable> readCatalogueFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorCode::NotFound, "the table cannot be opened: " + path, "check the path", {.file = path});
  return parseCatalogue(std::string{std::istreambuf_iterator<char>(file), {}}, path);
}

geo::Result<CatalogueTable> parseCatalogue(std::string text, const std::string& path) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  auto records = recordsOf(text);
  if (records.empty()) return fail(ErrorCode::Unreadable, "the table is empty", "the first line holds the headings", {.file = path});
  CatalogueTable table{path, std::move(records.front()), {}};
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].size() != table.headings.size()) {
      return fail(ErrorCode::Unreadable, "record " + std::to_string(i + 1) + " has " + std::to_string(records[i].size()) + " fields, the heading has " + std::to_string(table.headings.size()),
                  "quote fields that hold a comma", {.file = path, .feature = std::to_string(i + 1)});
    }
    CatalogueRow row;
    for (std::size_t f = 0; f < table.headings.size(); ++f) row.emplace(table.headings[f], std::move(records[i][f]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

geo::Result<double> numberIn(const CatalogueTable& table, const CatalogueRow& row, const std::string& heading) {
  const auto it = row.find(heading);
  double value = 0;
  if (it != row.end()) {
    const auto& text = it->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) return value;
  }
  return fail(ErrorCode::Invalid, "\"" + (it == row.end() ? std::string("(no such column)") : it->second) + "\" under " + heading + " is not a number",
              {}, {.file = table.name + ".csv", .feature = row.empty() ? "" : row.begin()->second});
}

geo::Result<RuleBook> RuleBook::read(const std::string& dataFolder, const CityProfile& profile) {
  const auto table = readCatalogueTable(dataFolder, "rules");
  if (!table) return fail(table);
  RuleBook book;
  for (const auto& row : table->rows) {
    const auto value = numberIn(*table, row, "value");
    if (!value) return fail(value);
    const std::string& confidence = row.at("confidence");
    book.m_rules.push_back({row.at("key"), *value, row.at("unit"), row.at("topic"), row.at("standard"), row.at("clause"), row.at("source"), confidence, confidence == "A" || confidence == "H"});
    Rule& rule = book.m_rules.back();
    const auto said = profile.rules.find(rule.key);
    if (said == profile.rules.end() || said->second == rule.value) continue;
    rule = {rule.key, said->second, rule.unit, rule.topic, {}, {}, "本市参数", "H", true, true};
  }
  return book;
}

geo::Result<Rule> RuleBook::find(const std::string& key) const {
  const auto it = std::find_if(m_rules.begin(), m_rules.end(), [&key](const Rule& rule) { return rule.key == key; });
  if (it == m_rules.end()) return fail(ErrorCode::NotFound, "no rule \"" + key + "\" in the catalogue", "see data/catalogue/rules.csv", {.file = "rules.csv"});
  return *it;
}

}  // namespace pianqu::layers
