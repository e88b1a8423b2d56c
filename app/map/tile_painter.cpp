#include "app/map/tile_painter.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/map/tile_store.hpp"

namespace pianqu::app {
namespace {

constexpr double kSmallestDotPx = 1.4;

QColor straight(std::uint8_t r, std::uint8_t g, std::uint8_t b, std::uint8_t a) { return QColor::fromRgba(qUnpremultiply(qRgba(r, g, b, a))); }

class TilePainting {
 public:
  TilePainting(QPainter& painter, const GeometryTile& tile, const CameraView& view)
      : m_painter(painter), m_tile(tile), m_matrix(view.matrixFrom(tile.origin).toTransform()), m_pixelsPerMetre(view.pixelsPerMetre()) {}

  void fills() {
    // Without soft edges, or a seam would show where two triangles meet.
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i + 2 < m_tile.fillIndices.size(); i += 3) {
      QPointF corners[3];
      for (std::size_t k = 0; k < 3; ++k) {
        const FillVertex& vertex = m_tile.fills[m_tile.fillIndices[i + k]];
        corners[k] = m_matrix.map(QPointF(vertex.x, vertex.y));
      }
      const FillVertex& first = m_tile.fills[m_tile.fillIndices[i]];
      m_painter.setBrush(straight(first.r, first.g, first.b, first.a));
      m_painter.drawPolygon(corners, 3);
    }
  }

  void hatches() {
    constexpr Qt::BrushStyle kStyles[] = {Qt::NoBrush, Qt::BDiagPattern, Qt::FDiagPattern, Qt::DiagCrossPattern, Qt::HorPattern, Qt::VerPattern, Qt::Dense6Pattern};
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i + 2 < m_tile.hatchIndices.size(); i += 3) {
      QPointF corners[3];
      for (std::size_t k = 0; k < 3; ++k) {
        const HatchVertex& vertex = m_tile.hatches[m_tile.hatchIndices[i + k]];
        corners[k] = m_matrix.map(QPointF(vertex.x, vertex.y));
      }
      const HatchVertex& first = m_tile.hatches[m_tile.hatchIndices[i]];
      m_painter.setBrush(QBrush(straight(first.r, first.g, first.b, first.a), kStyles[static_cast<int>(first.kind)]));
      m_painter.drawPolygon(corners, 3);
    }
  }

  /// Four corners each, upper left first.
  void stamps() {
    if (!m_tile.atlas) return;
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    const QSizeF size(m_tile.atlas->image().size());
    for (std::size_t i = 0; i + 3 < m_tile.stamps.size(); i += 4) {
      const StampVertex &from = m_tile.stamps[i], &to = m_tile.stamps[i + 3];
      const bool isMarker = from.kind < 0.5F;
      if (!isMarker && 1 / m_pixelsPerMetre > from.limit) continue;
      m_painter.save();
      m_painter.translate(m_matrix.map(QPointF(from.x, from.y)));
      double scale = 1;
      if (isMarker && from.limit > 0) {
        const double half = std::max(std::abs(from.offsetX), std::abs(from.offsetY));
        scale = std::clamp(from.limit * m_pixelsPerMetre / half, std::min(kSmallestDotPx / half, 1.0), 1.0);
      }
      if (!isMarker) {
        double angle = std::atan2(from.alongY, from.alongX) * 180 / std::numbers::pi;
        if (from.kind > 1.5F && from.alongX < 0) angle += 180;
        m_painter.rotate(angle);
      }
      const QRectF part(from.u * size.width(), from.v * size.height(), (to.u - from.u) * size.width(), (to.v - from.v) * size.height());
      m_painter.drawImage(QRectF(QPointF(from.offsetX, from.offsetY) * scale, QPointF(to.offsetX, to.offsetY) * scale), m_tile.atlas->image(), part);
      m_painter.restore();
    }
  }

  /// Quads of two triangles each: 0 1 2, 1 3 2.
  void strokes() {
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i + 5 < m_tile.strokeIndices.size(); i += 6) {
      const StrokeVertex& from = m_tile.strokes[m_tile.strokeIndices[i]];
      const StrokeVertex& to = m_tile.strokes[m_tile.strokeIndices[i + 2]];
      if (from.side > 1.5F) disc(from);
      else segment(from, to);
    }
  }

 private:
  void disc(const StrokeVertex& vertex) {
    const double groundPx = vertex.halfM * m_pixelsPerMetre;
    const double halfPx = vertex.halfPx;
    const double radius = vertex.halfM > 0 ? std::clamp(groundPx, std::min(kSmallestDotPx, halfPx), halfPx) : vertex.halfM < 0 ? std::min(-groundPx, halfPx) : halfPx;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(straight(vertex.r, vertex.g, vertex.b, vertex.a));
    m_painter.drawEllipse(m_matrix.map(QPointF(vertex.x, vertex.y)), radius, radius);
    m_painter.setBrush(Qt::NoBrush);
  }

  void segment(const StrokeVertex& from, const StrokeVertex& to) {
    const double width = 2 * std::max<double>(from.halfPx, from.halfM * m_pixelsPerMetre);
    QPen pen(straight(from.r, from.g, from.b, from.a), width, Qt::SolidLine, Qt::FlatCap);
    if (from.dash[0] + from.dash[1] > 0) {
      QList<qreal> pattern;
      for (int i = 0; i < 4; ++i)
        if (i < 2 || from.dash[2] + from.dash[3] > 0) pattern.append(std::max(from.dash[i] / 4.0, 0.1) / width);
      pen.setDashPattern(pattern);
      pen.setDashOffset(from.alongM * m_pixelsPerMetre / width);
    } else if (width > 1.5) {
      pen.setCapStyle(Qt::RoundCap);
    }
    m_painter.setPen(pen);
    m_painter.drawLine(m_matrix.map(QPointF(from.x, from.y)), m_matrix.map(QPointF(to.x, to.y)));
  }

  QPainter& m_painter;
  const GeometryTile& m_tile;
  QTransform m_matrix;
  double m_pixelsPerMetre;
};

}  // namespace

void paintTile(QPainter& painter, const GeometryTile& tile, const CameraView& view) {
  TilePainting painting(painter, tile, view);
  painting.fills();
  painting.hatches();
  painting.strokes();
  painting.stamps();
}

QImage paintSquare(const TiledLayer& layer, const ScaleGroup& group, PyramidSquare square, geo::Progress& progress) {
  const geo::Box world = square.world();
  CameraView view;
  view.centre = world.centre();
  view.size = QSizeF(PyramidSquare::kSidePx, PyramidSquare::kSidePx);
  view.zoom = square.level + 1;   // 512 pixels a square are 2 * 256
  const geo::Box reach = world.grownBy(kReachPx / view.pixelsPerMetre());
  std::vector<GeometryTile> tiles;
  for (const FeatureLeaf& leaf : group.tree.leaves()) {
    if (!leaf.world.intersects(reach)) continue;
    auto tile = layer.makeTile(group, leaf, progress);
    if (progress.isCancelled()) return {};
    if (tile) tiles.push_back(std::move(*tile));
  }
  if (tiles.empty()) return {};
  QImage image(PyramidSquare::kSidePx, PyramidSquare::kSidePx, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  const auto fills = [&] { for (const auto& tile : tiles) TilePainting(painter, tile, view).fills(), TilePainting(painter, tile, view).hatches(); };
  const auto strokes = [&] { for (const auto& tile : tiles) TilePainting(painter, tile, view).strokes(); };
  if (layer.isFillAbove()) strokes(), fills();
  else fills(), strokes();
  for (const auto& tile : tiles) TilePainting(painter, tile, view).stamps();
  return image;
}

QImage paintView(const MapGeometry& geometry, const CameraView& view, double scaleDenominator, double pixelRatio) {
  QImage image((view.size * pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(pixelRatio);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  for (const auto& tile : geometry.tiles)
    if (tile.maxScale == 0 || scaleDenominator <= tile.maxScale) paintTile(painter, tile, view);
  return image;
}

}  // namespace pianqu::app
