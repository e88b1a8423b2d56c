#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>

#include "layers/io/gdal_words.hpp"
#include "layers/io/ogr_reader.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr vsi_l_offset kLargestPart = vsi_l_offset{1} << 30;

/// Text of a part of the workbook; empty when there is none.
std::string partOf(const std::string& workbook, const std::string& part) {
  const std::string path = "/vsizip/{" + workbook + "}/" + part;
  VSIStatBufL status;
  if (VSIStatL(path.c_str(), &status) != 0 || static_cast<vsi_l_offset>(status.st_size) > kLargestPart) return {};
  const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(path.c_str(), "rb"), &VSIFCloseL);
  if (!file) return {};
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  text.resize(VSIFReadL(text.data(), 1, text.size(), file.get()));
  return text;
}

std::string attributeOf(std::string_view tag, const std::string& name) {
  const std::size_t at = tag.find(name + "=\"");
  if (at == std::string_view::npos) return {};
  const std::size_t from = at + name.size() + 2, to = tag.find('"', from);
  return to == std::string_view::npos ? std::string() : std::string(tag.substr(from, to - from));
}

/// Calls `each` with the text of every tag that begins with `<name `.
template <class Each>
void forEachTag(const std::string& xml, const std::string& name, Each each) {
  for (std::size_t at = xml.find("<" + name); at != std::string::npos; at = xml.find("<" + name, at + 1)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) return;
    const char after = xml[at + 1 + name.size()];
    if (after == ' ' || after == '\n' || after == '\r' || after == '\t') each(std::string_view(xml).substr(at, end - at));
  }
}

/// Merged ranges by the sheet's place in the workbook, which is the order in which GDAL lists them.
std::vector<std::vector<std::string>> mergedRanges(const std::string& path) {
  std::map<std::string, std::string> targets;
  forEachTag(partOf(path, "xl/_rels/workbook.xml.rels"), "Relationship", [&](std::string_view tag) { targets[attributeOf(tag, "Id")] = attributeOf(tag, "Target"); });
  std::vector<std::vector<std::string>> merged;
  forEachTag(partOf(path, "xl/workbook.xml"), "sheet", [&](std::string_view tag) {
    std::string target = targets[attributeOf(tag, "r:id")];
    if (target.rfind("/xl/", 0) == 0) target = target.substr(4);
    merged.emplace_back();
    if (target.empty()) return;
    forEachTag(partOf(path, "xl/" + target), "mergeCell", [&](std::string_view cell) { merged.back().push_back(attributeOf(cell, "ref")); });
  });
  return merged;
}

/// A part that unpacks to more than a gigabyte is a trap, not a ledger.
geo::Result<void> checkParts(const std::string& path) {
  const std::unique_ptr<VSIDIR, void (*)(VSIDIR*)> folder(VSIOpenDir(("/vsizip/{" + path + "}").c_str(), -1, nullptr), &VSICloseDir);
  if (!folder) return fail(ErrorCode::Unreadable, "the workbook cannot be unpacked: it is damaged", "open it in the spreadsheet program and save it again", {.file = path});
  bool hasBook = false;
  while (const VSIDIREntry* entry = VSIGetNextDirEntry(folder.get())) {
    const std::string name = entry->pszName;
    hasBook = hasBook || name == "xl/workbook.xml";
    if (entry->bSizeKnown && entry->nSize > kLargestPart) return fail(ErrorCode::Unsupported, "the part " + name + " of the workbook unpacks to more than a gigabyte", "import it in parts, as CSV", {.file = path});
  }
  if (!hasBook) return fail(ErrorCode::Unreadable, "this is an archive and not a workbook", "save the table as .xlsx", {.file = path});
  return {};
}

std::vector<std::string> cellsOf(const OGRFeature& feature) {
  std::vector<std::string> cells;
  for (int f = 0; f < feature.GetFieldCount(); ++f) cells.push_back(feature.IsFieldSetAndNotNull(f) ? feature.GetFieldAsString(f) : "");
  return cells;
}

/// GDAL 3.10 takes the first row of some sheets as names in spite of HEADERS=DISABLE (seen on the second sheet of a workbook whose first one
/// has no numbers in its first row); the names are then put back as the row that they were.
void putBackHeadings(const OGRFeatureDefn& definition, CellGrid& grid) {
  if (definition.GetFieldCount() == 0 || std::string(definition.GetFieldDefn(0)->GetNameRef()) == "Field1") return;
  std::vector<std::string> names;
  for (int f = 0; f < definition.GetFieldCount(); ++f) names.emplace_back(definition.GetFieldDefn(f)->GetNameRef());
  grid.rows.insert(grid.rows.begin(), std::move(names));
  grid.rowNumbers.insert(grid.rowNumbers.begin(), grid.rowNumbers.empty() ? 1 : std::max<std::size_t>(1, grid.rowNumbers.front() - 1));
}

}  // namespace

geo::Result<std::vector<SheetCells>> readSheets(const std::string& path, const ReadLimits& limits, geo::Progress& progress) {
  GdalWords words;
  if (auto checked = checkParts(path); !checked) return fail(std::move(checked));
  const char* const drivers[] = {"XLSX", nullptr};
  const char* const openOptions[] = {"HEADERS=DISABLE", "FIELD_TYPES=STRING", nullptr};
  const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, openOptions, nullptr));
  if (!dataset) return fail(ErrorCode::Unreadable, "the workbook cannot be opened: " + words.text(), "open it in the spreadsheet program and save it again", {.file = path});
  const auto merged = mergedRanges(path);
  std::vector<SheetCells> sheets;
  std::size_t index = 0;
  for (auto* layer : dataset->GetLayers()) {
    SheetCells sheet{{layer->GetName(), {}, {}}, index < merged.size() ? merged[index] : std::vector<std::string>{}};
    ++index;
    layer->ResetReading();
    while (const std::unique_ptr<OGRFeature> feature{layer->GetNextFeature()}) {
      sheet.grid.rows.push_back(cellsOf(*feature));
      // The driver numbers features by the row of the sheet, empty rows included.
      sheet.grid.rowNumbers.push_back(static_cast<std::size_t>(std::max<GIntBig>(1, feature->GetFID())));
      if (sheet.grid.rows.size() > limits.rows) return fail(ErrorCode::Unsupported, "the sheet has too many rows", "import it in parts", {.file = path, .layer = sheet.grid.name});
      if (sheet.grid.rows.size() % 4096 == 0 && progress.isCancelled()) return fail(ErrorCode::Cancelled, "cancelled while reading", {}, {.file = path});
    }
    putBackHeadings(*layer->GetLayerDefn(), sheet.grid);
    sheets.push_back(std::move(sheet));
  }
  if (words.hasFailure()) return fail(ErrorCode::Unreadable, "the workbook cannot be read to its end: " + words.text(), "open it in the spreadsheet program and save it again", {.file = path});
  return sheets;
}

}  // namespace pianqu::layers
