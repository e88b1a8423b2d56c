#pragma once

#include <QColor>
#include <QString>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::app {

/// One text that a layer would like to have on the map.
struct LabelWish {
  QString text;
  QString shortText;           ///< first line of several: shown where the whole text is wider than its feature; empty: none
  double featureWidthM = 0;    ///< Web Mercator; of a line its length
  geo::XY world;               ///< Web Mercator
  double abovePx = 0;          ///< how far above its place it stands: the text of a point, over its marker
  double angleDeg = 0;         ///< counter-clockwise from east, of a text along a line
  bool isAlong = false;        ///< lies along a line, and is left out where it is longer than the line
  double sizePx = 12;
  QColor colour;
  bool isBold = false;
  int priority = 0;
  double maxScale = 0;
};

using LabelSet = std::vector<LabelWish>;   ///< most important first

/// Texts of the layer's items.
/// errors  Invalid when a place cannot be projected
geo::Result<LabelSet> labelsOf(const layers::Scene& scene, const layers::SceneLayer& layer, const geo::Crs& crs, double pixelsPerMm);
/// Largest scale denominator at which `symbol` shows texts; 0: always.
double labelScaleOf(const layers::Symbol& symbol);

}  // namespace pianqu::app
