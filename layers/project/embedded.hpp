#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Shipped tables that every project file carries a copy of, built into the library from data/, so that a project can be made anywhere.
namespace pianqu::layers {

extern const char* const kDictionaryCsv;  ///< data/catalogue/dict.csv

struct EmbeddedTable {
  const char* name;
  const char* text;
};
const std::vector<EmbeddedTable>& embeddedStyles();   ///< data/styles: the tables that make a Style

/// Cells of a CSV without quoting, heading first. in: the dictionary
std::vector<std::vector<std::string>> plainCsv(std::string_view text);

}  // namespace pianqu::layers
