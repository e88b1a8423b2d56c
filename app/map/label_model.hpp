#pragma once

#include <QAbstractListModel>
#include <QPointF>
#include <QPointer>
#include <QTimer>
#include <QtQmlIntegration>
#include <map>
#include <memory>
#include <set>

#include "app/map/label_set.hpp"
#include "app/map/map_camera.hpp"
#include "app/map/tile_store.hpp"

namespace pianqu::app {

/// The texts that fit on the map now: important ones first, none over another. A fixed number of items at most, whatever the city. While the map
/// is only moved the texts keep their choice and move with it (`shift`); texts that were there keep their place before new ones of their priority.
class LabelModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")
  Q_PROPERTY(QPointF shift READ shift NOTIFY shiftChanged)

 public:
  enum Role { TextRole = Qt::UserRole + 1, PlaceRole, AngleRole, SizeRole, ColourRole, BoldRole };
  explicit LabelModel(MapCamera& camera, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  /// By how many pixels all places have moved since they were chosen.
  QPointF shift() const { return m_shift; }

  /// The layers whose texts are wanted, bottom first: of two texts of one priority the one of the upper layer is placed.
  void setLayers(const QList<TileStore*>& layers);

 signals:
  void shiftChanged();

 private:
  struct Placed {
    std::shared_ptr<const LabelSet> set;   ///< keeps the wish alive
    const LabelWish* wish = nullptr;
    QPointF place;
    double angleDeg = 0;                   ///< clockwise on the screen
    bool isShort = false;
  };
  void follow();
  void place();
  std::vector<Placed> candidates() const;
  bool isShortAt(const LabelWish& wish) const;
  void show(std::vector<Placed> placed);

  MapCamera& m_camera;
  std::vector<QPointer<TileStore>> m_layers;
  std::vector<Placed> m_placed;
  std::set<const LabelWish*> m_wereThere;
  CameraView m_placedFor;
  QPointF m_shift;
  QTimer m_timer;
};

}  // namespace pianqu::app
