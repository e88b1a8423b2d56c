#include "layers/plan/red_line.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::layers {
namespace {

using geo::fail;
using geo::XY;

std::int64_t hundredths(double quantity) { return std::llround(quantity * 100); }

geo::BoxIndex indexOf(const std::vector<geo::MultiPolygon<XY>>& shapes) {
  std::vector<geo::Box> boxes;
  for (const auto& shape : shapes) boxes.push_back(geo::boxOf(shape));
  return geo::BoxIndex(boxes);
}

}  // namespace

double roundedQuantity(double quantity) { return static_cast<double>(hundredths(quantity)) / 100; }

RedLines::RedLines(const City& city) {
  for (const Estate& estate : city.estates) {
    if (!estate.shape.empty()) m_shapes.push_back(estate.shape);
  }
  m_index = indexOf(m_shapes);
}

geo::Result<geo::MultiPolygon<XY>> RedLines::near(const geo::Box& box) const {
  const auto found = box.isEmpty() ? std::vector<std::size_t>() : m_index.find(box);
  if (found.size() == 1) return m_shapes[found.front()];
  geo::MultiPolygon<XY> all;
  for (const std::size_t i : found) all.insert(all.end(), m_shapes[i].begin(), m_shapes[i].end());
  if (all.empty()) return all;
  return geo::unionOf(all);
}

geo::Result<double> RedLines::insideShare(const geo::XYGeometry& geometry) const {
  const auto area = near(geo::boxOf(geometry));
  if (!area) return fail(area);
  if (area->empty()) return 0.0;
  if (const auto* points = std::get_if<geo::XYGeometry::Points>(&geometry.value)) {
    const auto inside = std::count_if(points->points.begin(), points->points.end(), [&area](XY p) { return geo::contains(*area, p); });
    return points->points.empty() ? 0.0 : static_cast<double>(inside) / static_cast<double>(points->points.size());
  }
  if (const auto* lines = std::get_if<geo::XYGeometry::Lines>(&geometry.value)) {
    const auto parts = geo::splitLines(lines->lines, *area);
    if (!parts) return fail(parts);
    const double inside = geo::lengthOf(parts->inside).value, all = inside + geo::lengthOf(parts->outside).value;
    return all > 0 ? inside / all : 0.0;
  }
  const auto& polygons = std::get<geo::XYGeometry::Polygons>(geometry.value).polygons;
  const double all = geo::areaOf(polygons).value;
  if (all <= 0) return 0.0;
  const auto inside = geo::intersectionOf(polygons, *area);
  if (!inside) return fail(inside);
  return std::clamp(geo::areaOf(*inside).value / all, 0.0, 1.0);
}

geo::Result<RedLineSplit> RedLines::split(const geo::XYGeometry& geometry, double quantity) const {
  const std::int64_t whole = hundredths(quantity);
  if (geometry.isEmpty()) return RedLineSplit{0, static_cast<double>(whole) / 100};
  const auto share = insideShare(geometry);
  if (!share) return fail(share);
  // The overlay's rounding must not leave a hundredth on the wrong side of a geometry that is wholly on the other.
  const double clean = *share > 1 - 1e-9 ? 1 : *share < 1e-9 ? 0 : *share;
  const std::int64_t inside = std::llround(static_cast<double>(whole) * clean);
  return RedLineSplit{static_cast<double>(inside) / 100, static_cast<double>(whole - inside) / 100};
}

geo::Result<RedLineParts> RedLines::cut(const geo::XYGeometry& geometry) const {
  using G = geo::XYGeometry;
  RedLineParts parts;
  const auto area = near(geo::boxOf(geometry));
  if (!area) return fail(area);
  if (area->empty()) {
    parts.outside = geometry;
  } else if (const auto* points = std::get_if<G::Points>(&geometry.value)) {
    G::Points inside, outside;
    for (const XY p : points->points) (geo::contains(*area, p) ? inside : outside).points.push_back(p);
    if (!inside.points.empty()) parts.inside.value = std::move(inside);
    if (!outside.points.empty()) parts.outside.value = std::move(outside);
  } else if (const auto* lines = std::get_if<G::Lines>(&geometry.value)) {
    auto split = geo::splitLines(lines->lines, *area);
    if (!split) return fail(split);
    if (!split->inside.empty()) parts.inside.value = G::Lines{std::move(split->inside)};
    if (!split->outside.empty()) parts.outside.value = G::Lines{std::move(split->outside)};
  } else if (const auto* polygons = std::get_if<G::Polygons>(&geometry.value)) {
    auto inside = geo::intersectionOf(polygons->polygons, *area), outside = geo::differenceOf(polygons->polygons, *area);
    if (!inside || !outside) return fail(!inside ? inside : outside);
    if (!inside->empty()) parts.inside.value = G::Polygons{std::move(*inside)};
    if (!outside->empty()) parts.outside.value = G::Polygons{std::move(*outside)};
  }
  return parts;
}

geo::Result<void> RedLines::apply(Measure& measure) const {
  const auto parts = split(measure.geometry, measure.quantity);
  if (!parts) return fail(parts);
  measure.quantity = roundedQuantity(measure.quantity);
  measure.quantityInside = parts->inside;
  measure.quantityOutside = parts->outside;
  return {};
}

}  // namespace pianqu::layers
