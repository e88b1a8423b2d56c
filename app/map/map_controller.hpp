#pragma once

#include <QGeoCoordinate>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QtQmlIntegration>
#include <atomic>
#include <map>
#include <memory>

#include "app/map/assistant_controller.hpp"
#include "app/map/edit_controller.hpp"
#include "app/map/label_model.hpp"
#include "app/map/layer_builder.hpp"
#include "app/map/layer_list_model.hpp"
#include "app/map/map_camera.hpp"
#include "app/map/scene_drawing.hpp"
#include "app/map/options_controller.hpp"
#include "app/map/pin_model.hpp"
#include "app/map/selection_controller.hpp"
#include "app/model/district_model.hpp"
#include "app/model/inspector_model.hpp"
#include "app/model/project_controller.hpp"
#include "layers/style/style.hpp"

namespace pianqu::app {

/// How the city and its plan are drawn.
struct MapLook {
  layers::Theme theme;
  std::map<std::string, std::string> filters;   ///< by layer, as RowFilter reads them; others show all
};

/// What the map does: follows the project, builds layers off the UI thread, moves the camera, and answers clicks.
class MapController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(pianqu::app::MapCamera* camera READ camera CONSTANT)
  Q_PROPERTY(pianqu::app::LayerListModel* layers READ layers CONSTANT)
  Q_PROPERTY(pianqu::app::LayerListModel* extras READ extras CONSTANT)
  Q_PROPERTY(pianqu::app::LabelModel* labels READ labels CONSTANT)
  Q_PROPERTY(pianqu::app::EditController* edit READ edit CONSTANT)
  Q_PROPERTY(pianqu::app::PinModel* pins READ pins CONSTANT)
  Q_PROPERTY(pianqu::app::OptionsController* options READ options CONSTANT)
  Q_PROPERTY(pianqu::app::AssistantController* assistant READ assistant CONSTANT)
  Q_PROPERTY(pianqu::app::SelectionController* selection READ selection CONSTANT)
  Q_PROPERTY(bool isBuilding READ isBuilding NOTIFY isBuildingChanged)
  Q_PROPERTY(QString positionText READ positionText NOTIFY positionChanged)
  Q_PROPERTY(QString lonLatText READ lonLatText NOTIFY positionChanged)
  Q_PROPERTY(QString underPointer READ underPointer NOTIFY positionChanged)
  Q_PROPERTY(QString distortionText READ distortionText NOTIFY positionChanged)

 public:
  MapController(ProjectController& project, DistrictModel& districts, InspectorModel& inspector, layers::Theme theme);
  ~MapController() override;

  MapCamera* camera() { return &m_camera; }
  LayerListModel* layers() { return &m_layers; }
  /// Layers above those of the theme that other controllers draw: traces, files that were dropped on the map.
  LayerListModel* extras() { return &m_extras; }
  LabelModel* labels() { return &m_labels; }
  EditController* edit() { return &m_edit; }
  PinModel* pins() { return &m_pins; }
  OptionsController* options() { return &m_options; }
  AssistantController* assistant() { return &m_assistant; }
  SelectionController* selection() { return &m_selection; }
  bool isBuilding() const { return m_running > 0; }
  /// Pieces of layers that are in view are still being made.
  bool isAwaitingTiles() const;
  /// Of a point of the map, in the project's CRS; nullopt without a project or outside what its CRS carries.
  std::optional<geo::XY> placeAt(QPointF point) const;
  QString positionText() const { return m_positionText; }
  QString lonLatText() const { return m_lonLatText; }
  /// What lies under the pointer, as clicking finds it: "楼栋 3号"; empty for nothing, and while a tool is up.
  QString underPointer() const { return m_underPointer; }
  QString distortionText() const { return m_distortionText; }

  Q_INVOKABLE void panBy(QPointF pixels);
  /// Keeps the place under `point` where it is. `steps`: 1 doubles the scale.
  Q_INVOKABLE void zoomAt(QPointF point, double steps);
  /// A turn of the mouse wheel, in Qt's eighths of a degree.
  Q_INVOKABLE void wheelAt(QPointF point, double angleDelta);
  /// At the middle of the map; 1 doubles the scale.
  Q_INVOKABLE void zoomStep(double steps);
  Q_INVOKABLE void turnBy(double degrees);
  Q_INVOKABLE void fitAll();
  Q_INVOKABLE void fitDistrict(const QString& uid);
  /// What lies there is the only thing chosen; with Ctrl one more, or one less.
  Q_INVOKABLE void clickAt(QPointF point, int modifiers = Qt::NoModifier);
  Q_INVOKABLE void doubleClickAt(QPointF point);
  Q_INVOKABLE void hoverAt(QPointF point);
  /// The topmost feature under a point of the map, by index and geometry; as clicking finds it.
  std::optional<CityContent::Place> featureAt(QPointF point) const;
  void setChinese(bool isChinese);
  void setDataFolder(const QString& dataFolder);
  /// Draws everything anew. Layers that both looks have keep their ticks.
  void setLook(MapLook look);
  const layers::Theme& theme() const { return m_look.theme; }
  /// A symbol of the theme as a pen of this screen.
  Pen penFor(const char* symbolKey) const;
  void fitBox(const geo::Box& world) { fit(world); }

  /// For other panels. A place of the project, with room around it.
  void lookAtPlace(const geo::Box& place);
  Q_INVOKABLE void lookAtLonLat(double lon, double lat, double zoom, double bearingDeg);
  /// 1:denominator on this screen, about the middle of the map; out of 1:50 to 1:50 000 000 nothing happens.
  Q_INVOKABLE void setScale(double denominator);
  /// As a click on it, and the map goes there.
  void chooseFeature(const layers::Uid& uid);
  /// It is shown and chosen, alone unless it is chosen already.
  void chooseWith(CityContent::Place feature);
  /// The map goes to what is chosen.
  Q_INVOKABLE void fitSelection();
  Q_INVOKABLE void fitLayer(const QString& key);
  /// The table of the city that a layer shows; empty for what comes from the plan.
  Q_INVOKABLE QString tableOf(const QString& layerKey) const;

 signals:
  void isBuildingChanged();
  void positionChanged();
  /// What was clicked: a row of the snapshot's content; nothing for empty uid.
  void featureShown(const QString& table, const QString& uid);
  /// The pointer is over this place of the ground, project CRS.
  void hovered(double x, double y);
  /// The map is asked to look there; it may hold the zoom within its limits.
  void cameraMoveRequested(QGeoCoordinate centre, double zoomLevel, double bearing);

 private:
  /// The last build of one kind of layers: city or plan.
  struct Run {
    std::shared_ptr<std::atomic<bool>> isCancelled;
    QSet<QString> keys;
  };
  void follow();
  void rebuild(bool isCityNew);
  void arrangeLayers();
  void start(Run& run, const LayerBuild& build);
  void accept(const BuiltLayer& built);
  void finish(Run& run, const QSet<QString>& keys, bool isCancelled);
  void clearLayer(const QString& key);
  void fit(const geo::Box& world);
  void lookAtCity(const geo::Box& world);   ///< once, before its layers come
  void lookAt(const geo::Box& place);       ///< project CRS
  void moveTo(const CameraView& view);
  std::optional<CityContent::Place> find(geo::XY place) const;
  std::optional<CityContent::Place> findIn(const QString& layerKey, geo::XY place) const;
  std::optional<layers::Uid> pickIn(const MapLayer& layer, geo::XY place, double toleranceM) const;
  void showFeature(CityContent::Place feature);   ///< in the form
  void followSelection();
  void selectDistrictAt(geo::XY place);

  ProjectController& m_project;
  DistrictModel& m_districts;
  InspectorModel& m_inspector;
  MapLook m_look;
  MapCamera m_camera;
  LayerListModel m_layers, m_extras;
  LabelModel m_labels;
  EditController m_edit;
  PinModel m_pins;
  OptionsController m_options;
  AssistantController m_assistant;
  SelectionController m_selection;
  std::shared_ptr<const CityContent> m_content;
  std::shared_ptr<const int> m_origin;
  QThreadPool m_pool;
  Run m_cityRun, m_planRun;
  int m_running = 0;
  bool m_hasFitted = false, m_isChinese = true;
  QString m_positionText, m_lonLatText, m_distortionText, m_underPointer;
};

}  // namespace pianqu::app
