#pragma once

#include <QObject>
#include <QPointF>
#include <QThreadPool>
#include <QtQmlIntegration>
#include <memory>

#include "app/edit/tool.hpp"
#include "app/map/edit_options.hpp"
#include "app/map/edit_preview.hpp"
#include "app/map/loose_ends_model.hpp"
#include "app/map/map_camera.hpp"
#include "app/model/district_model.hpp"
#include "app/model/project_controller.hpp"
#include "app/model/stroke_model.hpp"

namespace pianqu::app {

/// Hosts the active tool: brings it the pointer in metres and snapped, shows its preview and the live ledger, and commits what it comes to.
class EditController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the map controller")
  Q_PROPERTY(Tool tool READ tool WRITE setTool NOTIFY toolChanged)
  Q_PROPERTY(bool isEditing READ isEditing NOTIFY toolChanged)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY previewChanged)
  Q_PROPERTY(bool canType READ canType NOTIFY previewChanged)
  Q_PROPERTY(bool canTypeLength READ canTypeLength NOTIFY previewChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY previewChanged)
  Q_PROPERTY(QString measureText READ measureText NOTIFY previewChanged)
  Q_PROPERTY(QPointF pointer READ pointer NOTIFY previewChanged)
  Q_PROPERTY(int snapKind READ snapKind NOTIFY previewChanged)
  Q_PROPERTY(QPointF snapPoint READ snapPoint NOTIFY previewChanged)
  Q_PROPERTY(QString snapText READ snapText NOTIFY previewChanged)
  Q_PROPERTY(pianqu::app::EditOptions* options READ options CONSTANT)
  Q_PROPERTY(pianqu::app::StrokeModel* figures READ figures CONSTANT)
  Q_PROPERTY(pianqu::app::LooseEndsModel* looseEnds READ looseEnds CONSTANT)
  Q_PROPERTY(pianqu::app::MapLayer* membersLayer READ membersLayer CONSTANT)
  Q_PROPERTY(pianqu::app::MapLayer* strokesLayer READ strokesLayer CONSTANT)

 public:
  /// As ToolKind.
  enum Tool { Select, Paint, Draw, Reshape, Split, Merge, Absorb, Cut, Corner, Area, CutLine };
  Q_ENUM(Tool)
  EditController(ProjectController& project, DistrictModel& districts, const MapCamera& camera, const layers::Theme& theme, QObject* parent = nullptr);
  ~EditController() override;

  Tool tool() const { return m_kind; }
  bool isEditing() const { return m_kind != Select; }
  bool isBusy() const { return m_tool && m_tool->isBusy(); }
  /// Also while the ground of a city is still being prepared.
  bool isPreparing() const { return m_isPreparing || m_looseEnds.isBusy(); }
  bool canType() const { return m_tool && m_tool->canType(); }
  bool canTypeLength() const { return m_tool && m_tool->typingFrom().has_value(); }
  QString problem() const { return m_problem; }
  QString measureText() const;
  QPointF pointer() const { return m_pointer; }
  int snapKind() const { return m_snap ? static_cast<int>(m_snap->kind) : -1; }   ///< -1 none, 0 vertex, 1 intersection, 2 edge
  QPointF snapPoint() const;
  QString snapText() const;
  EditOptions* options() { return &m_options; }
  StrokeModel* figures() { return &m_figures; }
  LooseEndsModel* looseEnds() { return &m_looseEnds; }
  MapLayer* membersLayer() { return m_preview.members(); }
  MapLayer* strokesLayer() { return m_preview.strokes(); }
  const EditScene& scene() const { return m_scene; }

  void setTool(Tool tool);
  void setDataFolder(const QString& dataFolder);
  /// The map shows the plan as it is saved: the stroke that was accepted last need not be shown any more.
  void pictureUpdated();

  Q_INVOKABLE void pressAt(QPointF point, int modifiers);
  Q_INVOKABLE void moveTo(QPointF point, int modifiers);
  Q_INVOKABLE void releaseAt(QPointF point, int modifiers);
  Q_INVOKABLE void finish();        ///< Enter: places what was typed, else ends the line
  Q_INVOKABLE void takeBack();
  Q_INVOKABLE void erase();
  Q_INVOKABLE void cancel();        ///< Esc: the stroke, or else the tool
  /// What stands in the four fields now; an empty or unreadable one binds nothing.
  Q_INVOKABLE void setTyped(const QString& length, const QString& bearing, const QString& x, const QString& y);

 signals:
  void toolChanged();
  void previewChanged();
  void typedPlaced();                                     ///< the fields are to be emptied
  void areaDrawn(const pianqu::geo::MultiPolygon<pianqu::geo::XY>& area);
  void cutDrawn(const pianqu::geo::Line<pianqu::geo::XY>& line);

 private:
  void follow();
  void prepare();
  void makeTool();
  void refresh();
  void showFigures();
  void followThresholds(const Snapshot& snapshot);
  void accept(Outcome outcome);
  PointerEvent eventAt(QPointF point, int modifiers);
  layers::Uid activeDistrict() const;
  QPointF screenOf(geo::XY place) const;

  ProjectController& m_project;
  DistrictModel& m_districts;
  const MapCamera& m_camera;
  QString m_dataFolder;
  EditOptions m_options;
  EditPreview m_preview;
  StrokeModel m_figures;
  LooseEndsModel m_looseEnds;
  std::shared_ptr<const CityContent> m_content;   ///< what m_scene.ground was made of
  EditScene m_scene;
  std::optional<layers::DistrictThresholds> m_thresholds;
  layers::CityProfile m_profile;                  ///< that m_thresholds goes by
  std::unique_ptr<pianqu::app::Tool> m_tool;
  Tool m_kind = Select;
  QThreadPool m_pool;
  bool m_isPreparing = false, m_isNewAwaited = false, m_isPictureAwaited = false;
  QPointF m_pointer;
  geo::XY m_place;
  std::optional<geo::Snap> m_snap;
  QString m_problem;
};

}  // namespace pianqu::app
