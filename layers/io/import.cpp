#include "layers/io/import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "layers/feature/city_schema.hpp"
#include "layers/io/crs_evidence.hpp"
#include "layers/io/digest.hpp"
#include "layers/io/import_parts.hpp"
#include "layers/io/reader.hpp"
#include "layers/io/target_kind.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

/// Tables in an order in which what is referred to comes before what refers to it.
int orderOf(const std::string& kind) {
  constexpr std::array kFirst{"admin_area", "estate", "building", "entrance", "pipe_node", "pipe"};
  const auto it = std::find(kFirst.begin(), kFirst.end(), kind);
  return static_cast<int>(it - kFirst.begin());
}

bool isPipeTable(const std::string& kind) { return kind == "pipe" || kind == "pipe_node"; }

/// A sheet of remarks beside the tables of a workbook.
bool isRemark(const RawLayer& layer, const ImportTables& tables) {
  return layer.geometries.empty() && layer.headings.size() <= 1 && std::none_of(layer.headings.begin(), layer.headings.end(), [&](const auto& heading) { return tables.isKnownHeading(heading); });
}

geo::Result<SplitLayers> splitFile(ReadFile& file, const ImportRequest& request, const ImportTables& tables) {
  if (file.format == FileFormat::Dxf) return splitCad(file.layers, request, tables);
  if (file.format == FileFormat::OsmXml || file.format == FileFormat::OsmPbf) return splitOsm(file.layers, tables);
  SplitLayers split;
  const std::string fileName = std::filesystem::path(request.path).filename().string();
  const bool isOne = std::count_if(file.layers.begin(), file.layers.end(), [](const auto& layer) { return layer.rowCount() > 0; }) == 1;
  for (auto& layer : file.layers) {
    if (layer.rowCount() == 0) {
      split.problems.push_back({geo::Severity::Note, "layer-empty", "the layer has no rows", {.file = fileName, .layer = layer.name}});
      continue;
    }
    if (isRemark(layer, tables) && !isOne) {
      split.problems.push_back({geo::Severity::Note, "sheet-of-remarks", "no heading of the sheet is known and it has one column: it is text, not a table", {.file = fileName, .layer = layer.name}});
      continue;
    }
    takeGeometryFromColumns(layer, tables, request.fieldOverrides);
    if ((request.kind.empty() || isPipeTable(request.kind)) && request.fieldOverrides.empty() && splitPipeList(layer, tables, split)) continue;
    Part part;
    if (request.kind.empty() || isPipeTable(request.kind)) {
      // A workbook of pipes holds points and lines; --as pipe means both.
      auto judged = judgeKind(layer, fileName, tables);
      const bool isTaken = judged && (request.kind.empty() || (isPipeTable(judged->kind) && !isOne));
      if (!judged && request.kind.empty()) return fail(judged);
      if (isTaken) { part.kind = judged->kind; part.kindProof = judged->proof; }
    }
    if (part.kind.empty()) { part.kind = request.kind; part.kindProof = "given by --as"; }
    part.rows = std::move(layer);
    split.parts.push_back(std::move(part));
  }
  std::stable_sort(split.parts.begin(), split.parts.end(), [](const Part& a, const Part& b) { return orderOf(a.kind) < orderOf(b.kind); });
  return split;
}

std::string kindList() {
  std::string names;
  for (const auto& table : citySchema()) names += (names.empty() ? "" : ", ") + table.name;
  return names;
}

geo::Result<void> checkRequest(const ImportRequest& request) {
  if (request.kind.empty() || findCityTable(request.kind)) return {};
  return fail(ErrorCode::Invalid, "there is no kind \"" + request.kind + "\"", "--as takes one of: " + kindList());
}

geo::Result<void> checkOverrides(const ImportRequest& request, const SplitLayers& split) {
  for (const auto& [heading, field] : request.fieldOverrides) {
    const bool isThere = std::any_of(split.parts.begin(), split.parts.end(), [&, &wanted = heading](const Part& part) { return part.rows.columnOf(wanted).has_value(); });
    if (isThere) continue;
    std::string names;
    for (const auto& part : split.parts) for (const auto& each : part.rows.headings) names += (names.empty() ? "" : ", ") + each;
    return fail(ErrorCode::Invalid, "--map names the heading \"" + heading + "\", which the file does not have", "it has: " + names, {.file = request.path});
  }
  return {};
}

/// Runs the parts of one file one after the other; the coordinate system proven for one holds for those that declare none.
class Importer {
 public:
  Importer(Build& build, geo::Box projectExtent) : m_build(build), m_projectExtent(projectExtent) {}

  geo::Result<void> run(const Part& part) {
    const TableSchema& table = *findCityTable(part.kind);
    LayerReport report;
    report.layer = part.rows.name;
    report.kind = part.kind;
    report.kindProof = part.kindProof;
    report.encoding = part.rows.encoding;
    report.rowsRead = static_cast<std::int64_t>(part.rows.rowCount());
    auto mapping = mapFields(table, part.rows.headings, m_build.tables, m_build.request.fieldOverrides);
    if (!mapping) return fail(mapping);
    report.mapping = std::move(*mapping);
    for (auto problem : part.rows.problems) {
      if (problem.where.file.empty()) problem.where.file = m_build.fileName();
      m_build.result.problems.push_back(std::move(problem));
    }
    const bool isLineTable = part.kind == "pipe" && columnFor(report.mapping, "@from") && columnFor(report.mapping, "@to") && extentOf(part.rows.geometries).box.isEmpty();
    PlacedRows placed;
    if (!isLineTable) {
      auto done = place(part, report);
      if (!done) return fail(std::move(done));
      placed = std::move(*done);
    }
    if (isLineTable) buildPipes(m_build, part, report);
    else if (isJoin(part)) joinRows(m_build, part, placed, report);
    else buildRows(m_build, part, placed, report);
    m_build.result.layers.push_back(std::move(report));
    see(part.kind);
    return {};
  }

 private:
  geo::Result<PlacedRows> place(const Part& part, LayerReport& report) {
    const RawExtent extent = extentOf(part.rows.geometries);
    if (extent.box.isEmpty()) {
      PlacedRows none;
      none.geometries.resize(part.rows.geometries.size());
      none.faults = part.rows.geometryFaults;
      return none;
    }
    CrsClues clues{m_build.request.crs, part.rows.crsText, part.rows.crsOrigin, m_build.context.projectCrs, m_projectExtent, m_build.request.acceptsBallpark};
    if (!m_isNewCrsChosen) clues.project = m_build.context.projectCrs;
    auto proof = decideCrs(extent, clues);
    if (!proof) {
      if (proof.error().where.layer.empty()) proof.error().where.layer = part.rows.name;
      return fail(proof);
    }
    if (!m_build.context.projectCrs && !m_isNewCrsChosen) {
      auto chosen = projectCrsFor(*proof, extent);
      if (!chosen) return fail(std::move(chosen));
      m_build.result.projectCrs = *chosen;
      m_build.result.projectCrsProof = *chosen == proof->crs && !proof->shifted ? "the system of the first file" : "the CGCS2000 3-degree zone around the first file";
      m_isNewCrsChosen = true;
    }
    report.crs = proof->name;
    report.crsProof = proof->proof;
    for (auto problem : proof->problems) {
      problem.where = {.file = m_build.fileName(), .layer = part.rows.name};
      m_build.result.problems.push_back(std::move(problem));
    }
    auto placed = placeRows(part.rows.geometries, *proof, m_build.result.projectCrs);
    for (std::size_t row = 0; row < placed.faults.size(); ++row) {
      if (!part.rows.geometryFaults[row].empty()) { placed.faults[row] = part.rows.geometryFaults[row]; placed.geometries[row] = {}; }
    }
    return placed;
  }

  /// What later parts refer to.
  void see(const std::string& kind) {
    for (const auto& table : m_build.result.tables) {
      if (table.name != kind) continue;
      City city = fromTables({table});
      if (kind == "estate") m_build.seen.estates = std::move(city.estates);
      if (kind == "building") m_build.seen.buildings = std::move(city.buildings);
      if (kind == "entrance") m_build.seen.entrances = std::move(city.entrances);
      if (kind == "pipe_node") m_build.seen.pipeNodes = std::move(city.pipeNodes);
    }
  }

  Build& m_build;
  geo::Box m_projectExtent;
  bool m_isNewCrsChosen = false;
};

geo::Result<void> checkAnything(const ImportResult& result, const std::string& path) {
  std::int64_t read = 0, written = 0;
  for (const auto& layer : result.layers) { read += layer.rowsRead; written += layer.rowsWritten; }
  if (read == 0) return fail(ErrorCode::Invalid, "the file holds no rows", "check that the export has content", {.file = path});
  if (written > 0) return {};
  std::string why;
  for (const auto& problem : result.problems) {
    if (problem.severity != geo::Severity::Refused) continue;
    why = ": " + problem.text + (problem.where.feature.empty() ? "" : " (row " + problem.where.feature + ")");
    break;
  }
  return fail(ErrorCode::Invalid, "none of the " + std::to_string(read) + " rows can be taken" + why, "check --as and --layer, or look at the file in a viewer", {.file = path});
}

}  // namespace

geo::Box extentOfCity(const City& city) {
  geo::Box box;
  const auto add = [&](const auto& list, auto member) { for (const auto& each : list) box.add(geo::boxOf(each.*member)); };
  add(city.estates, &Estate::shape);
  add(city.buildings, &Building::shape);
  add(city.adminAreas, &AdminArea::shape);
  add(city.waters, &Water::shape);
  add(city.greens, &Green::shape);
  for (const auto& road : city.roads) for (const auto& line : road.line) box.add(geo::boxOf(line));
  for (const auto& node : city.pipeNodes) box.add(node.point);
  for (const auto& pipe : city.pipes) box.add(geo::boxOf(pipe.line));
  for (const auto& entrance : city.entrances) box.add(entrance.door);
  for (const auto& point : city.terrain) box.add(point.point);
  return box;
}

geo::Result<RawFile> readRaw(const ImportRequest& request, const ImportTables& tables, geo::Progress& progress) {
  if (auto checked = checkRequest(request); !checked) return fail(std::move(checked));
  const ReadOptions options{request.encoding, request.layer, [&](std::string_view heading) { return tables.isKnownHeading(heading); }, {}};
  auto content = readFile(request.path, options, progress);
  if (!content) return fail(std::move(content));
  auto sha256 = sha256OfFile(request.path);
  if (!sha256) return fail(std::move(sha256));
  return RawFile{std::move(*content), std::move(*sha256)};
}

geo::Result<ImportResult> importFile(const ImportRequest& request, RawFile file, const ImportTables& tables, const ImportContext& context, geo::Progress& progress) {
  ImportResult result{file.sha256, context.projectCrs.value_or(geo::Crs::cgcs2000LonLat()), {}, {}, {}, {}, {}};
  const auto located = [&](auto failed) {
    if (failed.error().where.file.empty() || failed.error().where.file.find('/') == std::string::npos) failed.error().where.file = request.path;
    return fail(std::move(failed));
  };
  auto split = splitFile(file.content, request, tables);
  if (!split) return located(std::move(split));
  if (auto checked = checkOverrides(request, *split); !checked) return located(std::move(checked));
  result.layers = split->leftOut;
  result.problems = split->problems;
  for (auto& problem : result.problems) problem.where.file = std::filesystem::path(request.path).filename().string();

  Build build{request, tables, context, result, {}};
  Importer importer(build, extentOfCity(context.city));
  for (std::size_t i = 0; i < split->parts.size(); ++i) {
    progress.report(static_cast<double>(i) / static_cast<double>(split->parts.size()), "building rows");
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "cancelled", {}, {.file = request.path});
    if (auto done = importer.run(split->parts[i]); !done) return located(std::move(done));
  }
  linkBuildings(build);
  if (auto checked = checkAnything(result, request.path); !checked) return fail(std::move(checked));
  return result;
}

}  // namespace pianqu::layers
