#pragma once

#include <QObject>
#include <QPointF>
#include <QtQmlIntegration>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "app/map/layer_list_model.hpp"
#include "app/map/map_camera.hpp"
#include "app/map/spatial_selection.hpp"
#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// The chosen features of one layer: by a rectangle or a free line on the map, by a condition on attributes, by where they lie to others. The search
/// runs in a worker; `rows` and the highlight follow when it is done. What shows or works on a selection listens to `changed`.
class SelectionController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")
  Q_PROPERTY(QString layerKey READ layerKey WRITE setLayerKey NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(pianqu::app::MapLayer* highlight READ highlight CONSTANT)
  Q_PROPERTY(pianqu::app::MapLayer* band READ band CONSTANT)
  Q_PROPERTY(bool isTouching READ isTouching WRITE setTouching NOTIFY modeChanged)

 public:
  SelectionController(ProjectController& project, MapCamera& camera, LayerListModel& layers, QObject* parent = nullptr);
  ~SelectionController() override;

  /// The layer that is chosen from; buildings at first.
  QString layerKey() const { return m_layerKey; }
  void setLayerKey(const QString& key);
  int count() const { return static_cast<int>(m_rows.size()); }
  /// Rows of the layer's table of the city, ascending.
  const std::vector<std::size_t>& rows() const { return m_rows; }
  MapLayer* highlight() { return &m_highlight; }
  MapLayer* band() { return &m_band; }
  bool isTouching() const { return m_isTouching; }
  void setTouching(bool isTouching);
  bool isBusy() const { return m_running > 0; }
  /// How chosen features are drawn.
  void setSymbol(const layers::Symbol& symbol) { m_symbol = symbol; }

  /// A rectangle or a free line is being drawn on the map; finish() chooses what lies inside.
  Q_INVOKABLE void dragBox(QPointF from, QPointF to);
  Q_INVOKABLE void extendLasso(QPointF point);
  Q_INVOKABLE void finish();
  /// As layers::RowFilter reads it. Raises a problem when it is not understood.
  Q_INVOKABLE void selectWhere(const QString& condition);
  /// What lies inside the chosen features of this layer (or touches them), of another layer.
  Q_INVOKABLE void selectRelated(const QString& otherLayerKey);
  Q_INVOKABLE void clear();
  void setRows(std::vector<std::size_t> rows);

 signals:
  void changed();
  void modeChanged();

 private:
  using Search = std::function<std::vector<std::size_t>(const TiledLayer& layer, geo::Progress& progress)>;
  void run(const QString& layerKey, Search search);
  geo::Polygon<geo::XY> areaOf(const std::vector<QPointF>& points) const;
  void drawBand();
  TiledLayerPtr layer(const QString& key) const;

  ProjectController& m_project;
  MapCamera& m_camera;
  LayerListModel& m_layers;
  MapLayer m_highlight{QStringLiteral("selection")};
  MapLayer m_band{QStringLiteral("selection-band")};
  layers::Symbol m_symbol;
  QString m_layerKey = QStringLiteral("building");
  std::vector<std::size_t> m_rows;
  std::vector<QPointF> m_outline;   ///< being drawn, pixels of the map
  std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
  int m_running = 0;
  bool m_isTouching = false;
};

}  // namespace pianqu::app
