#include "layers/project/qgis_style.hpp"

#include <charconv>

#include "layers/feature/city_schema.hpp"
#include "layers/plan/records.hpp"
#include "layers/project/embedded.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      default: result += c;
    }
  }
  return result;
}

/// "#rrggbb[aa]" -> QGIS' "r,g,b,a"; no colour is fully transparent.
std::string rgba(const std::string& hex) {
  const auto part = [&hex](std::size_t at) {
    int value = 255;
    if (hex.size() >= at + 2) std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
    return std::to_string(value);
  };
  return hex.empty() ? "255,255,255,0" : part(1) + "," + part(3) + "," + part(5) + "," + part(7);
}

std::string option(const char* name, const std::string& value) { return std::string("<Option type=\"QString\" name=\"") + name + "\" value=\"" + escaped(value) + "\"/>"; }
std::string orElse(const std::string& text, const char* other) { return text.empty() ? other : text; }

std::string layerOf(GeometryKind geometry, const QgisSymbol& s) {
  const std::string dash = orElse(s.dash, "solid");
  const std::string width = orElse(s.width, "0.2");
  std::string name, options;
  if (geometry == GeometryKind::Polygon) {
    name = "SimpleFill";
    options = option("color", rgba(s.fill)) + option("style", s.fill.empty() ? "no" : "solid") + option("outline_color", rgba(s.stroke)) + option("outline_style", s.stroke.empty() ? "no" : dash) +
              option("outline_width", width) + option("outline_width_unit", "MM") + option("joinstyle", "bevel");
  } else if (geometry == GeometryKind::Line) {
    name = "SimpleLine";
    options = option("line_color", rgba(s.stroke)) + option("line_style", dash) + option("line_width", width) + option("line_width_unit", "MM") + option("capstyle", "round") + option("joinstyle", "round");
  } else {
    name = "SimpleMarker";
    options = option("name", "circle") + option("color", rgba(s.fill)) + option("outline_color", rgba(s.stroke)) + option("outline_style", s.stroke.empty() ? "no" : "solid") +
              option("outline_width", width) + option("size", orElse(s.size, "1.5")) + option("size_unit", "MM");
  }
  return "<layer class=\"" + name + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + options + "</Option></layer>";
}

std::string symbolOf(GeometryKind geometry, const QgisSymbol& s, std::size_t name) {
  const char* type = geometry == GeometryKind::Polygon ? "fill" : geometry == GeometryKind::Line ? "line" : "marker";
  return "<symbol type=\"" + std::string(type) + "\" name=\"" + std::to_string(name) + "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">" + layerOf(geometry, s) + "</symbol>";
}

std::string labelling(const QgisSymbol& s) {
  if (s.labelField.empty()) return {};
  return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"" + escaped(s.labelField) +
         "\" isExpression=\"0\" fontSize=\"9\" fontSizeUnit=\"Point\" textColor=\"" + rgba(s.stroke) + "\"><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\"/></text-style></settings></labeling>";
}

GeometryKind kindOf(const std::string& layer) {
  if (const auto* schema = findCityTable(layer)) return schema->geometry;
  if (const auto* table = findPlanTable(layer)) return table->schema.geometry;
  return GeometryKind::None;
}

}  // namespace

std::string qmlOf(GeometryKind geometry, const std::vector<QgisSymbol>& symbols) {
  const QgisSymbol& first = symbols.front();
  std::string renderer;
  if (first.field.empty()) {
    renderer = "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\" referencescale=\"-1\"><symbols>" + symbolOf(geometry, first, 0) + "</symbols></renderer-v2>";
  } else {
    std::string categories, all;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
      categories += "<category type=\"string\" value=\"" + escaped(symbols[i].value) + "\" label=\"" + escaped(symbols[i].label) + "\" symbol=\"" + std::to_string(i) + "\" render=\"true\"/>";
      all += symbolOf(geometry, symbols[i], i);
    }
    renderer = "<renderer-v2 type=\"categorizedSymbol\" attr=\"" + escaped(first.field) + "\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\" referencescale=\"-1\"><categories>" + categories +
               "</categories><symbols>" + all + "</symbols></renderer-v2>";
  }
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.40.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"" +
         std::string(first.labelField.empty() ? "0" : "1") + "\">" + renderer + labelling(first) + "<blendMode>0</blendMode><layerOpacity>1</layerOpacity></qgis>";
}

geo::Result<void> writeStyles(Database& database) {
  if (const auto done = database.run("DELETE FROM layer_styles WHERE owner = 'pianqu'"); !done) return done;
  std::vector<std::vector<QgisSymbol>> layers;
  const auto rows = plainCsv(kLayerStylesCsv);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto& c = rows[r];
    if (c.size() < 10) return geo::fail(geo::ErrorCode::Internal, "row " + std::to_string(r + 1) + " of qgis_layers.csv has too few cells");
    if (layers.empty() || layers.back().front().layer != c[0]) layers.emplace_back();
    layers.back().push_back({c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9]});
  }
  FeatureTable table{.name = "layer_styles"};
  for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD", "useAsDefault", "description", "owner"}) table.fields.push_back({name});
  table.columns.resize(table.fields.size());
  for (const auto& symbols : layers) {
    const std::string& layer = symbols.front().layer;
    const Value cells[] = {"", "", layer, "geom", "pianqu", qmlOf(kindOf(layer), symbols), "", std::int64_t{1}, "as shipped", "pianqu"};
    for (std::size_t f = 0; f < table.columns.size(); ++f) table.columns[f].push_back(cells[f]);
  }
  return database.insert(table);
}

}  // namespace pianqu::layers
