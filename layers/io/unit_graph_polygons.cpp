#include <cmath>

#include "geo/coverage/contiguity.hpp"
#include "geo/crs/crs.hpp"
#include "geo/measure/measure.hpp"
#include "layers/feature/table.hpp"
#include "layers/io/reader.hpp"
#include "layers/io/unit_graph_reader.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr double kToleranceM = 0.01;

std::string listOf(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

geo::Ring<geo::XY> toXY(const geo::Ring<geo::RawXY>& ring) {
  geo::Ring<geo::XY> result;
  for (const geo::RawXY p : ring) result.push_back({p.a, p.b});
  return result;
}

class PolygonUnits {
 public:
  PolygonUnits(RawLayer layer, const UnitGraphRequest& request) : m_layer(std::move(layer)), m_request(request) {}

  geo::Result<UnitGraph> read(geo::Progress& progress) {
    if (auto done = readShapes(); !done) return fail(std::move(done));
    if (auto done = project(); !done) return fail(std::move(done));
    measure();
    if (auto done = readColumns(); !done) return fail(std::move(done));
    if (!m_request.edgesPath.empty()) return std::move(m_graph);
    const auto borders = geo::sharedBorders(m_shapes, kToleranceM, progress);
    if (!borders) return fail(borders);
    for (const geo::SharedBorder& border : *borders) m_graph.edges.push_back({border.a, border.b, border.sharedM, 0});
    if (m_graph.edges.empty() && m_graph.size() > 1) {
      m_graph.remarks.push_back({geo::Severity::Warning, "no-shared-border", "no two polygons share a border, so that each is by itself; give --edges for units with land between them", {.file = m_request.unitsPath}});
    }
    return std::move(m_graph);
  }

 private:
  geo::Where where(std::size_t row) const { return {.file = m_request.unitsPath, .layer = m_layer.name, .feature = m_layer.rowNames[row]}; }

  geo::Result<void> readShapes() {
    for (std::size_t row = 0; row < m_layer.rowCount(); ++row) {
      const auto* raw = row < m_layer.geometries.size() ? std::get_if<RawGeometry::Polygons>(&m_layer.geometries[row].value) : nullptr;
      if (raw == nullptr) return fail(ErrorCode::Invalid, "the unit is no polygon", "give polygons, or a CSV of units and one of edges", where(row));
      geo::MultiPolygon<geo::XY> shape;
      for (const auto& polygon : raw->polygons) {
        shape.push_back({toXY(polygon.outer), {}});
        for (const auto& hole : polygon.holes) shape.back().holes.push_back(toXY(hole));
      }
      m_shapes.push_back(std::move(shape));
    }
    return {};
  }

  /// Degrees become metres of equal area around the middle of the layer.
  geo::Result<void> project() {
    geo::Box box;
    for (const auto& shape : m_shapes) box.add(geo::boxOf(shape));
    const bool isDeclared = !m_layer.crsText.empty();
    const bool looksLikeDegrees = !box.isEmpty() && box.minX >= -180 && box.maxX <= 180 && box.minY >= -90 && box.maxY <= 90;
    if (!isDeclared && !looksLikeDegrees) return {};
    auto from = isDeclared ? geo::Crs::fromText(m_layer.crsText) : geo::Crs::wgs84LonLat();
    if (!from) {
      if (looksLikeDegrees) from = geo::Crs::wgs84LonLat();
      else return {};
    }
    if (!from->isGeographic()) return {};
    const geo::XY middle = box.centre();
    const auto to = geo::Crs::fromText("+proj=laea +lat_0=" + std::to_string(middle.y) + " +lon_0=" + std::to_string(middle.x) + " +datum=WGS84 +units=m +no_defs");
    if (!to) return fail(to);
    std::vector<geo::XY> points;
    eachPoint([&](geo::XY& p) { points.push_back(p); });
    if (auto done = geo::transform(*from, *to, points); !done) return done;
    std::size_t next = 0;
    eachPoint([&](geo::XY& p) { p = points[next++]; });
    return {};
  }

  template <class Visit>
  void eachPoint(Visit visit) {
    for (auto& shape : m_shapes) {
      for (auto& polygon : shape) {
        for (auto& p : polygon.outer) visit(p);
        for (auto& hole : polygon.holes) for (auto& p : hole) visit(p);
      }
    }
  }

  void measure() {
    const auto idColumn = m_layer.columnOf(m_request.idColumn);
    for (std::size_t row = 0; row < m_shapes.size(); ++row) {
      m_graph.ids.push_back(idColumn ? toText(m_layer.columns[*idColumn][row]) : m_layer.rowNames[row]);
      m_graph.centres.push_back(geo::centroidOf(m_shapes[row]));
      m_graph.areaM2.push_back(geo::areaOf(m_shapes[row]).value);
      m_graph.perimeterM.push_back(geo::perimeterOf(m_shapes[row]).value);
    }
  }

  geo::Result<std::size_t> require(const std::string& name) const {
    if (const auto column = m_layer.columnOf(name)) return *column;
    return fail(ErrorCode::NotFound, "there is no column " + name, "the layer has: " + listOf(m_layer.headings), {.file = m_request.unitsPath, .layer = m_layer.name});
  }

  geo::Result<void> readNumbers(const std::string& name, bool isAmount) {
    const auto column = require(name);
    if (!column) return fail(column);
    m_graph.columns.push_back(name);
    auto& values = m_graph.numbers.emplace_back();
    for (std::size_t row = 0; row < m_shapes.size(); ++row) {
      const Value& cell = m_layer.columns[*column][row];
      const auto value = toNumber(cell);
      const bool isEmpty = toText(cell).empty();
      const bool isUsable = value ? std::isfinite(*value) && (!isAmount || *value >= 0) : isEmpty && !isAmount;
      if (!isUsable) return fail(ErrorCode::Invalid, "column " + name + ": " + (isEmpty ? "an empty cell" : "\"" + toText(cell) + "\"") + " is no amount of 0 or more", "fill in a number, or take the row out", where(row));
      values.push_back(value.value_or(std::nan("")));
    }
    return {};
  }

  geo::Result<void> readColumns() {
    for (const std::string& name : m_request.sums) if (auto done = readNumbers(name, true); !done) return done;
    for (const std::string& name : m_request.traits) if (auto done = readNumbers(name, false); !done) return done;
    for (const std::string& name : m_request.traitsIfAny) {
      if (m_layer.columnOf(name)) if (auto done = readNumbers(name, false); !done) return done;
    }
    if (m_request.wholeColumn.empty()) return {};
    const auto column = require(m_request.wholeColumn);
    if (!column) return fail(column);
    for (const Value& cell : m_layer.columns[*column]) m_graph.groups.push_back(toText(cell));
    return {};
  }

  RawLayer m_layer;
  const UnitGraphRequest& m_request;
  std::vector<geo::MultiPolygon<geo::XY>> m_shapes;
  UnitGraph m_graph;
};

}  // namespace

geo::Result<UnitGraph> readUnitPolygons(const UnitGraphRequest& request, geo::Progress& progress) {
  auto file = readFile(request.unitsPath, {.layer = request.layer}, progress);
  if (!file) return fail(std::move(file));
  if (file->layers.size() != 1) {
    std::vector<std::string> names;
    for (const RawLayer& layer : file->layers) names.push_back(layer.name);
    return fail(ErrorCode::Undecided, "the file has " + std::to_string(names.size()) + " layers with rows", names.empty() ? "give a file with polygons" : "name one with --layer: " + listOf(names), {.file = request.unitsPath});
  }
  return PolygonUnits(std::move(file->layers.front()), request).read(progress);
}

}  // namespace pianqu::layers
