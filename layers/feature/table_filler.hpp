#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "layers/feature/cell.hpp"
#include "layers/feature/city.hpp"

namespace pianqu::layers {

/// Fills one table of a city from rows that come in any order and from several threads: nothing of a table of a million rows is held twice.
///
/// in        a table of citySchema() that is empty in the city; `rows` are made room for
/// keeps     after finish() the rows lie in uid order, as with addTable
class TableFiller {
 public:
  TableFiller(City& city, std::string_view table, std::size_t rows);
  ~TableFiller();
  TableFiller(TableFiller&&) noexcept;

  /// in        `row` below `rows`, each once; the uid, then a cell for each field of the schema; a geometry for a table that has one
  void set(std::size_t row, std::span<const Cell> cells, geo::XYGeometry geometry);
  void finish();

 private:
  class Rows;
  template <class Entity>
  class RowsOf;
  std::unique_ptr<Rows> m_rows;
};

}  // namespace pianqu::layers
