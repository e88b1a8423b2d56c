#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/io/raw_layer.hpp"

namespace pianqu::layers {

/// Cells as text, before anybody has said which row is the heading. Row 0 is the first of the file.
struct CellGrid {
  std::string name;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> rowNumbers;      ///< as the user counts: line of a text file, row of a sheet
};

/// Whether a heading is one that the field table knows; decides which row is the heading below a title.
using HeadingTest = std::function<bool(std::string_view)>;

/// Takes the heading row (the first of the leading rows with most known headings, else the first with most filled cells) and all
/// filled rows below it. Empty rows are left out with a note; a row with more cells than the heading is refused with a problem.
/// errors    Invalid: no heading, a heading that occurs twice and is known
geo::Result<RawLayer> layerOf(const CellGrid& grid, const HeadingTest& isKnown);

/// Index in `grid.rows` of the heading row.
std::size_t headingRowOf(const CellGrid& grid, const HeadingTest& isKnown);

/// Cells that a sheet shows as one; rows as the user counts them, columns from 0.
struct MergedCells {
  std::size_t firstRow = 0, lastRow = 0, firstColumn = 0, lastColumn = 0;
};
/// "A1:C2". Zero rows when it is no range.
MergedCells mergedCellsOf(const std::string& range);

/// A heading of several rows (规模 over 楼栋数 and 户数) becomes one row: of each column the lowest cell, with what stands over it in front
/// where only that gives a known heading. Headings in one row stay as they are.
/// returns   the last row of the heading, as the user counts: merged cells below it are in the data
std::size_t flattenHeading(CellGrid& grid, const std::vector<MergedCells>& merged, const HeadingTest& isKnown);

/// Splits a text by RFC 4180; the separator is the one of , ; tab | that the first lines agree on.
/// errors    Unreadable: a quote that is never closed, with the line
geo::Result<CellGrid> parseDelimited(std::string_view utf8, const std::string& name);

}  // namespace pianqu::layers
