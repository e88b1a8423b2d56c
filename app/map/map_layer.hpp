#pragma once

#include <QObject>
#include <QtQmlIntegration>
#include <memory>
#include <set>

#include "app/map/map_geometry.hpp"
#include "app/map/tile_store.hpp"

namespace pianqu::app {

/// One layer of the map as the layer list and the layer's item see it. A layer of the city or the plan is a TiledLayer, of which pieces are made as
/// they are looked at; something small that changes with the mouse (a sketch, the chosen feature) is a MapGeometry.
class MapLayer : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Layers are made by the map controller")
  Q_PROPERTY(QString key READ key CONSTANT)
  Q_PROPERTY(QString title READ title NOTIFY titleChanged)
  Q_PROPERTY(QString countText READ countText NOTIFY geometryChanged)
  Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY isShownChanged)
  Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY geometryChanged)
  Q_PROPERTY(double opacity READ opacity NOTIFY lookChanged)
  Q_PROPERTY(double minScale READ minScale NOTIFY lookChanged)
  Q_PROPERTY(double maxScale READ maxScale NOTIFY lookChanged)
  Q_PROPERTY(bool isInScale READ isInScale NOTIFY lookChanged)
  Q_PROPERTY(QColor swatchFill READ swatchFill NOTIFY swatchChanged)
  Q_PROPERTY(QColor swatchStroke READ swatchStroke NOTIFY swatchChanged)
  Q_PROPERTY(int swatchKind READ swatchKind NOTIFY swatchChanged)

 public:
  enum class SwatchKind { Area, Line, Point };
  Q_ENUM(SwatchKind)
  explicit MapLayer(QString key, QObject* parent = nullptr);

  QString key() const { return m_key; }
  QString title() const { return m_isChinese ? m_zh : m_en; }
  QString countText() const;
  bool isShown() const { return m_isShown; }
  /// Shown, and the map's scale is one at which it is drawn.
  bool isSeen() const { return m_isShown && m_isInScale; }
  double opacity() const { return m_opacity; }
  double minScale() const { return m_minScale; }
  double maxScale() const { return m_maxScale; }
  bool isInScale() const { return m_isInScale; }
  bool isEmpty() const { return featureCount() == 0; }
  std::size_t featureCount() const;
  geo::Box world() const;          ///< of everything in it, Web Mercator
  QColor swatchFill() const { return m_swatch.fill.isValid() ? m_swatch.fill : QColor(Qt::transparent); }
  QColor swatchStroke() const { return m_swatch.stroke.isValid() ? m_swatch.stroke : QColor(Qt::transparent); }
  int swatchKind() const { return static_cast<int>(m_swatchKind); }
  const std::shared_ptr<const MapGeometry>& geometry() const { return m_geometry; }
  TileStore* tiles() const { return m_tiles; }
  bool isFillAbove() const;
  /// Whether pieces that are made wait for a later frame of some view: a frame takes only so many, lest it be late.
  bool isAwaitingFrame() const { return !m_awaiting.empty(); }
  /// `viewer`: the item that draws this layer, one a view
  void setAwaitingFrame(const void* viewer, bool isAwaiting);

  /// Both languages; the window shows one.
  void setTitles(const QString& zh, const QString& en);
  void setChinese(bool isChinese);
  void setShown(bool isShown);
  /// Denominators between which it is drawn, `minScale` the larger scale; 0: no bound.
  void setLook(double opacity, double minScale, double maxScale);
  void followScale(double denominator);
  void setSwatch(const Pen& pen, SwatchKind kind);
  void setGeometry(std::shared_ptr<const MapGeometry> geometry);
  void setTiles(TiledLayerPtr layer);

 signals:
  void titleChanged();
  void isShownChanged();
  void isSeenChanged();
  void lookChanged();
  void swatchChanged();
  void geometryChanged();
  void tilesChanged();             ///< a piece is ready

 private:
  void settle();

  QString m_key, m_zh, m_en;
  bool m_isChinese = true;
  bool m_isShown = true, m_isInScale = true, m_wasSeen = true;
  std::set<const void*> m_awaiting;   ///< views whose frame lacks pieces
  double m_opacity = 1, m_minScale = 0, m_maxScale = 0, m_scale = 0;
  Pen m_swatch;
  SwatchKind m_swatchKind = SwatchKind::Area;
  std::shared_ptr<const MapGeometry> m_geometry;
  TileStore* m_tiles;
};

}  // namespace pianqu::app
