#pragma once

#include <string>
#include <vector>

#include "layers/ledger/ledger.hpp"
#include "layers/scene/symbol_drawing.hpp"
#include "layers/sheet/sheet_style.hpp"

namespace pianqu::layers {

struct SheetColumn {
  std::string heading;
  Align align = Align::Left;
};

/// A table of ready strings as it is printed.
struct SheetTable {
  std::string title;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::size_t totals = 0;          ///< last rows, set off by a line
};

/// The columns of a ledger by key, in that order; every column when `keys` is empty. Numbers are set right.
SheetTable toSheetTable(const LedgerTable& ledger, const std::vector<std::string>& keys = {}, std::string title = {});

/// Columns and row heights of a table at a given width.
struct TableLayout {
  std::vector<double> columnMm;
  std::vector<std::vector<std::vector<std::string>>> lines;   ///< by row, by column: text cut to the column
  std::vector<double> rowMm;
  double headingMm = 0;                                        ///< title and column headings
  std::vector<std::vector<std::string>> headingLines;
};
/// Width at which few cells have to be cut: long texts count up to `longestMm`.
double wishedWidthOf(const SheetTable& table, double longestMm, const SheetStyle& style);
TableLayout layoutOf(const SheetTable& table, double widthMm, const SheetStyle& style);

/// Draws rows [from, to) under a repeated heading with the upper left corner at `at`. returns the height used
double drawTable(const SheetTable& table, const TableLayout& layout, std::size_t from, std::size_t to, geo::XY at, const SheetStyle& style, Items& items);

/// How many rows from `from` on fit into `heightMm`, heading included.
std::size_t rowsThatFit(const TableLayout& layout, std::size_t from, double heightMm);

}  // namespace pianqu::layers
