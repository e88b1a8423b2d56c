#pragma once

#include <QQuickWindow>
#include <QSGNode>
#include <QSGTexture>
#include <QSGTransformNode>
#include <map>
#include <memory>

#include "app/map/tile_store.hpp"

namespace pianqu::app {

/// The scene-graph nodes of one layer: pictures at the bottom, then the fills and hatches of all tiles, then their outlines (or the other way round), so
/// that a neighbour never covers an outline, then stamps. Tiles that are shown again keep their nodes. All lie beneath one matrix and keep their place
/// to an anchor: a camera step changes that matrix alone, or Qt Quick would upload every piece that moved again.
class LayerNode : public QSGTransformNode {
 public:
  explicit LayerNode(QQuickWindow& window);
  ~LayerNode() override;

  /// What is there and not in `frame` goes; of what is new at most a few pieces are uploaded, so that a frame stays short.
  /// returns   true when everything is shown, false when another frame is needed
  bool show(const TileFrame& frame, const CameraView& view);
  void setFillAbove(bool isFillAbove);

 private:
  struct Outline;
  struct Picture;
  bool follow(const CameraView& view);
  QMatrix4x4 placeOf(geo::XY origin) const;
  void place(Outline& outline, const CameraView& view);
  void drop(Outline& outline);
  QSGTexture* textureOf(const std::shared_ptr<const StampAtlas>& atlas);

  QQuickWindow& m_window;
  // Transform nodes, since the software renderer keeps place and clip of those only, and forgets them below a plain node.
  QSGTransformNode m_pictures, m_fills, m_strokes, m_stamps;
  geo::XY m_anchor;                ///< Web Mercator, near the view
  bool m_hasAnchor = false;
  bool m_isFillAbove = false;
  std::map<std::shared_ptr<const StampAtlas>, std::unique_ptr<QSGTexture>> m_textures;
  std::map<std::shared_ptr<const GeometryTile>, std::unique_ptr<Outline>> m_outlines;
  std::map<std::shared_ptr<const QImage>, std::unique_ptr<Picture>> m_shownPictures;
};

}  // namespace pianqu::app
