#include "app/map/density_painter.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::app {

DensityPainter::DensityPainter(int sidePx) : m_side(sidePx), m_pixels(static_cast<std::size_t>(sidePx) * static_cast<std::size_t>(sidePx) * 4) {}

void DensityPainter::fill(const std::vector<geo::Ring<geo::XY>>& rings, QRgb rgb, double alpha) {
  geo::Box box;
  for (const auto& ring : rings)
    for (const geo::XY point : ring) box.add(point);
  if (box.isEmpty() || box.maxX <= 0 || box.maxY <= 0 || box.minX >= m_side || box.minY >= m_side) return;
  m_left = std::max(0, static_cast<int>(std::floor(box.minX)));
  m_top = std::max(0, static_cast<int>(std::floor(box.minY)));
  m_width = std::min(m_side, static_cast<int>(std::floor(box.maxX)) + 1) - m_left;
  m_height = std::min(m_side, static_cast<int>(std::floor(box.maxY)) + 1) - m_top;
  m_cover.assign(static_cast<std::size_t>(m_width + 2) * static_cast<std::size_t>(m_height), 0);
  for (const auto& ring : rings)
    for (std::size_t i = 0; i < ring.size(); ++i) edge(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
  flush(rgb, alpha);
}

/// Adds the signed area to the right of an edge, row by row, as differences along the row.
void DensityPainter::edge(geo::XY from, geo::XY to) {
  from = {from.x - m_left, from.y - m_top};
  to = {to.x - m_left, to.y - m_top};
  if (from.y == to.y) return;
  const double sign = from.y < to.y ? 1 : -1;
  if (sign < 0) std::swap(from, to);
  const double slope = (to.x - from.x) / (to.y - from.y);
  const double start = std::max(from.y, 0.0), end = std::min(to.y, static_cast<double>(m_height));
  for (double y = start; y < end;) {
    const int row = static_cast<int>(y);
    const double below = std::min<double>(row + 1, end);
    const double height = (below - y) * sign;
    float* cover = &m_cover[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width + 2)];
    double x0 = std::clamp(from.x + (y - from.y) * slope, 0.0, static_cast<double>(m_width)), x1 = std::clamp(from.x + (below - from.y) * slope, 0.0, static_cast<double>(m_width));
    y = below;
    if (x0 > x1) std::swap(x0, x1);
    const int first = static_cast<int>(x0), last = static_cast<int>(x1);
    if (first == last) {
      const double middle = (x0 + x1) / 2 - first;
      cover[first] += static_cast<float>(height * (1 - middle));
      cover[first + 1] += static_cast<float>(height * middle);
      continue;
    }
    // Over several pixels each takes its own piece of the edge.
    const double perPixel = height / (x1 - x0);
    for (int i = first; i <= last; ++i) {
      const double left = std::max<double>(x0, i), right = std::min<double>(x1, i + 1);
      const double through = (right - left) * perPixel;               // the height that the edge climbs within this pixel
      const double covered = through * (i + 1 - (left + right) / 2);
      cover[i] += static_cast<float>(covered);
      cover[i + 1] += static_cast<float>(through - covered);
    }
  }
}

void DensityPainter::flush(QRgb rgb, double alpha) {
  const auto a = static_cast<float>(alpha), r = static_cast<float>(qRed(rgb) / 255.0), g = static_cast<float>(qGreen(rgb) / 255.0), b = static_cast<float>(qBlue(rgb) / 255.0);
  m_isEmpty = false;
  for (int row = 0; row < m_height; ++row) {
    const float* cover = &m_cover[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width + 2)];
    float* pixel = &m_pixels[(static_cast<std::size_t>(m_top + row) * static_cast<std::size_t>(m_side) + static_cast<std::size_t>(m_left)) * 4];
    float sum = 0;
    for (int column = 0; column < m_width; ++column, pixel += 4) {
      sum += cover[column];
      const float part = std::min(std::abs(sum), 1.0F) * a;
      if (part <= 0) continue;
      const float rest = 1 - part;
      pixel[0] = pixel[0] * rest + r * part;
      pixel[1] = pixel[1] * rest + g * part;
      pixel[2] = pixel[2] * rest + b * part;
      pixel[3] = pixel[3] * rest + part;
    }
  }
}

void DensityPainter::line(const geo::Line<geo::XY>& line, double widthPx, QRgb rgb, double alpha) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const geo::XY a = line[i - 1], b = line[i];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length <= 0) continue;
    const geo::XY across = geo::XY{a.y - b.y, b.x - a.x} * (widthPx / 2 / length);
    fill({{a + across, b + across, b - across, a - across}}, rgb, alpha);
  }
}

void DensityPainter::dot(geo::XY at, double radiusPx, QRgb rgb, double alpha) {
  const double r = radiusPx * 0.886;  // a square of the disc's area
  fill({{{at.x - r, at.y - r}, {at.x + r, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r}}}, rgb, alpha);
}

QImage DensityPainter::image() const {
  QImage image(m_side, m_side, QImage::Format_ARGB32_Premultiplied);
  const auto byte = [](float part) { return static_cast<int>(part * 255.0F + 0.5F); };
  for (int row = 0; row < m_side; ++row) {
    auto* to = reinterpret_cast<QRgb*>(image.scanLine(row));
    const float* from = &m_pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_side) * 4];
    for (int column = 0; column < m_side; ++column, from += 4) to[column] = qRgba(byte(from[0]), byte(from[1]), byte(from[2]), byte(from[3]));
  }
  return image;
}

}  // namespace pianqu::app
