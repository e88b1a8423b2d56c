#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "geo/base/problems.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::layers {

/// Two rows that touch.
struct UnitGraphEdge {
  std::size_t a = 0, b = 0;          ///< rows
  double sharedM = 0;
  unsigned flags = 0;                ///< bits: 1 barrier, 2 sub-district line, as the maker of the file set them
};

/// Somebody's own units and what touches what: buildings, tracts, blocks. Columns of equal length, one entry a row.
struct UnitGraph {
  std::vector<std::string> ids;      ///< unique, not empty
  std::vector<geo::XY> centres;      ///< metres
  std::vector<double> areaM2, perimeterM;            ///< 0: not known
  std::vector<std::string> columns;                  ///< names of `numbers`
  std::vector<std::vector<double>> numbers;          ///< numbers[c][row]
  std::vector<std::string> groups;                   ///< rows of one group stay together; "" for none; no entry at all without such a column
  std::vector<UnitGraphEdge> edges;                  ///< no loops
  geo::Problems remarks;

  std::size_t size() const { return ids.size(); }
};

}  // namespace pianqu::layers
