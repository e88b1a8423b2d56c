#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>
#include <QtQmlIntegration>
#include <functional>

#include "app/map/map_controller.hpp"
#include "app/style/picture_item.hpp"
#include "app/style/pipe_world.hpp"

namespace pianqu::app {

/// Questions on the pipe or manhole that was clicked: what is upstream and downstream, the longitudinal profile, what crosses it. Answers are drawn on the map;
/// pointing at the profile marks the place on the map, and the other way round.
class PipeController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool hasPipe READ hasPipe NOTIFY chosenChanged)
  Q_PROPERTY(bool isDrain READ isDrain NOTIFY chosenChanged)
  Q_PROPERTY(bool hasStart READ hasStart NOTIFY chosenChanged)
  Q_PROPERTY(QString title READ title NOTIFY chosenChanged)
  Q_PROPERTY(bool isBusy READ isBusy NOTIFY isBusyChanged)
  Q_PROPERTY(QString answer READ answer NOTIFY answerChanged)
  Q_PROPERTY(bool hasAnswer READ hasAnswer NOTIFY answerChanged)
  Q_PROPERTY(bool hasProfile READ hasProfile NOTIFY profileChanged)
  Q_PROPERTY(QString profileTitle READ profileTitle NOTIFY profileChanged)
  Q_PROPERTY(pianqu::app::PictureSource* picture READ picture CONSTANT)
  Q_PROPERTY(double markMm READ markMm NOTIFY markChanged)
  Q_PROPERTY(QString markText READ markText NOTIFY markChanged)

 public:
  PipeController(ProjectController& project, MapController& map, ProfileData data);
  ~PipeController() override;

  bool hasPipe() const { return !m_uid.isEmpty(); }
  bool isDrain() const { return m_isDrain; }
  bool hasStart() const { return !m_startUid.isEmpty(); }
  QString title() const { return m_title; }
  bool isBusy() const { return m_running > 0 || m_animation.isActive(); }
  QString answer() const { return m_answer; }
  bool hasAnswer() const { return !m_answer.isEmpty(); }
  bool hasProfile() const { return !m_profile.reaches.empty(); }
  QString profileTitle() const { return m_profileTitle; }
  PictureSource* picture() { return &m_picture; }
  double markMm() const { return m_markMm; }          ///< x on the picture; -1: nothing is pointed at
  QString markText() const { return m_markText; }
  const geo::Profile& profile() const { return m_profile; }

  Q_INVOKABLE void traceUp() { trace(geo::TraceWay::Upstream); }
  Q_INVOKABLE void traceDown() { trace(geo::TraceWay::Downstream); }
  /// From the chosen manhole, or the upper end of the chosen pipe, to the outfall that it reaches.
  Q_INVOKABLE void profileDown();
  /// Remembers the chosen manhole as the left end of a profile.
  Q_INVOKABLE void startHere();
  /// From the remembered manhole to the chosen one.
  Q_INVOKABLE void profileToHere();
  /// What crosses the chosen pipe, with clearances.
  Q_INVOKABLE void showCrossings();
  /// The ground cut across the chosen pipe: every pipe within reach, from left to right.
  Q_INVOKABLE void showSection();
  Q_INVOKABLE void clear();
  /// The pointer is at this x of the picture, millimetres.
  Q_INVOKABLE void pointAt(double xMm);
  Q_INVOKABLE void leave();
  /// Moves the map to the place of the picture.
  Q_INVOKABLE void goTo(double xMm);
  Q_INVOKABLE void exportProfile(const QUrl& file);
  void setChinese(bool isChinese);

 signals:
  void chosenChanged();
  void isBusyChanged();
  void answerChanged();
  void profileChanged();
  void markChanged();

 private:
  using Done = std::function<void()>;
  using Task = std::function<Done(const PipeWorld&)>;
  void run(Task task);
  void choose(const QString& table, const QString& uid);
  void trace(geo::TraceWay way);
  void animate(std::vector<geo::Line<geo::XY>> lines, const char* pen);
  void showMore();
  void draw(MapLayer& layer, std::vector<DrawnFeature> features, std::vector<Pen> pens);
  void takeProfile(geo::Profile profile, std::vector<layers::ProfileCrossing> crossings);
  void redrawPicture();
  void makeProfile(const std::function<geo::Result<geo::Profile>(const PipeWorld&)>& find);
  void followPointer(double x, double y);
  void mark(const geo::ProfilePlace& place);
  void setAnswer(const QString& text);
  void forget();
  std::optional<int> startNode(const PipeWorld& world, const std::string& uid) const;

  ProjectController& m_project;
  MapController& m_map;
  const ProfileData m_data;
  MapLayer* m_traceLayer;
  MapLayer* m_pathLayer;
  MapLayer* m_crossingLayer;
  MapLayer* m_markLayer;
  std::shared_ptr<const CityContent> m_content;
  std::shared_ptr<const PipeWorld> m_world;
  QThreadPool m_pool;
  QTimer m_animation;
  std::vector<geo::Line<geo::XY>> m_traced;
  std::size_t m_shown = 0;
  Pen m_tracePen;
  geo::Profile m_profile;
  std::vector<layers::ProfileCrossing> m_crossings;
  layers::ProfileFrame m_frame;
  PictureSource m_picture;
  QString m_table, m_uid, m_startUid, m_title, m_answer, m_profileTitle, m_markText;
  double m_markMm = -1;
  int m_running = 0, m_asked = 0;
  bool m_isDrain = false, m_isChinese = true;
};

}  // namespace pianqu::app
