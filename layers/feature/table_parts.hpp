#pragma once

#include <memory>
#include <string_view>

#include "layers/feature/city.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// Fills one table of a city from parts that come in any order and from several threads: a table of a million rows is never held twice.
///
/// in        a table that is empty in the city; `expected` rows are made room for
/// keeps     after finish() the rows lie in uid order, as with addTable
class TableParts {
 public:
  TableParts(City& city, std::string_view table, std::size_t expected);
  ~TableParts();
  TableParts(TableParts&&) noexcept;

  void add(FeatureTable part);
  void finish();

 private:
  class Rows;
  template <class Entity>
  class RowsOf;
  std::unique_ptr<Rows> m_rows;
};

}  // namespace pianqu::layers
