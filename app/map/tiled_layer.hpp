#pragma once

#include <QImage>
#include <memory>
#include <optional>
#include <vector>

#include "app/map/feature_tree.hpp"
#include "app/map/label_set.hpp"
#include "app/map/map_geometry.hpp"
#include "app/map/projection_grid.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "layers/scene/layer_source.hpp"

namespace pianqu::app {

/// A square of the Web Mercator pyramid: level 0 is the world, each next level halves the side. y counts from the north.
struct PyramidSquare {
  int level = 0, x = 0, y = 0;
  auto operator<=>(const PyramidSquare&) const = default;

  static constexpr int kSidePx = 512;
  static double sideM(int level);
  /// The level whose pixels are about as large as those of a screen with `pixelsPerMetre`, rather smaller.
  static int levelFor(double pixelsPerMetre);
  geo::Box world() const;
  geo::XY upperLeft() const { return {world().minX, world().maxY}; }
  PyramidSquare parent() const { return {level - 1, x >> 1, y >> 1}; }
};

/// The features of a layer that vanish at the same scale.
struct ScaleGroup {
  double maxScale = 0;             ///< largest scale denominator at which they are drawn; 0: always
  FeatureTree tree;
};

/// One layer of the map, ready to be drawn piece by piece: where its features are, and how a piece is made when somebody looks at it.
/// Nothing in it changes; pieces are made in any thread.
class TiledLayer {
 public:
  /// errors  Invalid when the layer lies where the projection cannot carry it; Cancelled
  /// cost    0.4 us a feature; 8 bytes a feature are kept, the shapes stay in the source
  static geo::Result<std::shared_ptr<const TiledLayer>> build(layers::LayerSourcePtr source, const geo::Crs& crs, double pixelsPerMm,
                                                             geo::Progress& progress = geo::noProgress());

  const layers::LayerSource& source() const { return *m_source; }
  const std::vector<ScaleGroup>& groups() const { return m_groups; }
  const geo::Box& world() const { return m_world; }
  std::size_t featureCount() const { return m_featureCount; }
  bool isFillAbove() const { return !m_source->layer().widthField.empty(); }
  const layers::Symbol* firstSymbol() const { return m_firstSymbol; }
  double pixelsPerMm() const { return m_pixelsPerMm; }
  /// Features that look the same in both are drawn with the same pixels: same projection, and each symbol that both have is the same.
  bool hasSameStyle(const TiledLayer& other) const;

  /// True when so much of the group is in a view of `viewPx` pixels at this scale that its density is shown instead of its outlines.
  bool isDense(const ScaleGroup& group, double pixelsPerMetre, QSizeF viewPx) const;

  geo::Result<GeometryTile> makeTile(const ScaleGroup& group, const FeatureLeaf& leaf, geo::Progress& progress = geo::noProgress()) const;
  /// The group's density in a square of the pyramid; a null image where there is nothing.
  QImage makeDensity(const ScaleGroup& group, PyramidSquare square, geo::Progress& progress = geo::noProgress()) const;
  /// Texts of the leaf's features; the `atMost` most important ones when it is not 0.
  geo::Result<LabelSet> makeLabels(const ScaleGroup& group, const FeatureLeaf& leaf, std::size_t atMost) const;
  /// Largest scale denominator at which any feature may have a text; 0: always; nullopt: it has none.
  std::optional<double> labelScale() const { return m_labelScale; }

  /// The feature at `point` (project CRS): nearest point or line within `toleranceM`, else the smallest polygon around it. Features that are
  /// not drawn at `scaleDenominator` are not found.
  /// cost  the features of the leaves around `point`: under a millisecond whatever the size of the layer
  std::optional<std::size_t> pick(geo::XY point, double toleranceM, double scaleDenominator) const;

 private:
  TiledLayer(layers::LayerSourcePtr source, geo::Crs crs, double pixelsPerMm, ProjectionGrid grid)
      : m_source(std::move(source)), m_crs(std::move(crs)), m_pixelsPerMm(pixelsPerMm), m_grid(std::move(grid)) {}

  layers::LayerSourcePtr m_source;
  geo::Crs m_crs;
  double m_pixelsPerMm;
  ProjectionGrid m_grid;
  std::vector<ScaleGroup> m_groups;
  geo::Box m_world;
  std::size_t m_featureCount = 0;
  const layers::Symbol* m_firstSymbol = nullptr;
  std::vector<const layers::Symbol*> m_symbols;
  std::shared_ptr<const StampAtlas> m_atlas;
  std::optional<double> m_labelScale;
};
using TiledLayerPtr = std::shared_ptr<const TiledLayer>;

}  // namespace pianqu::app
