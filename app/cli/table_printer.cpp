#include "app/cli/table_printer.hpp"

#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

namespace pianqu::app {
namespace {

std::size_t widthOf(const std::string& text) {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;
    const bool isDash = byte == 0xE2;   // punctuation such as the en dash is one wide
    width += byte >= 0xE0 && !isDash ? 2 : 1;
  }
  return width;
}

bool isNumberColumn(const layers::LedgerTable& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [column](const auto& row) { return std::holds_alternative<std::int64_t>(row[column]) || std::holds_alternative<double>(row[column]); });
}

}  // namespace

void printTable(std::ostream& out, const layers::LedgerTable& table) {
  const std::size_t columns = table.columns.size();
  std::vector<std::string> headings;
  std::vector<std::size_t> widths;
  std::vector<bool> isRight;
  for (std::size_t c = 0; c < columns; ++c) {
    const auto& column = table.columns[c];
    headings.push_back(column.unit.empty() ? column.zh : column.zh + "/" + column.unit);
    std::size_t width = widthOf(headings.back());
    for (std::size_t r = 0; r < table.rows.size(); ++r) width = std::max(width, widthOf(table.text(r, c)));
    widths.push_back(width);
    isRight.push_back(isNumberColumn(table, c));
  }
  const auto line = [&](auto cell) {
    std::string text;
    for (std::size_t c = 0; c < columns; ++c) {
      const std::string value = cell(c);
      const std::string space(widths[c] - std::min(widths[c], widthOf(value)), ' ');
      text += (c > 0 ? "  " : "") + (isRight[c] ? space + value : value + space);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out << text << '\n';
  };
  out << table.zh << '\n';
  line([&](std::size_t c) { return headings[c]; });
  for (std::size_t r = 0; r < table.rows.size(); ++r) line([&](std::size_t c) { return table.text(r, c); });
}

nlohmann::json toJson(const layers::LedgerTable& table) {
  nlohmann::json document{{"query", table.query}, {"title", table.zh}, {"totals", table.totals}};
  for (const auto& column : table.columns) document["columns"].push_back({{"key", column.key}, {"zh", column.zh}, {"en", column.en}, {"unit", column.unit}});
  document["rows"] = nlohmann::json::array();
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    nlohmann::json row = nlohmann::json::object();
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto& value = table.rows[r][c];
      const auto& key = table.columns[c].key;
      if (std::holds_alternative<std::monostate>(value)) row[key] = nullptr;
      else if (const auto* integer = std::get_if<std::int64_t>(&value)) row[key] = *integer;
      else if (std::holds_alternative<double>(value)) row[key] = std::stod(table.text(r, c));
      else row[key] = table.text(r, c);
    }
    document["rows"].push_back(std::move(row));
  }
  return document;
}

}  // namespace pianqu::app
