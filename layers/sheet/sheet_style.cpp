#include "layers/sheet/sheet_style.hpp"

#include <algorithm>
#include <cassert>

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

using geo::fail;

constexpr const char* kKeys[] = {"frame-binding", "frame-margin-large", "frame-margin-small", "frame-pen", "thin-pen", "title-band", "title-size", "subtitle-size",
                                 "text-size", "heading-size", "stamp-width", "stamp-height", "district-margin", "grid-cross", "profile-scale-h", "profile-scale-v", "profile-longest"};

geo::Result<CatalogueTable> readStyleTable(const std::string& dataFolder, const std::string& name) {
  auto table = readCatalogueFile(dataFolder + "/styles/" + name + ".csv");
  if (table) table->name = name;
  return table;
}

}  // namespace

geo::Result<SheetStyle> SheetStyle::read(const std::string& dataFolder) {
  SheetStyle style;
  const auto sizes = readStyleTable(dataFolder, "sheet");
  if (!sizes) return fail(sizes);
  for (const auto& row : sizes->rows) {
    const auto value = numberIn(*sizes, row, "value");
    if (!value) return fail(value);
    style.m_sizes.insert_or_assign(row.at("key"), *value);
  }
  for (const char* key : kKeys) {
    if (!style.m_sizes.contains(key)) return fail(geo::ErrorCode::Invalid, std::string("the size \"") + key + "\" is missing", "add its row", {.file = "sheet.csv"});
  }
  const auto papers = readStyleTable(dataFolder, "papers");
  if (!papers) return fail(papers);
  for (const auto& row : papers->rows) {
    const auto width = numberIn(*papers, row, "width_mm"), height = numberIn(*papers, row, "height_mm");
    if (!width) return fail(width);
    if (!height) return fail(height);
    style.m_papers.push_back({row.at("name"), *width, *height, style.mm("frame-margin-" + row.at("margin"))});
    if (!style.m_sizes.contains("strip-" + row.at("name"))) return fail(geo::ErrorCode::Invalid, "the size \"strip-" + row.at("name") + "\" is missing", "add its row", {.file = "sheet.csv"});
  }
  const auto choices = readStyleTable(dataFolder, "sheet_choices");
  if (!choices) return fail(choices);
  for (const auto& row : choices->rows) {
    const auto scale = numberIn(*choices, row, "scale");
    if (!scale) return fail(scale);
    if (!style.paper(row.at("paper"))) return fail(geo::ErrorCode::Invalid, "no paper \"" + row.at("paper") + "\"", "see papers.csv", {.file = "sheet_choices.csv"});
    style.m_choices.push_back({row.at("use"), row.at("paper"), *scale});
  }
  return style;
}

double SheetStyle::mm(std::string_view key) const {
  const auto it = m_sizes.find(key);
  assert(it != m_sizes.end());
  return it == m_sizes.end() ? 0 : it->second;
}

const Paper* SheetStyle::paper(std::string_view name) const {
  const auto it = std::find_if(m_papers.begin(), m_papers.end(), [name](const Paper& paper) { return paper.name == name; });
  return it == m_papers.end() ? nullptr : &*it;
}

}  // namespace pianqu::layers
