#include <algorithm>
#include <cmath>

#include "app/map/camera_view.hpp"
#include "app/map/density_painter.hpp"
#include "app/map/scene_drawing.hpp"
#include "app/map/tiled_layer.hpp"

namespace pianqu::app {
namespace {

using PixelRing = geo::Ring<geo::XY>;

double signedArea(const PixelRing& ring) {
  double area = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const geo::XY a = ring[i], b = ring[i + 1 < ring.size() ? i + 1 : 0];
    area += a.x * b.y - b.x * a.y;
  }
  return area / 2;
}

double perimeter(const PixelRing& ring) {
  double length = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) length += std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
  return length;
}

/// How much of a filled shape its outline is, when both are a few pixels: an outline on a building of 2 px would be all of it.
constexpr double kOutlinePx = 0.4, kMostOutline = 0.5;

class LayerDensity {
 public:
  LayerDensity(const layers::LayerSource& source, const ProjectionGrid& grid, PyramidSquare square, double pixelsPerMm)
      : m_source(source), m_grid(grid), m_painter(PyramidSquare::kSidePx), m_corner(square.upperLeft()),
        m_pixelsPerMetre(PyramidSquare::kSidePx / PyramidSquare::sideM(square.level)), m_pixelsPerMm(pixelsPerMm) {}

  void add(std::uint32_t feature) {
    const layers::Symbol* symbol = m_source.symbol(feature);
    if (!symbol) return;
    if (symbol != m_symbol) {
      m_symbol = symbol;
      m_pen = penOf(*symbol, m_pixelsPerMm);
    }
    const layers::ShapeView shape = m_source.shape(feature);
    if (shape.polygons)
      for (const auto& polygon : *shape.polygons) addPolygon(polygon);
    const QColor colour = m_pen.stroke.isValid() ? m_pen.stroke : m_pen.fill;
    if (!shape.lines.empty()) {
      const QColor lineColour = symbol->shape == layers::SymbolShape::Area && m_pen.fill.isValid() ? m_pen.fill : colour;
      const double widthPx = std::max<double>(m_pen.widthPx, m_source.widthM(feature) * m_pixelsPerMetre * mercatorStretch(m_corner));
      for (const auto& line : shape.lines) m_painter.line(inPixels(line), widthPx, lineColour.rgb(), lineColour.alphaF());
    }
    const double groundPx = m_pen.groundRadiusM * mercatorStretch(m_corner) * m_pixelsPerMetre;
    for (const geo::XY point : shape.points) m_painter.dot(pixelOf(point), std::clamp(groundPx, std::min(1.0, double(m_pen.radiusPx)), double(m_pen.radiusPx)), colour.rgb(), colour.alphaF());
  }

  QImage image() const { return m_painter.isEmpty() ? QImage() : m_painter.image(); }

 private:
  geo::XY pixelOf(geo::XY point) const {
    const geo::XY world = m_grid.worldOf(point);
    return {(world.x - m_corner.x) * m_pixelsPerMetre, (m_corner.y - world.y) * m_pixelsPerMetre};
  }
  PixelRing inPixels(const std::vector<geo::XY>& path) const {
    PixelRing ring;
    ring.reserve(path.size());
    for (const geo::XY point : path) ring.push_back(pixelOf(point));
    return ring;
  }

  void addPolygon(const geo::Polygon<geo::XY>& polygon) {
    m_rings.clear();
    m_rings.push_back(inPixels(polygon.outer));
    const double area = signedArea(m_rings.front());
    for (const auto& hole : polygon.holes) {
      m_rings.push_back(inPixels(hole));
      // Holes turn against the outline, so that their cover is taken away.
      if ((signedArea(m_rings.back()) > 0) == (area > 0)) std::reverse(m_rings.back().begin(), m_rings.back().end());
    }
    if (!m_pen.fill.isValid() || m_pen.fill.alpha() == 0) {
      if (m_pen.stroke.isValid()) m_painter.line(m_rings.front(), m_pen.widthPx, m_pen.stroke.rgb(), m_pen.stroke.alphaF());
      return;
    }
    const double outline = m_pen.stroke.isValid() ? std::min(kMostOutline, perimeter(m_rings.front()) * kOutlinePx * std::min(m_pen.widthPx, 1.0F) / std::max(std::abs(area), 1e-9)) : 0;
    const auto mixed = [outline](int fill, int stroke) { return static_cast<int>(fill + (stroke - fill) * outline); };
    const QRgb fill = m_pen.fill.rgb(), stroke = m_pen.stroke.rgb();
    m_painter.fill(m_rings, qRgb(mixed(qRed(fill), qRed(stroke)), mixed(qGreen(fill), qGreen(stroke)), mixed(qBlue(fill), qBlue(stroke))), m_pen.fill.alphaF());
  }

  const layers::LayerSource& m_source;
  const ProjectionGrid& m_grid;
  DensityPainter m_painter;
  geo::XY m_corner;
  double m_pixelsPerMetre, m_pixelsPerMm;
  const layers::Symbol* m_symbol = nullptr;
  Pen m_pen;
  std::vector<PixelRing> m_rings;
};

}  // namespace

QImage TiledLayer::makeDensity(const ScaleGroup& group, PyramidSquare square, geo::Progress& progress) const {
  LayerDensity density(*m_source, m_grid, square, m_pixelsPerMm);
  const geo::Box world = square.world().grownBy(3 * PyramidSquare::sideM(square.level) / PyramidSquare::kSidePx);
  for (const FeatureLeaf& leaf : group.tree.leaves()) {
    if (!leaf.world.intersects(world)) continue;
    if (progress.isCancelled()) return {};
    for (const std::uint32_t feature : group.tree.featuresOf(leaf)) density.add(feature);
  }
  return density.image();
}

}  // namespace pianqu::app
