#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"

namespace pianqu::layers {

/// A delimited text read row by row, for tables of a million rows: cells are views into the file.
///
/// in        RFC 4180 with , ; tab or | ; a byte order mark, CR LF and empty lines are taken; UTF-8, UTF-16 with a mark, else judged
/// errors    Unreadable, Undecided (encoding), Invalid: no heading, a heading that occurs twice, a row with more cells than headings,
///           a quote that is never closed; each with file and line
class DelimitedRows {
 public:
  static geo::Result<DelimitedRows> open(const std::string& path, const geo::Progress& progress = geo::noProgress());

  const std::string& path() const { return m_path; }
  const std::vector<std::string>& headings() const { return m_headings; }
  std::optional<std::size_t> columnOf(std::string_view heading) const;
  /// errors  NotFound, naming the file and the headings that there are
  geo::Result<std::size_t> require(std::string_view heading) const;

  /// Whether there was a row; `cells` then has one entry a heading, trimmed, "" where the row is short, good until the next call.
  geo::Result<bool> next(std::vector<std::string_view>& cells);
  std::size_t line() const { return m_rowLine; }      ///< of the row that next() gave, from 1

  geo::Error errorAt(std::string_view heading, const std::string& text, const std::string& hint) const;

  /// The number in a cell; the whole cell must be one.
  static std::optional<double> numberIn(std::string_view cell);

 private:
  geo::Result<std::vector<std::string_view>*> split();

  std::string m_path, m_text, m_scratch;
  std::vector<std::string> m_headings;
  std::vector<std::string_view> m_cells;
  std::vector<std::pair<std::size_t, std::size_t>> m_unquoted;   ///< cell, length in scratch: views are set when scratch stands still
  char m_separator = ',';
  std::size_t m_at = 0, m_line = 1, m_rowLine = 0;
};

}  // namespace pianqu::layers
