#include "layers/io/cell_grid.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr std::size_t kHeadingSearchRows = 12;

std::string trimmed(const std::string& text) {
  const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  std::size_t from = 0, to = text.size();
  while (from < to && isBlank(text[from])) ++from;
  while (to > from && isBlank(text[to - 1])) --to;
  return text.substr(from, to - from);
}

std::size_t filledCells(const std::vector<std::string>& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const auto& cell) { return !trimmed(cell).empty(); }));
}

char separatorOf(std::string_view text) {
  std::array<std::pair<char, std::size_t>, 4> counts{{{',', 0}, {'\t', 0}, {';', 0}, {'|', 0}}};
  bool isQuoted = false;
  int lines = 0;
  for (std::size_t i = 0; i < text.size() && lines < 3; ++i) {
    if (text[i] == '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (text[i] == '\n') ++lines;
    for (auto& [separator, count] : counts) if (text[i] == separator) ++count;
  }
  return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

std::vector<std::string> headingsOf(const std::vector<std::string>& row) {
  std::vector<std::string> headings;
  std::size_t width = row.size();
  while (width > 0 && trimmed(row[width - 1]).empty()) --width;
  for (std::size_t c = 0; c < width; ++c) {
    const std::string name = trimmed(row[c]);
    headings.push_back(name.empty() ? "column " + std::to_string(c + 1) : name);
  }
  return headings;
}

}  // namespace

std::optional<std::size_t> RawLayer::columnOf(std::string_view heading) const {
  for (std::size_t i = 0; i < headings.size(); ++i) if (headings[i] == heading) return i;
  return std::nullopt;
}

std::size_t headingRowOf(const CellGrid& grid, const HeadingTest& isKnown) {
  std::size_t best = 0, bestKnown = 0, bestFilled = 0;
  for (std::size_t r = 0; r < std::min(grid.rows.size(), kHeadingSearchRows); ++r) {
    const auto known = static_cast<std::size_t>(std::count_if(grid.rows[r].begin(), grid.rows[r].end(), [&](const auto& cell) { return !cell.empty() && isKnown(trimmed(cell)); }));
    const std::size_t filled = filledCells(grid.rows[r]);
    if (known > bestKnown || (known == 0 && bestKnown == 0 && filled > bestFilled)) {
      best = r;
      bestKnown = known;
      bestFilled = filled;
    }
  }
  return best;
}

MergedCells mergedCellsOf(const std::string& range) {
  const auto cellAt = [](std::string_view text) {
    std::size_t column = 0, row = 0;
    for (const char c : text) {
      if (c >= 'A' && c <= 'Z') column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
      if (c >= '0' && c <= '9') row = row * 10 + static_cast<std::size_t>(c - '0');
    }
    return std::pair(row, column == 0 ? 0 : column - 1);
  };
  const std::size_t colon = range.find(':');
  const auto first = cellAt(std::string_view(range).substr(0, colon));
  const auto last = colon == std::string::npos ? first : cellAt(std::string_view(range).substr(colon + 1));
  return {first.first, last.first, first.second, last.second};
}

std::size_t flattenHeading(CellGrid& grid, const std::vector<MergedCells>& merged, const HeadingTest& isKnown) {
  if (grid.rows.empty()) return 0;
  std::size_t first = headingRowOf(grid, isKnown), last = first;
  const auto rowAt = [&grid](std::size_t number) {
    return static_cast<std::size_t>(std::lower_bound(grid.rowNumbers.begin(), grid.rowNumbers.end(), number) - grid.rowNumbers.begin());
  };
  // The rows that cells over several rows tie to the heading; a title above is tied to nothing.
  for (const MergedCells& cells : merged) {
    if (cells.firstRow == cells.lastRow || cells.lastRow < grid.rowNumbers[first] || cells.firstRow > grid.rowNumbers[last]) continue;
    first = std::min(first, rowAt(cells.firstRow));
    last = std::max(last, std::min(rowAt(cells.lastRow), grid.rows.size() - 1));
  }
  // Cells over several columns, with names under them and nothing else in that row: that row belongs to the heading too.
  const auto isUnderMerged = [&](std::size_t column) {
    return std::any_of(merged.begin(), merged.end(), [&](const MergedCells& cells) {
      return cells.lastRow == grid.rowNumbers[last] && cells.firstColumn < cells.lastColumn && cells.firstColumn <= column && column <= cells.lastColumn;
    });
  };
  if (last + 1 < grid.rows.size()) {
    const auto& below = grid.rows[last + 1];
    bool isHeading = filledCells(below) > 0;
    for (std::size_t c = 0; c < below.size() && isHeading; ++c) isHeading = trimmed(below[c]).empty() || isUnderMerged(c);
    if (isHeading) ++last;
  }
  constexpr std::size_t kHeadingRows = 4;
  if (first == last || last - first >= kHeadingRows) return grid.rowNumbers[headingRowOf(grid, isKnown)];
  std::vector<std::string> heading;
  for (std::size_t row = first; row <= last; ++row) heading.resize(std::max(heading.size(), grid.rows[row].size()));
  for (std::size_t row = first; row <= last; ++row) {
    auto cells = grid.rows[row];
    cells.resize(heading.size());
    for (const MergedCells& range : merged) {   // over several columns: it stands over each
      if (range.firstRow != grid.rowNumbers[row] || range.firstColumn >= cells.size()) continue;
      for (std::size_t c = range.firstColumn + 1; c <= range.lastColumn && c < cells.size(); ++c) cells[c] = cells[range.firstColumn];
    }
    for (std::size_t c = 0; c < heading.size(); ++c) {
      const std::string below = trimmed(cells[c]);
      if (below.empty()) continue;
      const std::string both = heading[c] + below;
      heading[c] = heading[c].empty() || (isKnown(below) && !isKnown(both)) ? below : both;
    }
  }
  const std::size_t lastNumber = grid.rowNumbers[last];
  grid.rows[last] = std::move(heading);
  for (std::size_t row = first; row < last; ++row) grid.rows[row].clear();
  return lastNumber;
}

geo::Result<RawLayer> layerOf(const CellGrid& grid, const HeadingTest& isKnown) {
  RawLayer layer;
  layer.name = grid.name;
  if (grid.rows.empty()) return layer;
  const std::size_t headingRow = headingRowOf(grid, isKnown);
  layer.headings = headingsOf(grid.rows[headingRow]);
  std::set<std::string> seen;
  for (const auto& heading : layer.headings) {
    if (!seen.insert(heading).second && isKnown(heading)) {
      return fail(ErrorCode::Invalid, "the heading \"" + heading + "\" occurs twice", "rename one of the two columns", {.layer = grid.name, .feature = std::to_string(grid.rowNumbers[headingRow])});
    }
  }
  layer.columns.resize(layer.headings.size());
  for (std::size_t r = headingRow + 1; r < grid.rows.size(); ++r) {
    const auto& row = grid.rows[r];
    if (filledCells(row) == 0) continue;
    layer.rowNames.push_back(std::to_string(grid.rowNumbers[r]));
    for (std::size_t c = 0; c < layer.headings.size(); ++c) {
      const std::string cell = c < row.size() ? trimmed(row[c]) : std::string();
      layer.columns[c].push_back(cell.empty() ? Value{} : Value{cell});
    }
    if (std::any_of(row.begin() + static_cast<std::ptrdiff_t>(std::min(row.size(), layer.headings.size())), row.end(), [](const auto& cell) { return !trimmed(cell).empty(); })) {
      layer.problems.push_back({geo::Severity::Warning, "cells-beyond-heading", "the row has more cells than there are headings; the others were not read", {.layer = grid.name, .feature = layer.rowNames.back()}});
    }
  }
  return layer;
}

geo::Result<CellGrid> parseDelimited(std::string_view text, const std::string& name) {
  CellGrid grid{name, {}, {}};
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const char separator = separatorOf(text);
  std::vector<std::string> row;
  std::string cell;
  bool isQuoted = false, hasContent = false;
  std::size_t line = 1, rowLine = 1, quoteLine = 1;
  const auto endRow = [&] {
    row.push_back(std::move(cell));
    cell.clear();
    grid.rows.push_back(std::move(row));
    grid.rowNumbers.push_back(rowLine);
    row.clear();
    hasContent = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (isQuoted) {
      if (c != '"') cell += c;
      else if (i + 1 < text.size() && text[i + 1] == '"') cell += text[++i];
      else isQuoted = false;
      continue;
    }
    if (c == '"' && cell.empty()) {
      isQuoted = hasContent = true;
      quoteLine = line;
    } else if (c == separator) {
      row.push_back(std::move(cell));
      cell.clear();
      hasContent = true;
    } else if (c == '\n' || (c == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'))) {
      if (c == '\r') ++line;  // files of old Macs
      endRow();
      rowLine = line;
    } else if (c != '\r') {
      cell += c;
      hasContent = true;
    }
  }
  if (isQuoted) return fail(ErrorCode::Unreadable, "a quote is opened and never closed", "close the quote, or double the quotes inside a cell", {.layer = name, .feature = "line " + std::to_string(quoteLine)});
  if (hasContent || !row.empty()) endRow();
  return grid;
}

}  // namespace pianqu::layers
