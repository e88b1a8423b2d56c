#include "layers/style/qgis_symbols.hpp"

namespace pianqu::layers {
namespace {

std::string option(const char* name, const std::string& value) {
  return std::string("<Option type=\"QString\" name=\"") + name + "\" value=\"" + xmlEscaped(value) + "\"/>";
}
std::string millimetres(const char* name, double value) { return option(name, numberText(value)) + option((std::string(name) + "_unit").c_str(), "MM"); }

/// A property that follows the feature: QGIS evaluates `expression` for each.
std::string follows(const char* property, const std::string& expression) {
  return std::string("<Option type=\"Map\" name=\"") + property + "\"><Option type=\"bool\" name=\"active\" value=\"true\"/>" + option("expression", expression) +
         "<Option type=\"int\" name=\"type\" value=\"3\"/></Option>";
}
std::string dataDefined(const std::string& properties) {
  return "<data_defined_properties><Option type=\"Map\"><Option type=\"QString\" name=\"name\" value=\"\"/><Option type=\"Map\" name=\"properties\">" + properties +
         "</Option><Option type=\"QString\" name=\"type\" value=\"collection\"/></Option></data_defined_properties>";
}

std::string layer(const char* kind, const std::string& options, const std::string& inside = {}) {
  return std::string("<layer class=\"") + kind + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" + options + "</Option>" + inside + "</layer>";
}
std::string inner(const char* type, const std::string& layers) {
  return std::string("<symbol type=\"") + type + "\" name=\"@0@0\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">" + layers + "</symbol>";
}

std::string dashes(const Symbol& symbol) {
  if (symbol.dashMm.empty()) return option("line_style", "solid");
  std::string pattern;
  for (const double part : symbol.dashMm) pattern += (pattern.empty() ? "" : ";") + numberText(part);
  return option("line_style", "solid") + option("use_custom_dash", "1") + option("customdash", pattern) + option("customdash_unit", "MM");
}

std::string line(const std::optional<Colour>& colour, double widthMm, const Symbol& dashed, const std::string& inside = {}) {
  return layer("SimpleLine", option("line_color", qgisColour(colour)) + millimetres("line_width", widthMm) + dashes(dashed) + option("capstyle", dashed.dashMm.empty() ? "round" : "flat") + option("joinstyle", "round"), inside);
}

/// A line with its width on the ground, in metres of the project.
std::string groundLine(const Colour& colour, const std::string& widthField, double moreM) {
  const std::string width = "coalesce(\"" + widthField + "\", 3)" + (moreM > 0 ? " + " + numberText(moreM) : "");
  return layer("SimpleLine", option("line_color", qgisColour(colour)) + option("line_width", "3") + option("line_width_unit", "MapUnit") + option("capstyle", "flat") + option("joinstyle", "round"),
               dataDefined(follows("outlineWidth", width)));
}

std::string alongLine(double intervalMm, const std::string& marker) {
  return layer("MarkerLine", option("interval", numberText(intervalMm)) + option("interval_unit", "MM") + option("placements", "Interval") + option("rotate", "1"), inner("marker", marker));
}

std::string simpleMarker(const char* shape, const std::optional<Colour>& fill, const std::optional<Colour>& stroke, double strokeMm, double sizeMm, const std::string& inside = {}) {
  return layer("SimpleMarker", option("name", shape) + option("color", qgisColour(fill)) + option("outline_color", qgisColour(stroke)) + option("outline_style", stroke ? "solid" : "no") +
                                   millimetres("outline_width", strokeMm) + millimetres("size", sizeMm), inside);
}

/// Letters, flow arrows and crosses of a line, as far apart as on our sheets.
std::string lineMarks(const Symbol& symbol) {
  constexpr double kLetterMm = 2.2, kLettersApartMm = 24, kArrowMm = 2, kArrowsApartMm = 16, kCrossMm = 1.6, kCrossesApartMm = 6;
  std::string marks;
  if (!symbol.letter.empty()) {
    marks += alongLine(kLettersApartMm, layer("FontMarker", option("chr", symbol.letter) + option("font", "Noto Sans CJK SC") + option("color", qgisColour(symbol.stroke)) + millimetres("size", kLetterMm)));
  }
  if (symbol.hasArrow) {
    marks += alongLine(kArrowsApartMm, simpleMarker("filled_arrowhead", symbol.stroke, std::nullopt, 0, kArrowMm,
                                                    dataDefined(follows("angle", "if(\"flow\" = -1, 180, 0)") + follows("size", "if(\"flow\" IN (1, -1), " + numberText(kArrowMm) + ", 0)"))));
  }
  if (symbol.hasCrosses) marks += alongLine(kCrossesApartMm, simpleMarker("cross2", std::nullopt, symbol.stroke, symbol.strokeMm, kCrossMm));
  return marks;
}

std::string hatchLines(const Symbol& symbol, double angleDeg) {
  Symbol solid = symbol;
  solid.dashMm.clear();
  return layer("LinePatternFill", option("angle", numberText(angleDeg)) + millimetres("distance", symbol.hatchMm), inner("line", line(symbol.stroke, symbol.strokeMm * 0.6, solid)));
}

std::string hatch(const Symbol& symbol) {
  switch (symbol.hatch) {
    case Hatch::None: return {};
    case Hatch::Diagonal: return hatchLines(symbol, 45);
    case Hatch::BackDiagonal: return hatchLines(symbol, 135);
    case Hatch::Cross: return hatchLines(symbol, 45) + hatchLines(symbol, 135);
    case Hatch::Horizontal: return hatchLines(symbol, 0);
    case Hatch::Vertical: return hatchLines(symbol, 90);
    case Hatch::Dots:
      return layer("PointPatternFill", millimetres("distance_x", symbol.hatchMm) + millimetres("distance_y", symbol.hatchMm), inner("marker", simpleMarker("circle", symbol.stroke, std::nullopt, 0, 0.4)));
  }
  return {};
}

std::string area(const Symbol& symbol) {
  const char* style = symbol.dashMm.empty() ? "solid" : symbol.dashMm.size() > 2 ? "dash dot" : "dash";
  std::string layers = layer("SimpleFill", option("color", qgisColour(symbol.fill)) + option("style", symbol.fill ? "solid" : "no") + option("outline_color", qgisColour(symbol.stroke)) +
                                               option("outline_style", symbol.stroke ? style : "no") + millimetres("outline_width", symbol.strokeMm) + option("joinstyle", "bevel"));
  layers += hatch(symbol);
  if (symbol.hasCrosses) {
    Symbol crossed = symbol;
    crossed.hatchMm = 3;
    layers += hatchLines(crossed, 45) + hatchLines(crossed, 135);
  }
  return layers;
}

std::string lineLayers(const StyleRule& rule, const std::string& widthField) {
  const Symbol& symbol = *rule.symbol;
  if (symbol.shape == SymbolShape::Area && !widthField.empty()) {
    constexpr double kEdgeM = 0.5;
    const std::string edge = rule.casing && rule.casing->stroke ? groundLine(*rule.casing->stroke, widthField, kEdgeM) : std::string{};
    return edge + groundLine(symbol.fill.value_or(Colour{255, 255, 255}), widthField, 0);
  }
  const std::string below = rule.casing ? line(rule.casing->stroke, rule.casing->strokeMm, *rule.casing) : std::string{};
  return below + line(symbol.stroke ? symbol.stroke : symbol.fill, symbol.strokeMm, symbol) + lineMarks(symbol);
}

std::string pointLayers(const Symbol& symbol) {
  const auto plain = [&](const char* shape, bool isFilled = true) {
    return simpleMarker(shape, isFilled ? symbol.fill : std::nullopt, symbol.stroke, symbol.strokeMm, symbol.markerMm > 0 ? symbol.markerMm : 1.5);
  };
  switch (symbol.marker) {
    case Marker::None: case Marker::Disc: case Marker::Ring: case Marker::Tree: return plain("circle");
    case Marker::Square: case Marker::FilledSquare: return plain("square");
    case Marker::Triangle: case Marker::FilledTriangle: return plain("triangle");
    case Marker::Diamond: return plain("diamond");
    case Marker::Cross: return plain("cross2", false);
    case Marker::Plus: return plain("cross", false);
    case Marker::Grate: return plain("square") + plain("cross", false);
    case Marker::Lift: return plain("square") + plain("cross2", false);
    case Marker::Outfall: return plain("half_square") + plain("circle");
  }
  return {};
}

}  // namespace

std::string qgisColour(const std::optional<Colour>& colour) {
  if (!colour) return "255,255,255,0";
  return std::to_string(colour->r) + "," + std::to_string(colour->g) + "," + std::to_string(colour->b) + "," + std::to_string(colour->a);
}

std::string qgisSymbol(const StyleRule& rule, GeometryKind geometry, const std::string& widthField, std::size_t name) {
  const bool isArea = geometry == GeometryKind::Polygon, isLine = geometry == GeometryKind::Line;
  const std::string layers = isArea ? area(*rule.symbol) : isLine ? lineLayers(rule, widthField) : pointLayers(*rule.symbol);
  return std::string("<symbol type=\"") + (isArea ? "fill" : isLine ? "line" : "marker") + "\" name=\"" + std::to_string(name) + "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">" + layers + "</symbol>";
}

}  // namespace pianqu::layers
