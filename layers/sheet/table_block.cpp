#include "layers/sheet/table_block.hpp"

#include <algorithm>
#include <numeric>

namespace pianqu::layers {
namespace {

constexpr double kPadMm = 0.9;
constexpr double kLineHeight = 1.3;
constexpr Colour kInk{0, 0, 0, 255};
constexpr Colour kHeadingFill{232, 232, 232, 255};

double naturalWidth(const SheetTable& table, std::size_t column, double sizeMm) {
  double width = textWidthEm(table.columns[column].heading) * sizeMm;
  for (const auto& row : table.rows) width = std::max(width, textWidthEm(row[column]) * sizeMm);
  return width + 2 * kPadMm;
}

/// Columns that are narrower than their fair share keep their width; the others share what is left.
std::vector<double> columnWidths(const SheetTable& table, double widthMm, double sizeMm) {
  const std::size_t count = table.columns.size();
  std::vector<double> natural(count), width(count, 0);
  for (std::size_t c = 0; c < count; ++c) natural[c] = naturalWidth(table, c, sizeMm);
  const double total = std::accumulate(natural.begin(), natural.end(), 0.0);
  if (total <= widthMm) {   // spread the rest in proportion
    for (std::size_t c = 0; c < count; ++c) width[c] = natural[c] + (widthMm - total) * natural[c] / total;
    return width;
  }
  std::vector<bool> isSettled(count, false);
  double left = widthMm;
  for (std::size_t open = count; open > 0;) {
    const double share = left / static_cast<double>(open);
    bool isChanged = false;
    for (std::size_t c = 0; c < count; ++c) {
      if (isSettled[c] || natural[c] > share) continue;
      width[c] = natural[c];
      left -= natural[c];
      isSettled[c] = isChanged = true;
      --open;
    }
    if (isChanged) continue;
    for (std::size_t c = 0; c < count; ++c) if (!isSettled[c]) width[c] = share;
    break;
  }
  return width;
}

double heightOf(const std::vector<std::vector<std::string>>& cells, double sizeMm) {
  std::size_t most = 1;
  for (const auto& lines : cells) most = std::max(most, lines.size());
  return sizeMm * (kLineHeight * static_cast<double>(most) + 0.45);
}

void drawCell(const std::vector<std::string>& lines, Align align, const geo::Box& box, double sizeMm, bool isBold, Items& items) {
  const double x = align == Align::Left ? box.minX + kPadMm : align == Align::Right ? box.maxX - kPadMm : box.centre().x;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const double y = box.centre().y + sizeMm * kLineHeight * (static_cast<double>(i) - (static_cast<double>(lines.size()) - 1) / 2);
    items.push_back(TextItem{lines[i], {x, y}, sizeMm, align, kInk, isBold, 0, 0});
  }
}

}  // namespace

SheetTable toSheetTable(const LedgerTable& ledger, const std::vector<std::string>& keys, std::string title) {
  SheetTable table{title.empty() ? ledger.zh : std::move(title), {}, {}, ledger.totals};
  std::vector<std::size_t> chosen;
  for (const auto& key : keys) {
    for (std::size_t c = 0; c < ledger.columns.size(); ++c) if (ledger.columns[c].key == key) chosen.push_back(c);
  }
  if (keys.empty()) {
    chosen.resize(ledger.columns.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  }
  for (const std::size_t c : chosen) {
    const bool isNumber = std::any_of(ledger.rows.begin(), ledger.rows.end(), [c](const auto& row) { return row[c].index() == 1 || row[c].index() == 2; });
    const auto& column = ledger.columns[c];
    table.columns.push_back({column.unit.empty() ? column.zh : column.zh + "(" + column.unit + ")", isNumber ? Align::Right : Align::Left});
  }
  for (std::size_t r = 0; r < ledger.rows.size(); ++r) {
    std::vector<std::string> row;
    for (const std::size_t c : chosen) row.push_back(ledger.text(r, c));
    table.rows.push_back(std::move(row));
  }
  return table;
}

double wishedWidthOf(const SheetTable& table, double longestMm, const SheetStyle& style) {
  double width = 0;
  for (std::size_t c = 0; c < table.columns.size(); ++c) width += std::min(longestMm, naturalWidth(table, c, style.mm("text-size")));
  return width;
}

TableLayout layoutOf(const SheetTable& table, double widthMm, const SheetStyle& style) {
  const double size = style.mm("text-size");
  TableLayout layout;
  layout.columnMm = columnWidths(table, widthMm, size);
  for (std::size_t c = 0; c < table.columns.size(); ++c) layout.headingLines.push_back(wrapText(table.columns[c].heading, size, layout.columnMm[c] - 2 * kPadMm));
  layout.headingMm = style.mm("heading-size") * 1.7 + heightOf(layout.headingLines, size);
  for (const auto& row : table.rows) {
    std::vector<std::vector<std::string>> cells;
    for (std::size_t c = 0; c < row.size(); ++c) cells.push_back(wrapText(row[c], size, layout.columnMm[c] - 2 * kPadMm));
    layout.rowMm.push_back(heightOf(cells, size));
    layout.lines.push_back(std::move(cells));
  }
  return layout;
}

std::size_t rowsThatFit(const TableLayout& layout, std::size_t from, double heightMm) {
  double used = layout.headingMm;
  std::size_t row = from;
  while (row < layout.rowMm.size() && used + layout.rowMm[row] <= heightMm) used += layout.rowMm[row++];
  return row - from;
}

double drawTable(const SheetTable& table, const TableLayout& layout, std::size_t from, std::size_t to, geo::XY at, const SheetStyle& style, Items& items) {
  const double size = style.mm("text-size"), heading = style.mm("heading-size"), thin = style.mm("thin-pen");
  const double width = std::accumulate(layout.columnMm.begin(), layout.columnMm.end(), 0.0);
  items.push_back(TextItem{table.title + (from > 0 ? " (续)" : ""), {at.x + width / 2, at.y + heading * 0.8}, heading, Align::Centre, kInk, true, 0, 0});
  const double top = at.y + heading * 1.7;
  double y = top;
  PathItem rules{{}, false, std::nullopt, Pen{kInk, thin, {}}};
  const auto rule = [&](double atY) { rules.parts.push_back({{at.x, atY}, {at.x + width, atY}}); };
  const auto drawRow = [&](const std::vector<std::vector<std::string>>& cells, double height, bool isHeading, bool isTotal) {
    double x = at.x;
    if (isHeading || isTotal) items.push_back(PathItem{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}}, true, kHeadingFill, std::nullopt});
    for (std::size_t c = 0; c < cells.size(); ++c) {
      drawCell(cells[c], isHeading ? Align::Centre : table.columns[c].align, {x, y, x + layout.columnMm[c], y + height}, size, isHeading || isTotal, items);
      x += layout.columnMm[c];
    }
    rule(y);
    y += height;
  };
  drawRow(layout.headingLines, layout.headingMm - heading * 1.7, true, false);
  for (std::size_t row = from; row < to; ++row) drawRow(layout.lines[row], layout.rowMm[row], false, row + table.totals >= table.rows.size());
  rule(y);
  double x = at.x;
  for (std::size_t c = 0; c <= layout.columnMm.size(); ++c) {
    rules.parts.push_back({{x, top}, {x, y}});
    if (c < layout.columnMm.size()) x += layout.columnMm[c];
  }
  items.push_back(std::move(rules));
  return y - at.y;
}

}  // namespace pianqu::layers
