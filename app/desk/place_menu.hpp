#pragma once

#include <QObject>
#include <QPointF>
#include <QtQmlIntegration>

#include "app/desk/measure_controller.hpp"
#include "app/map/map_controller.hpp"

namespace pianqu::app {

/// What can be done at a place of the map: behind its context menu.
class PlaceMenu : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(bool hasFeature READ hasFeature NOTIFY changed)
  Q_PROPERTY(QString positionText READ positionText NOTIFY changed)
  Q_PROPERTY(QString lonLatText READ lonLatText NOTIFY changed)
  Q_PROPERTY(QString joinText READ joinText NOTIFY changed)
  Q_PROPERTY(bool canJoin READ canJoin NOTIFY changed)

 public:
  PlaceMenu(ProjectController& project, MapController& map, DistrictModel& districts, InspectorModel& inspector, MeasureController& measure, QObject* parent = nullptr);

  QString title() const;                                    ///< of the feature that is there, or how many are chosen with it; empty: none is there
  bool hasFeature() const { return !m_uid.empty(); }
  QString positionText() const { return m_positionText; }   ///< "529254.12 3386218.40", in the system of the project
  QString lonLatText() const { return m_lonLatText; }       ///< "114.304512 30.598123"
  QString joinText() const;                                 ///< of the district that is worked on
  /// What is chosen holds units that may go into that district.
  bool canJoin() const;

  /// The menu is about to open there: what lies under it is chosen, unless it is already. False where no project is open or its system carries nothing.
  Q_INVOKABLE bool openAt(QPointF point);
  Q_INVOKABLE void copyPosition();
  Q_INVOKABLE void copyLonLat();
  Q_INVOKABLE void centre();
  Q_INVOKABLE void measure(bool isArea);
  Q_INVOKABLE void selectAlike();
  Q_INVOKABLE void join();

 signals:
  void changed();

 private:
  void copy(const QString& text);
  std::vector<layers::Member> units() const;

  ProjectController& m_project;
  MapController& m_map;
  DistrictModel& m_districts;
  InspectorModel& m_inspector;
  MeasureController& m_measure;
  QPointF m_point;
  layers::Uid m_uid;
  QString m_positionText, m_lonLatText;
};

}  // namespace pianqu::app
