#include "layers/io/reader.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "layers/io/dxf_text.hpp"
#include "layers/io/geojson_count.hpp"
#include "layers/io/kml_data.hpp"
#include "layers/io/ogr_reader.hpp"
#include "layers/io/shapefile_check.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using Layers = geo::Result<std::vector<RawLayer>>;

geo::Result<std::string> bytesOf(const std::string& path, const ReadLimits& limits) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) > limits.textBytes) return fail(ErrorCode::Unsupported, "the text file is larger than 4 GB", "import it in parts", {.file = path});
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorCode::Unreadable, "the file cannot be read", "check the permissions", {.file = path});
  return std::string(std::istreambuf_iterator<char>(file), {});
}

geo::Result<EncodingProof> given(const std::string& encoding) {
  const std::string name = canonicalEncoding(encoding);
  if (name.empty()) return fail(ErrorCode::Invalid, "\"" + encoding + "\" is not an encoding that is known", "use UTF-8, GB18030, BIG5 or a name that iconv knows");
  return EncodingProof{name, "given by --encoding"};
}

geo::Result<EncodingProof> judgeWhole(const std::string& bytes, const std::string& path, const ReadOptions& options) {
  if (!options.encoding.empty()) return given(options.encoding);
  if (bytes.size() >= 2 && ((bytes[0] == '\xFF' && bytes[1] == '\xFE') || (bytes[0] == '\xFE' && bytes[1] == '\xFF'))) {
    return EncodingProof{"UTF-16", "the byte order mark at its start"};
  }
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (const auto line = std::string_view(bytes).substr(at, end - at); !isAscii(line)) lines.push_back(line);
    at = end + 1;
  }
  auto proof = judgeEncoding(lines, {});
  if (!proof) proof.error().where.file = path;
  return proof;
}

Layers readShapefile(const std::string& path, const ReadOptions& options, geo::Progress& progress) {
  const bool isTable = std::filesystem::path(path).extension() == ".dbf" || std::filesystem::path(path).extension() == ".DBF";
  if (!isTable) {
    if (auto whole = checkShapefile(path); !whole) return fail(std::move(whole));
  }
  auto encoding = options.encoding.empty() ? judgeDbf(isTable ? path : sideFile(path, ".dbf")) : given(options.encoding);
  if (!encoding) return fail(encoding);
  auto layers = readWithGdal({path, driversOf(FileFormat::Shapefile), {"ENCODING=" + encoding->name}, *encoding, {}}, options.limits, progress);
  if (layers) for (auto& layer : *layers) layer.crsOrigin = "the .prj";
  return layers;
}

Layers readCsv(const std::string& path, const ReadOptions& options) {
  const auto bytes = bytesOf(path, options.limits);
  if (!bytes) return fail(bytes);
  const auto encoding = judgeWhole(*bytes, path, options);
  if (!encoding) return fail(encoding);
  const auto text = decodeText(*bytes, encoding->name);
  auto grid = parseDelimited(text.text, std::filesystem::path(path).stem().string());
  if (!grid) { grid.error().where.file = path; return fail(grid); }
  auto layer = layerOf(*grid, options.isKnownHeading);
  if (!layer) { layer.error().where.file = path; return fail(layer); }
  layer->encoding = *encoding;
  if (text.replaced > 0) {
    layer->problems.push_back({geo::Severity::Warning, "bytes-not-decoded", std::to_string(text.replaced) + " bytes are not valid " + encoding->name + " and were replaced by �", {.file = path}});
  }
  return std::vector<RawLayer>{std::move(*layer)};
}

/// Merged cells above the heading are a title, in it they are its groups; in the data they leave cells empty that are meant to have a value.
geo::Result<void> checkMerged(SheetCells& sheet, const ReadOptions& options, const std::string& path) {
  std::vector<MergedCells> merged;
  for (const auto& range : sheet.merged) merged.push_back(mergedCellsOf(range));
  const std::size_t headingRow = flattenHeading(sheet.grid, merged, options.isKnownHeading);
  if (sheet.grid.rows.empty()) return {};
  for (const auto& range : sheet.merged) {
    const MergedCells cells = mergedCellsOf(range);
    if (cells.lastRow < headingRow || (cells.lastRow == headingRow && cells.firstColumn == cells.lastColumn)) continue;
    return fail(ErrorCode::Invalid, "the cells " + range + " are merged, so that it is not said which rows their value belongs to",
                "unmerge them (取消合并单元格), fill the value into each row, save and import again", {.file = path, .layer = sheet.grid.name, .feature = "row " + std::to_string(cells.firstRow)});
  }
  return {};
}

Layers readXlsx(const std::string& path, const ReadOptions& options, geo::Progress& progress) {
  auto sheets = readSheets(path, options.limits, progress);
  if (!sheets) return fail(sheets);
  std::vector<RawLayer> layers;
  std::string names;
  for (auto& sheet : *sheets) {
    names += (names.empty() ? "" : ", ") + sheet.grid.name;
    if (!options.layer.empty() && options.layer != sheet.grid.name) continue;
    if (auto merged = checkMerged(sheet, options, path); !merged) return fail(std::move(merged));
    auto layer = layerOf(sheet.grid, options.isKnownHeading);
    if (!layer) { layer.error().where.file = path; return fail(layer); }
    layer->encoding = {"UTF-8", "XLSX is UTF-8 by its standard"};
    layers.push_back(std::move(*layer));
  }
  if (layers.empty() && !options.layer.empty()) return fail(ErrorCode::NotFound, "there is no sheet \"" + options.layer + "\"", "the workbook has: " + names, {.file = path});
  return layers;
}

template <class Change>
void forEachPoint(RawLayer& layer, Change change) {
  for (auto& geometry : layer.geometries) {
    if (auto* points = std::get_if<RawGeometry::Points>(&geometry.value)) {
      for (auto& p : points->points) change(p);
    } else if (auto* lines = std::get_if<RawGeometry::Lines>(&geometry.value)) {
      for (auto& line : lines->lines) std::for_each(line.begin(), line.end(), change);
    } else if (auto* polygons = std::get_if<RawGeometry::Polygons>(&geometry.value)) {
      for (auto& polygon : polygons->polygons) {
        std::for_each(polygon.outer.begin(), polygon.outer.end(), change);
        for (auto& hole : polygon.holes) std::for_each(hole.begin(), hole.end(), change);
      }
    }
  }
}

/// A drawing in millimetres or centimetres, as its header says and its numbers bear out, becomes one in metres.
void scaleToMetres(RawLayer& layer, double unitM) {
  constexpr double kLargestGrid = 1e8;   // eastings with zone number stay below 46 million metres
  double largest = 0;
  forEachPoint(layer, [&largest](geo::RawXY& p) { largest = std::max({largest, std::abs(p.a), std::abs(p.b)}); });
  if (unitM == 1 || largest < kLargestGrid) return;
  forEachPoint(layer, [unitM](geo::RawXY& p) { p = {p.a * unitM, p.b * unitM}; });
  layer.problems.push_back({geo::Severity::Note, "units-scaled", std::string("the drawing is in ") + (unitM == 0.001 ? "millimetres" : "centimetres") + " by $INSUNITS and by its numbers; it was scaled to metres", {}});
}

Layers readDxf(const std::string& path, const ReadOptions& options, geo::Progress& progress) {
  const auto bytes = bytesOf(path, options.limits);
  if (!bytes) return fail(bytes);
  const auto encoding = options.encoding.empty() ? judgeDxf(*bytes, path) : given(options.encoding);
  if (!encoding) return fail(encoding);
  auto layers = readWithGdal({path, driversOf(FileFormat::Dxf), {"CLOSED_LINE_AS_POLYGON=YES"}, *encoding, {}, encoding->name}, options.limits, progress);
  if (!layers) return layers;
  for (auto& layer : *layers) {
    layer.crsText.clear();
    scaleToMetres(layer, unitOfDxf(*bytes));
    for (auto& column : layer.columns) {
      for (auto& value : column) if (auto* text = std::get_if<std::string>(&value)) *text = unescapeDxf(*text);
    }
  }
  return layers;
}

/// GeoJSON is UTF-8 by its standard; one in another encoding is recoded in memory first.
Layers readGeoJson(const std::string& path, const ReadOptions& options, geo::Progress& progress) {
  const auto bytes = bytesOf(path, options.limits);
  if (!bytes) return fail(bytes);
  const auto encoding = judgeWhole(*bytes, path, options);
  if (!encoding) return fail(encoding);
  const bool isRecoded = encoding->name != "UTF-8";
  const MemoryFile recoded(std::filesystem::path(path).stem().string() + ".geojson", isRecoded ? decodeText(*bytes, encoding->name).text : std::string("{}"));
  auto layers = readWithGdal({isRecoded ? recoded.path() : path, driversOf(FileFormat::GeoJson), {"ARRAY_AS_STRING=YES", "DATE_AS_STRING=YES"}, *encoding, options.layer}, options.limits, progress);
  if (!layers) {
    auto& error = layers.error();
    error.where.file = path;
    for (std::size_t at = error.text.find(recoded.path()); at != std::string::npos; at = error.text.find(recoded.path())) error.text.replace(at, recoded.path().size(), "it");
    return layers;
  }
  std::size_t rows = 0;
  for (const auto& layer : *layers) rows += layer.rowCount();
  const auto features = isRecoded ? std::nullopt : countGeoJsonFeatures(*bytes);
  if (features && *features > rows && options.layer.empty()) {
    return fail(ErrorCode::Unreadable, "the file has " + std::to_string(*features) + " features, of which " + std::to_string(*features - rows) + " are not GeoJSON features", "check it with a GeoJSON validator", {.file = path});
  }
  const bool isDeclared = bytes->find("\"crs\"") != std::string::npos;
  for (auto& layer : *layers) layer.crsOrigin = isDeclared ? "the crs member" : "the GeoJSON standard";
  return layers;
}

Layers readOther(const std::string& path, FileFormat format, const ReadOptions& options, geo::Progress& progress) {
  OgrSource source{path, driversOf(format), {}, {"UTF-8", nameOf(format) + " is UTF-8 by its standard"}, options.layer};
  source.isInterleaved = format == FileFormat::OsmXml || format == FileFormat::OsmPbf;
  if (format == FileFormat::MapInfo) source.encoding = {"as declared", "the file's own charset line"};
  auto layers = readWithGdal(source, options.limits, progress);
  if (!layers) return layers;
  if (format == FileFormat::Kml) {
    const auto text = bytesOf(path, options.limits);
    if (!text) return fail(text);
    addKmlData(*text, *layers);
  }
  for (auto& layer : *layers) layer.crsOrigin = source.isInterleaved || format == FileFormat::Kml ? "the " + nameOf(format) + " standard" : "the layer";
  return layers;
}

}  // namespace

geo::Result<ReadFile> readFile(const std::string& path, const ReadOptions& options, geo::Progress& progress) {
  const auto format = findFormat(path);
  if (!format) return fail(format);
  Layers layers = [&]() -> Layers {
    switch (*format) {
      case FileFormat::Shapefile: case FileFormat::DbfTable: return readShapefile(path, options, progress);
      case FileFormat::Csv: return readCsv(path, options);
      case FileFormat::Xlsx: return readXlsx(path, options, progress);
      case FileFormat::Dxf: return readDxf(path, options, progress);
      case FileFormat::GeoJson: return readGeoJson(path, options, progress);
      default: return readOther(path, *format, options, progress);
    }
  }();
  if (!layers) {
    if (layers.error().where.file.empty()) layers.error().where.file = path;
    return fail(std::move(layers));
  }
  return ReadFile{*format, std::move(*layers)};
}

}  // namespace pianqu::layers
