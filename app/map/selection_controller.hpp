#pragma once

#include <QObject>
#include <QPointF>
#include <QtQmlIntegration>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/map/layer_list_model.hpp"
#include "app/map/map_camera.hpp"
#include "app/map/spatial_selection.hpp"
#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// The chosen rows of one table of the city, the one selection of the window: map, table, form and panels show it and change it. By a click, a
/// rectangle or a free line on the map, by a condition on attributes, by where features lie to chosen ones. Searches run in a worker; the last one
/// asked for wins.
class SelectionController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")
  Q_PROPERTY(QString table READ table WRITE setTable NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(QVariantList fields READ fields NOTIFY fieldsChanged)
  Q_PROPERTY(pianqu::app::MapLayer* highlight READ highlight CONSTANT)
  Q_PROPERTY(pianqu::app::MapLayer* band READ band CONSTANT)
  Q_PROPERTY(bool isTouching READ isTouching WRITE setTouching NOTIFY modeChanged)
  Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY modeChanged)
  Q_PROPERTY(double withinM READ withinM WRITE setWithinM NOTIFY modeChanged)

 public:
  /// What is found takes the place of what is chosen, joins it, leaves it, or is what stays of it.
  enum class Mode { Replace, Add, Remove, Keep };
  Q_ENUM(Mode)
  using Rows = std::vector<std::size_t>;
  SelectionController(ProjectController& project, MapCamera& camera, LayerListModel& layers, QObject* parent = nullptr);
  ~SelectionController() override;

  /// The table that is chosen from; buildings at first. Another one clears the selection.
  QString table() const { return QString::fromStdString(m_table); }
  void setTable(const QString& table);
  /// [{name, title}] of the table, for conditions.
  QVariantList fields() const;
  void setChinese(bool isChinese);
  int count() const { return static_cast<int>(m_rows.size()); }
  const Rows& rows() const { return m_rows; }   ///< ascending
  std::vector<layers::Uid> uids() const;
  geo::Box box() const;                         ///< around what is chosen, project CRS
  MapLayer* highlight() { return &m_highlight; }
  MapLayer* band() { return &m_band; }
  bool isTouching() const { return m_isTouching; }
  void setTouching(bool isTouching);
  Mode mode() const { return m_mode; }
  void setMode(Mode mode);
  double withinM() const { return m_withinM; }
  void setWithinM(double metres);
  bool isBusy() const { return m_running > 0; }
  /// How chosen features are drawn.
  void setSymbol(const layers::Symbol& symbol) { m_symbol = symbol; }

  /// A rectangle or a free line is being drawn on the map; finish() chooses what lies inside.
  Q_INVOKABLE void dragBox(QPointF from, QPointF to);
  Q_INVOKABLE void extendLasso(QPointF point);
  Q_INVOKABLE void finish();
  /// As layers::RowFilter reads it. False, with a problem raised, when it is not understood.
  Q_INVOKABLE bool selectWhere(const QString& condition);
  /// Features of another table, of the same even, that lie inside the chosen ones, touch them, or come within `withinM` when it is not 0.
  Q_INVOKABLE void selectRelated(const QString& otherTable);
  /// Those of the map that are drawn like this one.
  void selectAlike(const layers::Uid& uid);
  Q_INVOKABLE void selectAll();
  Q_INVOKABLE void invert();
  Q_INVOKABLE void clear();
  void choose(const std::string& table, Rows rows);
  /// One more, or one less.
  void toggle(const std::string& table, std::size_t row);

 signals:
  void changed();
  void modeChanged();
  void fieldsChanged();

 private:
  using Search = std::function<Rows(geo::Progress& progress)>;
  void run(const std::string& table, Search search);
  void finish(const std::string& table, Rows found);
  void show();
  void follow();
  layers::LayerSourcePtr shownAs() const;
  geo::Polygon<geo::XY> areaOf(const std::vector<QPointF>& points) const;
  void drawBand();
  TiledLayerPtr layerOf(const std::string& table) const;
  /// With a problem raised where the theme does not draw the table.
  TiledLayerPtr layerFor(const std::string& table);
  std::optional<std::size_t> tableAt(const std::string& table) const;
  Rows combined(Rows found) const;

  ProjectController& m_project;
  MapCamera& m_camera;
  LayerListModel& m_layers;
  MapLayer m_highlight{QStringLiteral("selection")};
  MapLayer m_band{QStringLiteral("selection-band")};
  layers::Symbol m_symbol;
  std::string m_table = "building";
  Rows m_rows;
  std::vector<QPointF> m_outline;   ///< being drawn, pixels of the map
  std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
  std::shared_ptr<const CityContent> m_content;
  std::uint64_t m_shown = 0;
  int m_running = 0;
  bool m_isTouching = false, m_isChinese = true;
  Mode m_mode = Mode::Replace;
  double m_withinM = 0;
};

}  // namespace pianqu::app
