#include "layers/style/qgis_style.hpp"
#include "layers/style/style_rules.hpp"

namespace pianqu::layers {
namespace {

using Kind = StyleRule::Kind;

constexpr double kPixelMm = 0.28;   ///< OGC 05-077r4: the pixel of a scale denominator

std::string px(double mm) { return numberText(std::max(1, static_cast<int>(mm / kPixelMm * 100 + 0.5)) / 100.0); }
std::string parameter(const char* name, const std::string& value) { return std::string("<se:SvgParameter name=\"") + name + "\">" + value + "</se:SvgParameter>"; }
std::string rgb(Colour colour) {
  colour.a = 255;
  return toHex(colour);
}
std::string opacity(Colour colour) { return numberText(static_cast<int>(colour.a * 1000 / 255.0 + 0.5) / 1000.0); }

std::string equality(const FieldEquals& each) {
  return "<ogc:PropertyIsEqualTo><ogc:PropertyName>" + xmlEscaped(each.field) + "</ogc:PropertyName><ogc:Literal>" + xmlEscaped(each.value) + "</ogc:Literal></ogc:PropertyIsEqualTo>";
}
std::string both(const std::vector<std::string>& conditions) {
  std::string all;
  for (const auto& each : conditions) all += each;
  return conditions.size() == 1 ? all : "<ogc:And>" + all + "</ogc:And>";
}
std::string holds(const std::vector<FieldEquals>& equals) {
  std::vector<std::string> all;
  for (const FieldEquals& each : equals) all.push_back(equality(each));
  return both(all);
}
std::string bound(const char* comparison, const std::string& field, double value) {
  return std::string("<ogc:") + comparison + "><ogc:PropertyName>" + xmlEscaped(field) + "</ogc:PropertyName><ogc:Literal>" + numberText(value) + "</ogc:Literal></ogc:" + comparison + ">";
}

std::string filterOf(const std::vector<StyleRule>& rules, const StyleRule& rule) {
  std::vector<std::string> all;
  switch (rule.kind) {
    case Kind::Other: return rules.size() == 1 ? std::string{} : "<se:ElseFilter/>";
    case Kind::Empty: all.push_back("<ogc:PropertyIsNull><ogc:PropertyName>" + xmlEscaped(rule.field) + "</ogc:PropertyName></ogc:PropertyIsNull>"); break;
    case Kind::Range:
      if (rule.low) all.push_back(bound(rule.isLowOpen ? "PropertyIsGreaterThan" : "PropertyIsGreaterThanOrEqualTo", rule.field, *rule.low));
      if (rule.high) all.push_back(bound("PropertyIsLessThanOrEqualTo", rule.field, *rule.high));
      break;
    case Kind::Equal:
      all.push_back(holds(rule.equals));
      for (const std::size_t i : rule.yieldsTo) all.push_back("<ogc:Not>" + holds(rules[i].equals) + "</ogc:Not>");
  }
  return all.empty() ? std::string{} : "<ogc:Filter>" + both(all) + "</ogc:Filter>";
}

std::string stroke(Colour colour, const std::string& width, const Symbol& symbol) {
  std::string text = "<se:Stroke>" + parameter("stroke", rgb(colour)) + (colour.a < 255 ? parameter("stroke-opacity", opacity(colour)) : "") + parameter("stroke-width", width) + parameter("stroke-linejoin", "round");
  std::string dashes;
  for (const double part : symbol.dashMm) dashes += (dashes.empty() ? "" : " ") + px(part);
  return text + (dashes.empty() ? "" : parameter("stroke-dasharray", dashes)) + "</se:Stroke>";
}

std::string fill(Colour colour) { return "<se:Fill>" + parameter("fill", rgb(colour)) + (colour.a < 255 ? parameter("fill-opacity", opacity(colour)) : "") + "</se:Fill>"; }

const char* hatchMark(Hatch hatch) {
  switch (hatch) {
    case Hatch::None: return nullptr;
    case Hatch::Diagonal: return "shape://slash";
    case Hatch::BackDiagonal: return "shape://backslash";
    case Hatch::Cross: return "shape://times";
    case Hatch::Horizontal: return "shape://horline";
    case Hatch::Vertical: return "shape://vertline";
    case Hatch::Dots: return "shape://dot";
  }
  return nullptr;
}

std::string areaSymbolizers(const Symbol& symbol) {
  std::string text;
  const Colour ink = symbol.stroke.value_or(Colour{});
  if (symbol.fill || symbol.stroke)
    text += "<se:PolygonSymbolizer>" + (symbol.fill ? fill(*symbol.fill) : "") + (symbol.stroke ? stroke(ink, px(symbol.strokeMm), symbol) : "") + "</se:PolygonSymbolizer>";
  if (const char* mark = hatchMark(symbol.hatch)) {
    text += "<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>" + std::string(mark) + "</se:WellKnownName><se:Stroke>" + parameter("stroke", rgb(ink)) +
            parameter("stroke-width", "0.5") + "</se:Stroke></se:Mark><se:Size>" + px(symbol.hatchMm) + "</se:Size></se:Graphic></se:GraphicFill></se:Fill></se:PolygonSymbolizer>";
  }
  return text;
}

std::string onGround(Colour colour, const std::string& width) {
  return "<se:LineSymbolizer uom=\"http://www.opengeospatial.org/se/units/metre\"><se:Stroke>" + parameter("stroke", rgb(colour)) + parameter("stroke-width", width) + parameter("stroke-linejoin", "round") + "</se:Stroke></se:LineSymbolizer>";
}

std::string lineSymbolizers(const StyleRule& rule, const std::string& widthField) {
  const Symbol& symbol = *rule.symbol;
  if (symbol.shape == SymbolShape::Area && !widthField.empty()) {
    const std::string width = "<ogc:PropertyName>" + xmlEscaped(widthField) + "</ogc:PropertyName>";
    const std::string wider = "<ogc:Add>" + width + "<ogc:Literal>0.5</ogc:Literal></ogc:Add>";
    return (rule.casing && rule.casing->stroke ? onGround(*rule.casing->stroke, wider) : "") + onGround(symbol.fill.value_or(Colour{255, 255, 255}), width);
  }
  const auto one = [](const Symbol& each) { return "<se:LineSymbolizer>" + stroke(each.stroke.value_or(Colour{}), px(each.strokeMm), each) + "</se:LineSymbolizer>"; };
  return (rule.casing && rule.casing->stroke ? one(*rule.casing) : "") + one(symbol);
}

const char* wellKnownName(Marker marker) {
  switch (marker) {
    case Marker::None: case Marker::Disc: case Marker::Ring: case Marker::Tree: case Marker::Outfall: return "circle";
    case Marker::Square: case Marker::FilledSquare: case Marker::Grate: case Marker::Lift: return "square";
    case Marker::Triangle: case Marker::FilledTriangle: return "triangle";
    case Marker::Diamond: return "square";
    case Marker::Cross: return "x";
    case Marker::Plus: return "cross";
  }
  return "circle";
}

std::string pointSymbolizers(const Symbol& symbol) {
  return "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>" + std::string(wellKnownName(symbol.marker)) + "</se:WellKnownName>" + (symbol.fill ? fill(*symbol.fill) : "") +
         (symbol.stroke ? stroke(*symbol.stroke, px(symbol.strokeMm), {}) : "") + "</se:Mark><se:Size>" + px(symbol.markerMm > 0 ? symbol.markerMm : 1.5) + "</se:Size>" +
         (symbol.marker == Marker::Diamond ? "<se:Rotation>45</se:Rotation>" : "") + "</se:Graphic></se:PointSymbolizer>";
}

std::string label(const Symbol& symbol, const ThemeLayer& layer) {
  if (layer.label.empty() || !symbol.label.isShown()) return {};
  std::string text;
  for (const auto& part : labelPartsOf(layer.label)) {
    if (!text.empty()) text += "/";
    for (const LabelPiece& piece : part) text += piece.isField ? "<ogc:PropertyName>" + xmlEscaped(piece.text) + "</ogc:PropertyName>" : xmlEscaped(piece.text);
  }
  return "<se:TextSymbolizer><se:Label>" + text + "</se:Label><se:Font>" + parameter("font-family", "Noto Sans CJK SC") + parameter("font-size", px(symbol.label.sizeMm)) +
         (symbol.label.isBold ? parameter("font-weight", "bold") : "") + "</se:Font>" +
         (symbol.label.haloMm > 0 ? "<se:Halo><se:Radius>" + px(symbol.label.haloMm) + "</se:Radius><se:Fill>" + parameter("fill", "#ffffff") + "</se:Fill></se:Halo>" : "") + fill(symbol.label.colour) + "</se:TextSymbolizer>";
}

std::string ruleHead(const std::vector<StyleRule>& rules, const StyleRule& rule, double maxScale) {
  const Symbol& symbol = *rule.symbol;
  return "<se:Rule><se:Name>" + xmlEscaped(symbol.key) + "</se:Name><se:Description><se:Title>" + xmlEscaped(symbol.zh) + "</se:Title></se:Description>" + filterOf(rules, rule) +
         (maxScale > 0 ? "<se:MaxScaleDenominator>" + numberText(maxScale) + "</se:MaxScaleDenominator>" : "");
}

}  // namespace

std::string toSld(const Theme& theme, const ThemeLayer& layer, GeometryKind geometry) {
  const std::vector<StyleRule> rules = rulesOf(theme, layer);
  std::string symbols, texts;
  for (const StyleRule& rule : rules) {
    const Symbol& symbol = *rule.symbol;
    symbols += ruleHead(rules, rule, symbol.maxScale) + (geometry == GeometryKind::Polygon ? areaSymbolizers(symbol) : geometry == GeometryKind::Line ? lineSymbolizers(rule, layer.widthField) : pointSymbolizers(symbol)) + "</se:Rule>\n";
    const std::string text = label(symbol, layer);
    if (!text.empty()) texts += ruleHead(rules, rule, symbol.labelMaxScale > 0 ? symbol.labelMaxScale : symbol.maxScale) + text + "</se:Rule>\n";
  }
  const std::string name = xmlEscaped(layer.table);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<StyledLayerDescriptor xmlns=\"http://www.opengis.net/sld\" xmlns:se=\"http://www.opengis.net/se\" xmlns:ogc=\"http://www.opengis.net/ogc\" version=\"1.1.0\">\n"
         "<NamedLayer><se:Name>" + name + "</se:Name><UserStyle><se:Name>" + xmlEscaped(theme.key) + "</se:Name>\n<se:FeatureTypeStyle>\n" + symbols + "</se:FeatureTypeStyle>\n" +
         (texts.empty() ? "" : "<se:FeatureTypeStyle>\n" + texts + "</se:FeatureTypeStyle>\n") + "</UserStyle></NamedLayer></StyledLayerDescriptor>\n";
}

}  // namespace pianqu::layers
