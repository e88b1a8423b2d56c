#pragma once

#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "layers/style/style.hpp"

namespace pianqu::app {

/// Small pictures that stand on the map at a size in pixels: markers of points, flow arrows, letters and crosses along lines. Drawn once by the code
/// that draws them on paper, side by side in one picture.
class StampAtlas {
 public:
  enum class Kind { Marker, Arrow, Letter, Cross };
  struct Stamp {
    QRectF part;        ///< of the picture, 0 to 1
    QSizeF halfPx;      ///< half the size on the screen
    double shift = 0;   ///< of a letter, along the way to its neighbour: lines of several kinds side by side keep their letters apart
  };

  /// Stamps of the symbols that have some; at twice the pixels, so that they stay sharp on a dense screen. Letters need a QGuiApplication.
  static std::shared_ptr<const StampAtlas> make(const std::vector<const layers::Symbol*>& symbols, double pixelsPerMm);

  const Stamp* find(Kind kind, const std::string& symbolKey) const;
  const QImage& image() const { return m_image; }

 private:
  QImage m_image;
  std::map<std::pair<Kind, std::string>, Stamp> m_stamps;
};

}  // namespace pianqu::app
