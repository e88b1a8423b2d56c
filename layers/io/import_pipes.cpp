#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "layers/feature/city_schema.hpp"
#include "layers/io/digest.hpp"
#include "layers/io/import_parts.hpp"

namespace pianqu::layers {
namespace {

using NodesByCode = std::unordered_map<std::string_view, const PipeNode*>;

NodesByCode nodesOf(const Build& build) {
  NodesByCode nodes;
  nodes.reserve(build.context.city.pipeNodes.size() + build.seen.pipeNodes.size());
  for (const City* city : {&build.context.city, const_cast<const City*>(&build.seen)}) {
    for (const auto& node : city->pipeNodes) if (!node.code.empty()) nodes.emplace(node.code, &node);
  }
  return nodes;
}

void put(std::map<std::string, Value>& values, const char* field, const std::string& text) {
  if (!text.empty()) values[field] = text;
}

/// Class and subclass from what the columns say, then from the letters of the survey number, then from the name of the sheet.
void completeClass(Build& build, const Part& part, const std::string& code, std::map<std::string, Value>& values) {
  const std::string subclass = toText(values["subclass"]), mainClass = toText(values["pipe_class"]);
  std::optional<PipeCode> found;
  for (const auto& text : {subclass, mainClass}) if (!found && !text.empty()) found = build.tables.pipeCodeOf(text);
  if (!found && subclass.empty() && mainClass.empty() && !code.empty()) found = build.tables.pipeCodeOf(code);
  if (!found && subclass.empty() && mainClass.empty()) found = build.tables.pipeCodeIn(part.rows.name);
  if (subclass.empty()) values.erase("subclass");
  if (mainClass.empty()) values.erase("pipe_class");
  if (!found) return;
  put(values, "pipe_class", found->pipeClass);
  put(values, "subclass", found->subclass);
  // The class column may be coarse (排水) where the number is fine (WS12).
  if (found->subclass.empty() && !code.empty()) {
    const auto fine = build.tables.pipeCodeOf(code);
    if (fine && fine->pipeClass == found->pipeClass) put(values, "subclass", fine->subclass);
  }
}

void completeSection(const RowReader& reader, std::size_t row, std::map<std::string, Value>& values, std::vector<std::string>& unread) {
  const std::string text = reader.text(row, "@section");
  if (text.empty()) return;
  const auto section = parseSection(text);
  if (!section) { unread.push_back("管径: \"" + text + "\""); return; }
  if (section->diameterMm) values.emplace("diameter_mm", *section->diameterMm);
  if (section->widthMm) values.emplace("width_mm", *section->widthMm);
  if (section->heightMm) values.emplace("height_mm", *section->heightMm);
}

void refuseMissing(Build& build, LayerReport& report, const std::string& row, const std::string& from, const std::string& to, const NodesByCode& nodes) {
  std::string missing;
  for (const auto& code : {from, to}) {
    if (code.empty()) missing += missing.empty() ? "(no number)" : ", (no number)";
    else if (!nodes.contains(code)) missing += (missing.empty() ? "" : ", ") + code;
  }
  build.refuse(report, row, "node-missing", "the line " + from + " - " + to + " ends at points that no point table has: " + missing);
}

}  // namespace

void completePipeValues(Build& build, const Part& part, const RowReader& reader, std::size_t row, std::map<std::string, Value>& values, std::vector<std::string>& unread) {
  const std::string code = part.kind == "pipe" && values.find("code") == values.end() ? reader.text(row, "@from") : toText(values["code"]);
  if (std::holds_alternative<std::monostate>(values["code"])) values.erase("code");
  completeClass(build, part, code, values);
  if (part.kind == "pipe") {
    completeSection(reader, row, values, unread);
    return;
  }
  // Ground level less depth is the invert, where only the depth was measured.
  const auto depth = toNumber(convertCell(Value{reader.text(row, "@depth")}, FieldType::Real, 1).value_or(Value{}));
  if (depth && values.contains("ground_z") && !values.contains("invert_z")) values["invert_z"] = *toNumber(values["ground_z"]) - *depth;
  if (values.contains("feature") && values.contains("attachment")) {
    build.result.problems.push_back({geo::Severity::Warning, "feature-and-attachment", "a point has a feature or an attachment, never both: " + toText(values["feature"]) + " and " + toText(values["attachment"]),
                                     {.file = build.fileName(), .layer = part.rows.name, .feature = part.rows.rowNames[row]}});
  }
}

void buildPipes(Build& build, const Part& part, LayerReport& report) {
  const TableSchema& table = *findCityTable("pipe");
  const RowReader reader(part, report.mapping, table);
  const auto nodes = nodesOf(build);
  std::unordered_set<std::string> seen;
  for (std::size_t row = 0; row < part.rows.rowCount(); ++row) {
    const std::string& name = part.rows.rowNames[row];
    const std::string from = reader.text(row, "@from"), to = reader.text(row, "@to");
    const auto start = nodes.find(from), end = nodes.find(to);
    if (start == nodes.end() || end == nodes.end()) { refuseMissing(build, report, name, from, to, nodes); continue; }
    if (from == to) { build.refuse(report, name, "line-without-length", "the line begins and ends at the same point " + from); continue; }
    if (start->second->point == end->second->point) { build.refuse(report, name, "line-without-length", "the points " + from + " and " + to + " lie on the same place"); continue; }
    if (!seen.insert(std::min(from, to) + '\n' + std::max(from, to)).second) { build.refuse(report, name, "duplicate-line", "the line " + from + " - " + to + " is there already"); continue; }
    std::vector<std::string> unread;
    auto values = reader.values(row, unread);
    completePipeValues(build, part, reader, row, values, unread);
    if (!values.contains("pipe_class")) put(values, "pipe_class", start->second->pipeClass);
    if (!values.contains("subclass")) put(values, "subclass", start->second->subclass);
    values["from_uid"] = start->second->uid;
    values["to_uid"] = end->second->uid;
    if (!values.contains("code")) values["code"] = from + "-" + to;
    for (const auto& text : unread) build.remark(geo::Severity::Warning, report, name, "value-not-understood", text + " was left out, the field stays unknown");
    ++report.rowsWritten;
    appendRow(build, "pipe", uidOf("pipe", build.result.sha256, report.layer, name), values, geo::XYGeometry{geo::XYGeometry::Lines{{{start->second->point, end->second->point}}}}, name);
  }
}

}  // namespace pianqu::layers
