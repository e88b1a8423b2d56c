#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "geo/overlay/overlay.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/io/digest.hpp"
#include "layers/io/import_parts.hpp"

namespace pianqu::layers {
namespace {

using geo::XY;
using geo::XYGeometry;

bool isClosed(const std::vector<XY>& line) { return line.size() >= 4 && line.front() == line.back(); }

Fitted fitPolygons(XYGeometry geometry) {
  Fitted fitted;
  if (auto* lines = std::get_if<XYGeometry::Lines>(&geometry.value)) {
    if (!std::all_of(lines->lines.begin(), lines->lines.end(), isClosed)) return {{}, {}, "it is an open line, an area is needed"};
    XYGeometry::Polygons polygons;
    for (auto& line : lines->lines) polygons.polygons.push_back({std::move(line), {}});
    geometry.value = std::move(polygons);
    fitted.repair = "closed line taken as area";
  }
  auto* polygons = std::get_if<XYGeometry::Polygons>(&geometry.value);
  if (!polygons) return {{}, {}, "it is a point, an area is needed"};
  geo::Problems repairs;
  auto repaired = geo::repairPolygons(std::move(polygons->polygons), repairs);
  if (!repaired) return {{}, {}, "the area cannot be repaired: " + repaired.error().text};
  for (const auto& repair : repairs) fitted.repair += (fitted.repair.empty() ? "" : "; ") + repair.text;
  fitted.geometry.value = XYGeometry::Polygons{std::move(*repaired)};
  return fitted;
}

Fitted fitLines(XYGeometry geometry, const std::string& table) {
  // A wall or a railway drawn as a closed line arrives as an area from CAD; its ring is the line.
  if (auto* polygons = std::get_if<XYGeometry::Polygons>(&geometry.value); polygons && table == "barrier") {
    XYGeometry::Lines rings;
    for (auto& polygon : polygons->polygons) rings.lines.push_back(std::move(polygon.outer));
    geometry.value = std::move(rings);
  }
  auto* lines = std::get_if<XYGeometry::Lines>(&geometry.value);
  if (!lines) return {{}, {}, geometry.value.index() == 1 ? "it is a point, a line is needed" : "it is an area, a line is needed"};
  Fitted fitted;
  std::size_t removed = 0;
  for (auto& line : lines->lines) {
    const auto end = std::unique(line.begin(), line.end());
    removed += static_cast<std::size_t>(line.end() - end);
    line.erase(end, line.end());
  }
  std::erase_if(lines->lines, [](const auto& line) { return line.size() < 2; });
  if (lines->lines.empty()) return {{}, {}, "the line has no length"};
  if (table == "pipe" && lines->lines.size() > 1) return {{}, {}, "a pipe of several separate lines"};
  if (removed > 0) fitted.repair = std::to_string(removed) + " repeated points dropped";
  fitted.geometry = std::move(geometry);
  return fitted;
}

}  // namespace

Fitted fitGeometry(XYGeometry geometry, GeometryKind kind, const std::string& table) {
  if (kind == GeometryKind::None) return {};
  if (geometry.isEmpty()) return {{}, {}, "there is no geometry"};
  if (kind == GeometryKind::Polygon) return fitPolygons(std::move(geometry));
  if (kind == GeometryKind::Line) return fitLines(std::move(geometry), table);
  const auto* points = std::get_if<XYGeometry::Points>(&geometry.value);
  if (!points) return {{}, {}, "it is a line or area, a point is needed"};
  if (points->points.size() != 1) return {{}, {}, "it is " + std::to_string(points->points.size()) + " points in one, a single point is needed"};
  return {std::move(geometry), {}, {}};
}

std::string Build::fileName() const { return std::filesystem::path(request.path).filename().string(); }

void Build::remark(geo::Severity severity, const LayerReport& report, const std::string& row, const std::string& code, const std::string& text) {
  result.problems.push_back({severity, code, text, {.file = fileName(), .layer = report.layer, .feature = row}});
}

void Build::refuse(LayerReport& report, const std::string& row, const std::string& code, const std::string& text) {
  ++report.rowsRefused;
  remark(geo::Severity::Refused, report, row, code, text);
}

RowReader::RowReader(const Part& part, const FieldMapping& mapping, const TableSchema& table) : m_part(part), m_mapping(mapping), m_table(table) {
  for (std::size_t c = 0; c < mapping.size(); ++c) {
    m_fields.push_back(table.find(mapping[c].field));
    m_columns.emplace(mapping[c].field, c);
  }
}

std::string RowReader::text(std::size_t row, std::string_view field) const {
  const auto column = m_columns.find(field);
  return column == m_columns.end() ? std::string() : toText(m_part.rows.columns[column->second][row]);
}

std::map<std::string, Value> RowReader::values(std::size_t row, std::vector<std::string>& unread) const {
  std::map<std::string, Value> values;
  const auto put = [&](const std::string& heading, const Field& field, const Value& cell, double factor) {
    const auto value = isYearField(field.name) ? convertYear(cell) : convertCell(cell, field.type, factor);
    if (!value) unread.push_back(heading + ": \"" + toText(cell) + "\"");
    else if (!std::holds_alternative<std::monostate>(*value)) values[field.name] = *value;
  };
  for (std::size_t c = 0; c < m_mapping.size(); ++c) {
    if (m_fields[c]) put(m_mapping[c].heading, *m_fields[c], m_part.rows.columns[c][row], m_mapping[c].factor);
  }
  for (const auto& [name, text] : m_part.constants) put(name, *m_table.find(name), Value{text}, 1);
  if (row < m_part.rowConstants.size()) {
    for (const auto& [name, text] : m_part.rowConstants[row]) put(name, *m_table.find(name), Value{text}, 1);
  }
  return values;
}

void appendRow(Build& build, const std::string& kind, const std::string& uid, const std::map<std::string, Value>& values, XYGeometry geometry, const std::string& rowName) {
  auto& tables = build.result.tables;
  auto it = std::find_if(tables.begin(), tables.end(), [&](const auto& table) { return table.name == kind; });
  const TableSchema& schema = *findCityTable(kind);
  if (it == tables.end()) {
    FeatureTable table{kind, schema.geometry, {{"uid", FieldType::Text, "标识", "identifier", "", ""}}, {}, {}, {}};
    table.fields.insert(table.fields.end(), schema.fields.begin(), schema.fields.end());
    table.columns.resize(table.fields.size());
    it = tables.insert(tables.end(), std::move(table));
  }
  it->columns[0].push_back(uid);
  for (std::size_t f = 1; f < it->fields.size(); ++f) {
    const auto value = values.find(it->fields[f].name);
    it->columns[f].push_back(value == values.end() ? Value{} : value->second);
  }
  if (schema.geometry != GeometryKind::None) it->geometries.push_back(std::move(geometry));
  it->rowNames.push_back(rowName);
}

namespace {

/// Codes of the rows that a reference may point to.
class Codes {
 public:
  template <class Entity>
  void add(const std::vector<Entity>& entities) {
    for (const auto& each : entities) if (!each.code.empty()) m_uids.emplace(each.code, each.uid);
  }
  Uid find(const std::string& code) const {
    const auto it = m_uids.find(code);
    return it == m_uids.end() ? Uid() : it->second;
  }

 private:
  std::unordered_map<std::string, Uid> m_uids;
};

struct Reference {
  const char* kind;
  const char* from;     ///< "@" field with the code
  const char* to;       ///< field with the uid
  const char* what;
};
constexpr Reference kReferences[] = {{"building", "@estate_code", "estate_uid", "estate"},     {"entrance", "@building_code", "building_uid", "building"},
                                     {"consent", "@entrance_code", "entrance_uid", "entrance"}, {"riser", "@building_code", "building_uid", "building"},
                                     {"riser", "@node_code", "to_node_uid", "pipe node"},       {"outfall", "@node_code", "node_uid", "pipe node"}};

Codes codesOf(const Build& build, const std::string& what) {
  Codes codes;
  for (const City* city : {&build.context.city, const_cast<const City*>(&build.seen)}) {
    if (what == "estate") codes.add(city->estates);
    if (what == "building") codes.add(city->buildings);
    if (what == "entrance") codes.add(city->entrances);
    if (what == "pipe node") codes.add(city->pipeNodes);
  }
  return codes;
}

/// Estates by name, where the name is unique; "" marks one that is not.
std::map<std::string, Uid> estatesByName(const Build& build) {
  std::map<std::string, Uid> names;
  for (const City* city : {&build.context.city, const_cast<const City*>(&build.seen)}) {
    for (const auto& estate : city->estates) {
      if (estate.name.empty()) continue;
      if (!names.emplace(estate.name, estate.uid).second) names[estate.name].clear();
    }
  }
  return names;
}

class RowBuilder {
 public:
  RowBuilder(Build& build, const Part& part, LayerReport& report)
      : m_build(build), m_part(part), m_report(report), m_table(*findCityTable(part.kind)), m_reader(part, report.mapping, m_table), m_names(estatesByName(build)) {
    for (const auto& reference : kReferences) {
      if (part.kind == reference.kind && columnFor(report.mapping, reference.from)) m_references.push_back({&reference, codesOf(build, reference.what)});
    }
    if (part.kind == "pipe_node") for (const auto& node : build.context.city.pipeNodes) m_codes.insert(node.code);
    if (part.kind == "pipe_node") for (const auto& node : build.seen.pipeNodes) m_codes.insert(node.code);
  }

  void add(std::size_t row, XYGeometry placed, const std::string& fault) {
    const std::string& name = m_part.rows.rowNames[row];
    if (!fault.empty()) return m_build.refuse(m_report, name, "geometry-refused", fault);
    Fitted fitted = fitGeometry(std::move(placed), m_table.geometry, m_table.name);
    if (!fitted.fault.empty()) return m_build.refuse(m_report, name, "geometry-refused", fitted.fault);
    std::vector<std::string> unread;
    auto values = m_reader.values(row, unread);
    if (m_table.name == "pipe" || m_table.name == "pipe_node") completePipeValues(m_build, m_part, m_reader, row, values, unread);
    if (m_table.name == "estate") completeEstate(row, values, unread);
    if (m_table.name == "road") completeRoad(row, values);
    if (m_table.name == "terrain" && !values.contains("z")) return m_build.refuse(m_report, name, "height-missing", "the spot height has no height");
    if (m_table.name == "pipe_node" && values.contains("code") && !m_codes.insert(toText(values["code"])).second) {
      return m_build.refuse(m_report, name, "duplicate-code", "the survey number " + toText(values["code"]) + " is there already");
    }
    for (const auto& [reference, codes] : m_references) resolve(*reference, codes, row, values);
    if (m_table.name == "building") resolveEstateName(row, values);
    for (const auto& text : unread) m_build.remark(geo::Severity::Warning, m_report, name, "value-not-understood", text + " was left out, the field stays unknown");
    if (!fitted.repair.empty()) {
      ++m_report.rowsRepaired;
      m_build.remark(geo::Severity::Repaired, m_report, name, "geometry-repaired", fitted.repair);
    }
    ++m_report.rowsWritten;
    appendRow(m_build, m_table.name, uidOf(m_table.name, m_build.result.sha256, m_report.layer, name), values, std::move(fitted.geometry), name);
  }

 private:
  void completeEstate(std::size_t row, std::map<std::string, Value>& values, std::vector<std::string>& unread) {
    const auto column = columnFor(m_report.mapping, "@built");
    if (!column) return;
    const Value& cell = m_part.rows.columns[*column][row];
    const auto year = convertYear(cell);
    if (year) {
      if (!std::holds_alternative<std::monostate>(*year)) { values.emplace("built_from", *year); values.emplace("built_to", *year); }
      return;
    }
    // "1985-1992", "1985～1992年", "1985、1992"
    const std::string text = toText(cell);
    std::vector<Value> years;
    for (std::size_t i = 0; i + 4 <= text.size();) {
      const auto number = toInteger(Value{text.substr(i, 4)});
      if (number && *number >= 1800 && *number <= 2200) { years.emplace_back(*number); i += 4; } else ++i;
    }
    if (years.size() == 2) { values.emplace("built_from", years[0]); values.emplace("built_to", years[1]); }
    else unread.push_back(m_report.mapping[*column].heading + ": \"" + text + "\"");
  }

  void completeRoad(std::size_t row, std::map<std::string, Value>& values) const {
    const auto column = columnFor(m_report.mapping, "@osm_class");
    if (!column || values.contains("road_class")) return;
    for (const char* key : {"highway", "railway"}) {
      const auto* rule = m_build.tables.ruleOfTag(key, toText(m_part.rows.columns[*column][row]));
      if (rule && rule->field == "road_class") { values["road_class"] = rule->value; return; }
    }
  }

  void resolve(const Reference& reference, const Codes& codes, std::size_t row, std::map<std::string, Value>& values) {
    const std::string code = m_reader.text(row, reference.from);
    if (code.empty()) return;
    const Uid uid = codes.find(code);
    if (!uid.empty()) values[reference.to] = uid;
    else m_build.remark(geo::Severity::Warning, m_report, m_part.rows.rowNames[row], "reference-not-found", std::string("there is no ") + reference.what + " \"" + code + "\"; the reference stays empty");
  }

  void resolveEstateName(std::size_t row, std::map<std::string, Value>& values) {
    if (values.contains("estate_uid")) return;
    const std::string name = m_reader.text(row, "@estate_name");
    if (name.empty()) return;
    const auto it = m_names.find(name);
    if (it != m_names.end() && !it->second.empty()) { values["estate_uid"] = it->second; return; }
    m_build.remark(geo::Severity::Warning, m_report, m_part.rows.rowNames[row], "reference-not-found", (it == m_names.end() ? "there is no estate \"" : "several estates are called \"") + name + "\"");
  }

  Build& m_build;
  const Part& m_part;
  LayerReport& m_report;
  const TableSchema& m_table;
  RowReader m_reader;
  std::vector<std::pair<const Reference*, Codes>> m_references;
  std::map<std::string, Uid> m_names;
  std::unordered_set<std::string> m_codes;
};

}  // namespace

void buildRows(Build& build, const Part& part, const PlacedRows& placed, LayerReport& report) {
  RowBuilder builder(build, part, report);
  for (std::size_t row = 0; row < part.rows.rowCount(); ++row) {
    const bool hasShape = row < placed.geometries.size();
    builder.add(row, hasShape ? placed.geometries[row] : XYGeometry{}, hasShape ? placed.faults[row] : std::string());
  }
}

}  // namespace pianqu::layers
