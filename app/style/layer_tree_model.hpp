#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QSet>
#include <QtQmlIntegration>
#include <vector>

#include "app/map/layer_list_model.hpp"
#include "layers/style/theme_view.hpp"

namespace pianqu::app {

/// The layers of the map as a tree: groups, layers from the top of the map down, and the entries of their legends; flat, with a level for each row.
class LayerTreeModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the style controller")
  Q_PROPERTY(QString currentLayer READ currentLayer WRITE setCurrentLayer NOTIFY currentLayerChanged)

 public:
  enum class RowKind { Group, Layer, Entry };
  Q_ENUM(RowKind)
  enum class Tick { Off, Some, On };
  Q_ENUM(Tick)
  enum Role { KindRole = Qt::UserRole + 1, KeyRole, LayerRole, TitleRole, CountRole, TickRole, OpenRole, FillRole, StrokeRole, ShapeRole, NoteRole };

  LayerTreeModel(LayerListModel& layers, const std::vector<layers::LayerGroup>& groups, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  QString currentLayer() const { return m_current; }
  void setCurrentLayer(const QString& key);
  /// Rows anew, for this theme (with the person's order and classes) and what is switched off in it.
  void show(const layers::Theme& theme, const layers::ThemeView& view);
  void setChinese(bool isChinese);

  Q_INVOKABLE void toggleOpen(int row);
  /// Shows or hides a layer, all of a group, or an entry of a legend.
  Q_INVOKABLE void toggle(int row);
  Q_INVOKABLE void showOnly(const QString& key);
  Q_INVOKABLE void showAll();
  /// The layer of `row` is put where the layer of `target` is now. Rows of groups: above their first layer.
  Q_INVOKABLE void move(int row, int target);

 signals:
  void currentLayerChanged();
  void entryToggled(const QString& layerKey, const QString& symbolKey);
  /// Draw order, bottom first.
  void orderChosen(const QStringList& layerKeys);

 private:
  struct Row {
    RowKind kind = RowKind::Layer;
    QString key, layer;
    bool operator==(const Row&) const = default;
  };
  std::vector<Row> rowsNow() const;
  void refresh();
  void follow(MapLayer* layer);
  void repaintRows();
  std::vector<MapLayer*> layersOf(const QString& group) const;
  Tick tickOf(const Row& row) const;
  QString titleOf(const Row& row) const;
  QString noteOf(const Row& row) const;
  const layers::Symbol* symbolOf(const Row& row) const;
  bool isHidden(const Row& entry) const;

  LayerListModel& m_layers;
  const std::vector<layers::LayerGroup>& m_groups;
  layers::Theme m_theme;
  layers::ThemeView m_view;
  std::vector<Row> m_rows;
  QSet<QString> m_closedGroups, m_openLayers;
  QString m_current;
  bool m_isChinese = true;
};

}  // namespace pianqu::app
