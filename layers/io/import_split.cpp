#include <algorithm>

#include "layers/feature/city_schema.hpp"
#include "layers/io/import_parts.hpp"

namespace pianqu::layers {
namespace {

void copyRow(const RawLayer& from, std::size_t row, RawLayer& to) {
  if (to.headings.empty()) {
    to.headings = from.headings;
    to.columns.resize(from.headings.size());
    to.crsText = from.crsText;
    to.crsOrigin = from.crsOrigin;
    to.encoding = from.encoding;
  }
  for (std::size_t c = 0; c < from.columns.size(); ++c) to.columns[c].push_back(from.columns[c][row]);
  to.rowNames.push_back(from.rowNames[row]);
  if (row >= from.geometries.size()) return;
  to.geometries.push_back(from.geometries[row]);
  to.geometryFaults.push_back(from.geometryFaults[row]);
}

void leaveOut(SplitLayers& split, const std::string& layer, const RawLayer& from, std::int64_t rows, const std::string& code, const std::string& text) {
  LayerReport report;
  report.layer = layer;
  report.encoding = from.encoding;
  report.rowsRead = report.rowsRefused = rows;
  split.leftOut.push_back(report);
  split.problems.push_back({geo::Severity::Refused, code, std::to_string(rows) + " rows: " + text, {.layer = layer}});
}

void keepLabels(SplitLayers& split, const std::string& layer, const RawLayer& from, std::int64_t labels) {
  LayerReport report;
  report.layer = layer;
  report.encoding = from.encoding;
  report.rowsRead = report.rowsWritten = labels;
  split.leftOut.push_back(report);
  split.problems.push_back({geo::Severity::Note, "storeys-from-labels", std::to_string(labels) + " texts gave their storeys to the houses that they stand in", {.layer = layer}});
}

/// "highway"=>"primary","name:en"=>"Road": the tags that GDAL has no column for.
std::map<std::string, std::string> parseTags(const std::string& text) {
  std::map<std::string, std::string> tags;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    std::string word;
    for (++i; i < text.size() && text[i] != '"'; ++i) {
      if (text[i] == '\\' && i + 1 < text.size()) ++i;
      word += text[i];
    }
    words.push_back(std::move(word));
  }
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) tags[words[i]] = words[i + 1];
  return tags;
}

std::map<std::string, std::string> tagsOf(const RawLayer& layer, std::size_t row) {
  std::map<std::string, std::string> tags;
  for (std::size_t c = 0; c < layer.headings.size(); ++c) {
    const std::string text = toText(layer.columns[c][row]);
    if (text.empty()) continue;
    if (layer.headings[c] == "other_tags") tags.merge(parseTags(text));
    else tags[layer.headings[c]] = text;
  }
  return tags;
}

constexpr const char* kKeys[] = {"building", "highway", "railway", "natural", "waterway", "barrier", "boundary", "leisure", "landuse"};

/// The rule of the first tag that we keep and that suits the geometry.
const ContentRule* ruleOf(const std::map<std::string, std::string>& tags, const RawGeometry& geometry, const ImportTables& tables) {
  constexpr GeometryKind kKinds[] = {GeometryKind::None, GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon};
  for (const char* key : kKeys) {
    const auto tag = tags.find(key);
    if (tag == tags.end() || tag->second == "no") continue;
    const ContentRule* rule = tables.ruleOfTag(key, tag->second);
    if (rule && findCityTable(rule->kind)->geometry == kKinds[geometry.value.index()]) return rule;
  }
  return nullptr;
}

/// Tags that fill fields, by table; numbers are read by the field's type later.
void addTagValues(const std::map<std::string, std::string>& tags, const std::string& kind, std::map<std::string, std::string>& values) {
  const auto put = [&](const char* tag, const char* field) {
    const auto it = tags.find(tag);
    if (it != tags.end() && findCityTable(kind)->find(field)) values[field] = it->second;
  };
  put("name", kind == "building" ? "number" : "name");
  put("building:levels", "floors");
  put("height", "height_m");
  put("start_date", "built");
  put("width", "width_m");
  if (kind == "admin_area") put("admin_level", "kind");
}

}  // namespace

namespace {

/// Takes the texts out of `rows` where they stand beside drawn features of the same CAD layer: they label them. A layer of texts alone keeps them,
/// since a spot height may be drawn as its number only.
std::vector<std::size_t> takeLabels(const RawLayer& layer, std::vector<std::size_t>& rows) {
  const auto text = layer.columnOf("Text");
  if (!text) return {};
  const auto firstLabel = std::stable_partition(rows.begin(), rows.end(), [&](std::size_t row) { return toText(layer.columns[*text][row]).empty(); });
  if (firstLabel == rows.begin()) return {};
  std::vector<std::size_t> labels(firstLabel, rows.end());
  rows.erase(firstLabel, rows.end());
  return labels;
}

}  // namespace

SplitLayers splitCad(const std::vector<RawLayer>& layers, const ImportRequest& request, const ImportTables& tables) {
  SplitLayers split;
  for (const auto& layer : layers) {
    split.problems.insert(split.problems.end(), layer.problems.begin(), layer.problems.end());
    const auto cadLayer = layer.columnOf("Layer");
    std::map<std::string, std::vector<std::size_t>> byName;
    for (std::size_t row = 0; row < layer.rowCount(); ++row) byName[cadLayer ? toText(layer.columns[*cadLayer][row]) : ""].push_back(row);
    for (auto& [name, rows] : byName) {
      const auto count = static_cast<std::int64_t>(rows.size());
      if (!request.layer.empty() && request.layer != name) {
        leaveOut(split, name, layer, count, "cad-layer-not-chosen", "the CAD layer is not the one chosen by --layer");
        continue;
      }
      const ContentRule* rule = tables.ruleOfCadLayer(name);
      const bool isGiven = !request.kind.empty() && (!request.layer.empty() || !rule || rule->kind == request.kind);
      if (!isGiven && !rule) {
        leaveOut(split, name, layer, count, "cad-layer-unknown", "what the CAD layer \"" + name + "\" holds is not known; choose it by --layer and --as, or add it to dxf_layers.csv");
        continue;
      }
      if (!isGiven && !request.kind.empty() && rule->kind != request.kind) {
        leaveOut(split, name, layer, count, "cad-layer-not-chosen", "the CAD layer holds " + rule->kind + ", --as asks for " + request.kind);
        continue;
      }
      Part part;
      part.kind = isGiven ? request.kind : rule->kind;
      part.kindProof = isGiven ? "given by --as" : "the CAD layer's name contains \"" + rule->pattern + "\"";
      if (rule && rule->kind == part.kind && !rule->field.empty()) part.constants.emplace_back(rule->field, rule->value);
      const auto labels = takeLabels(layer, rows);
      for (const std::size_t row : rows) copyRow(layer, row, part.rows);
      part.rows.name = name;
      const std::size_t read = takeStoreyLabels(part, layer, labels);
      if (read > 0) keepLabels(split, name, layer, static_cast<std::int64_t>(read));
      const auto others = static_cast<std::int64_t>(labels.size() - read);
      if (others > 0) leaveOut(split, name, layer, others, "cad-labels", "texts that label the features drawn on the CAD layer \"" + name + "\"");
      split.parts.push_back(std::move(part));
    }
  }
  return split;
}

SplitLayers splitOsm(const std::vector<RawLayer>& layers, const ImportTables& tables) {
  SplitLayers split;
  std::map<std::string, Part> parts;
  for (const auto& layer : layers) {
    std::int64_t others = 0;
    for (std::size_t row = 0; row < layer.rowCount(); ++row) {
      const auto tags = tagsOf(layer, row);
      const ContentRule* rule = ruleOf(tags, layer.geometries[row], tables);
      if (!rule) { ++others; continue; }
      Part& part = parts[rule->kind];
      part.kind = rule->kind;
      part.kindProof = "its OpenStreetMap tags";
      // Every OSM layer has its own columns; what we keep comes from tags, so only geometry and the name of the row are copied.
      part.rows.rowNames.push_back(layer.name + " " + layer.rowNames[row]);
      part.rows.geometries.push_back(layer.geometries[row]);
      part.rows.geometryFaults.push_back(layer.geometryFaults[row]);
      part.rows.name = rule->kind;
      part.rows.crsText = layer.crsText;
      part.rows.crsOrigin = layer.crsOrigin;
      part.rows.encoding = layer.encoding;
      part.rowConstants.emplace_back();
      addTagValues(tags, rule->kind, part.rowConstants.back());
      if (!rule->field.empty()) part.rowConstants.back()[rule->field] = rule->value;
    }
    if (others > 0) leaveOut(split, layer.name, layer, others, "tags-not-kept", "no tag that is kept (building, road, rail, water, green, wall, tree, boundary)");
  }
  for (auto& [kind, part] : parts) split.parts.push_back(std::move(part));
  return split;
}

}  // namespace pianqu::layers
