#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QtQmlIntegration>
#include <map>
#include <memory>

#include "app/map/map_camera.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "geo/index/box_index.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::app {

/// One text that a layer would like to have on the map.
struct LabelWish {
  QString text;
  QString shortText;           ///< first line of several: shown where the whole text is wider than its feature; empty: none
  double featureWidthM = 0;    ///< Web Mercator
  geo::XY world;               ///< Web Mercator
  double abovePx = 0;          ///< how far above its place it stands: the text of a point, over its marker
  double sizePx = 12;
  QColor colour;
  bool isBold = false;
  int priority = 0;
  double maxScale = 0;
};
/// The wishes of one layer with an index of their places.
struct LabelSet {
  std::vector<LabelWish> wishes;   ///< most important first
  geo::BoxIndex index;
};
geo::Result<LabelSet> labelsOf(const layers::Scene& scene, const layers::SceneLayer& layer, const geo::Crs& crs, double pixelsPerMm);

/// The texts that fit on the map now: important ones first, none over another. A fixed number of items at most, whatever the city.
class LabelModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")

 public:
  enum Role { TextRole = Qt::UserRole + 1, PlaceRole, SizeRole, ColourRole, BoldRole };
  explicit LabelModel(MapCamera& camera, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  void setLabels(const QString& layerKey, std::shared_ptr<const LabelSet> labels);
  void setShown(const QString& layerKey, bool isShown);

 private:
  struct Placed {
    const LabelWish* wish;
    QPointF place;
    bool isShort = false;
  };
  struct Source {
    std::shared_ptr<const LabelSet> labels;
    bool isShown = true;
  };
  void place();
  std::vector<const LabelWish*> wishesInView() const;
  bool isShortAt(const LabelWish& wish) const;
  void show(std::vector<Placed> placed);

  MapCamera& m_camera;
  std::map<QString, Source> m_sources;
  std::vector<Placed> m_placed;
};

}  // namespace pianqu::app
