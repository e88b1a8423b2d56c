#pragma once

#include <QImage>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::app {

/// Paints shapes that may be far smaller than a pixel: each adds the part of the pixel that it covers, so that a thousand buildings of a
/// hundredth of a pixel make the grey that they are. In floating point, since such parts vanish in 8 bits.
///
/// accuracy  covered areas exact; shapes of one colour that share a pixel are taken as lying beside each other only as far as "over" does
class DensityPainter {
 public:
  explicit DensityPainter(int sidePx);

  /// Rings in pixels, y down, even-odd by winding; `rgb` not premultiplied, `alpha` 0 to 1.
  void fill(const std::vector<geo::Ring<geo::XY>>& rings, QRgb rgb, double alpha);
  void line(const geo::Line<geo::XY>& line, double widthPx, QRgb rgb, double alpha);
  void dot(geo::XY at, double radiusPx, QRgb rgb, double alpha);

  bool isEmpty() const { return m_isEmpty; }
  QImage image() const;   ///< ARGB32_Premultiplied

 private:
  void edge(geo::XY from, geo::XY to);
  void flush(QRgb rgb, double alpha);

  int m_side;
  bool m_isEmpty = true;
  std::vector<float> m_pixels;        ///< red, green, blue, alpha, premultiplied, 0 to 1
  std::vector<float> m_cover;         ///< signed, of the window below
  int m_left = 0, m_top = 0, m_width = 0, m_height = 0;
};

}  // namespace pianqu::app
