#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "geo/shape/shape.hpp"

/// Files byte by byte, so that the tests of reading do not rest on our own writers.
namespace pianqu::layers {

struct ShapefileBytes {
  std::string shp, shx, dbf;
};
/// A polygon Shapefile; `fields` are (heading, width) and `rows` their texts, all in the encoding that the test wants. Language mark 0.
ShapefileBytes polygonShapefile(const std::vector<std::vector<geo::XY>>& rings, const std::vector<std::pair<std::string, int>>& fields, const std::vector<std::vector<std::string>>& rows);

struct SheetText {
  std::string name;
  std::vector<std::vector<std::string>> rows;   ///< a cell that is a number is written as one
  std::vector<std::string> merged;
};
/// A workbook of plain cells.
std::string workbook(const std::vector<SheetText>& sheets);

/// UTF-8 in another encoding.
std::string encodedAs(const std::string& utf8, const char* encoding);

}  // namespace pianqu::layers
