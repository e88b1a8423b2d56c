#include "layers/style/symbol_rows.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "layers/feature/table.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

template <class E, std::size_t N>
using Names = std::array<std::pair<std::string_view, E>, N>;

constexpr Names<SymbolShape, 3> kShapes{{{"area", SymbolShape::Area}, {"line", SymbolShape::Line}, {"point", SymbolShape::Point}}};
constexpr Names<Stage, 3> kStages{{{"base", Stage::Base}, {"existing", Stage::Existing}, {"planned", Stage::Planned}}};
constexpr Names<Hatch, 7> kHatches{{{"", Hatch::None}, {"diagonal", Hatch::Diagonal}, {"back", Hatch::BackDiagonal}, {"cross", Hatch::Cross},
                                    {"horizontal", Hatch::Horizontal}, {"vertical", Hatch::Vertical}, {"dots", Hatch::Dots}}};
constexpr Names<Marker, 14> kMarkers{{{"", Marker::None}, {"disc", Marker::Disc}, {"ring", Marker::Ring}, {"square", Marker::Square},
                                      {"filled_square", Marker::FilledSquare}, {"triangle", Marker::Triangle}, {"filled_triangle", Marker::FilledTriangle},
                                      {"diamond", Marker::Diamond}, {"cross", Marker::Cross}, {"plus", Marker::Plus}, {"tree", Marker::Tree},
                                      {"grate", Marker::Grate}, {"lift", Marker::Lift}, {"outfall", Marker::Outfall}}};

template <class E, std::size_t N>
std::string wordOf(E value, const Names<E, N>& names) {
  for (const auto& [name, each] : names) if (each == value) return std::string(name);
  return {};
}

std::string cellOf(double value) { return value == 0 ? std::string{} : toText(Value{value}); }
std::string cellOf(bool value) { return value ? "1" : ""; }
std::string cellOf(const std::optional<Colour>& colour) { return colour ? toHex(*colour) : std::string{}; }

/// Reads the cells of one row and keeps the first thing that is wrong.
class Cells {
 public:
  Cells(const CatalogueTable& table, const CatalogueRow& row) : m_table(table), m_row(row) {}

  std::string text(const std::string& column) {
    const auto it = m_row.find(column);
    if (it == m_row.end()) { refuse(column, "", "the column is missing"); return {}; }
    return it->second;
  }
  double number(const std::string& column, double absent) {
    const std::string cell = text(column);
    return cell.empty() ? absent : parse(column, cell);
  }
  std::optional<Colour> colour(const std::string& column) {
    const std::string cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto colour = parseColour(cell);
    if (!colour) refuse(column, cell, "write a colour as #rrggbb or #rrggbbaa");
    return colour;
  }
  std::vector<double> list(const std::string& column) {
    std::vector<double> values;
    const std::string cell = text(column);
    for (std::size_t from = 0; from < cell.size();) {
      const std::size_t to = std::min(cell.find(';', from), cell.size());
      values.push_back(parse(column, cell.substr(from, to - from)));
      from = to + 1;
    }
    if (values.size() % 2 != 0) refuse(column, cell, "dashes come in pairs: on;off");
    return values;
  }
  template <class E, std::size_t N>
  E oneOf(const std::string& column, const Names<E, N>& names) {
    const std::string cell = text(column);
    for (const auto& [name, value] : names) if (name == cell) return value;
    refuse(column, cell, "it is not a known word");
    return names.front().second;
  }
  const std::optional<geo::Error>& error() const { return m_error; }

 private:
  double parse(const std::string& column, const std::string& cell) {
    double value = 0;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (code != std::errc() || end != cell.data() + cell.size() || !(value >= 0)) refuse(column, cell, "write a number of 0 or more");
    return value;
  }
  void refuse(const std::string& column, const std::string& cell, const std::string& hint) {
    if (m_error) return;
    const auto key = m_row.find("key");
    m_error = geo::Error{ErrorCode::Invalid, "\"" + cell + "\" under " + column + " cannot be used", hint,
                         {.file = m_table.name + ".csv", .feature = key == m_row.end() ? "" : key->second}};
  }

  const CatalogueTable& m_table;
  const CatalogueRow& m_row;
  std::optional<geo::Error> m_error;
};

}  // namespace

geo::Result<Symbol> symbolFrom(const CatalogueTable& table, const CatalogueRow& row) {
  Cells cells(table, row);
  Symbol symbol;
  symbol.key = cells.text("key");
  symbol.zh = cells.text("zh");
  symbol.en = cells.text("en");
  symbol.shape = cells.oneOf("shape", kShapes);
  symbol.stage = cells.oneOf("stage", kStages);
  symbol.fill = cells.colour("fill");
  symbol.stroke = cells.colour("stroke");
  symbol.strokeMm = cells.number("stroke_mm", symbol.strokeMm);
  symbol.dashMm = cells.list("dash_mm");
  symbol.hatch = cells.oneOf("hatch", kHatches);
  symbol.hatchMm = cells.number("hatch_mm", symbol.hatchMm);
  symbol.letter = cells.text("letter");
  symbol.hasArrow = cells.text("arrow") == "1";
  symbol.hasCrosses = cells.text("crosses") == "1";
  symbol.marker = cells.oneOf("marker", kMarkers);
  symbol.markerMm = cells.number("marker_mm", 0);
  symbol.label.sizeMm = cells.number("label_mm", 0);
  symbol.label.colour = cells.colour("label_colour").value_or(Colour{});
  symbol.label.haloMm = cells.number("halo_mm", 0);
  symbol.label.isBold = cells.text("bold") == "1";
  symbol.label.priority = static_cast<int>(cells.number("priority", 0));
  symbol.maxScale = cells.number("max_scale", 0);
  symbol.labelMaxScale = cells.number("label_max_scale", 0);
  symbol.isInLegend = cells.text("legend") == "1";
  if (cells.error()) return tl::unexpected<geo::Error>(*cells.error());
  if (symbol.hatch != Hatch::None && symbol.hatchMm <= 0) return fail(ErrorCode::Invalid, "a hatch needs a distance above 0", {}, {.file = table.name + ".csv", .feature = symbol.key});
  return symbol;
}

CatalogueRow rowOf(const Symbol& symbol) {
  std::string dashes;
  for (const double part : symbol.dashMm) dashes += (dashes.empty() ? "" : ";") + toText(Value{part});
  return {{"key", symbol.key}, {"zh", symbol.zh}, {"en", symbol.en}, {"shape", wordOf(symbol.shape, kShapes)}, {"stage", wordOf(symbol.stage, kStages)}, {"fill", cellOf(symbol.fill)}, {"stroke", cellOf(symbol.stroke)},
          {"stroke_mm", toText(Value{symbol.strokeMm})}, {"dash_mm", dashes}, {"hatch", wordOf(symbol.hatch, kHatches)}, {"hatch_mm", toText(Value{symbol.hatchMm})}, {"letter", symbol.letter},
          {"arrow", cellOf(symbol.hasArrow)}, {"crosses", cellOf(symbol.hasCrosses)}, {"marker", wordOf(symbol.marker, kMarkers)}, {"marker_mm", cellOf(symbol.markerMm)}, {"label_mm", cellOf(symbol.label.sizeMm)},
          {"label_colour", toHex(symbol.label.colour)}, {"halo_mm", cellOf(symbol.label.haloMm)}, {"bold", cellOf(symbol.label.isBold)}, {"priority", cellOf(double(symbol.label.priority))},
          {"max_scale", cellOf(symbol.maxScale)}, {"label_max_scale", cellOf(symbol.labelMaxScale)}, {"legend", cellOf(symbol.isInLegend)}};
}

}  // namespace pianqu::layers
