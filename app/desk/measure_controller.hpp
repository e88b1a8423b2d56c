#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "app/map/map_controller.hpp"

namespace pianqu::app {

/// Measuring by hand: lengths and areas on the grid of the project and on the ground (the distortion of the projection taken out).
class MeasureController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool isOn READ isOn NOTIFY changed)
  Q_PROPERTY(bool isArea READ isArea NOTIFY changed)
  Q_PROPERTY(QVariantList points READ points NOTIFY moved)
  Q_PROPERTY(QString gridText READ gridText NOTIFY moved)
  Q_PROPERTY(QString groundText READ groundText NOTIFY moved)
  Q_PROPERTY(QString lastText READ lastText NOTIFY moved)

 public:
  MeasureController(ProjectController& project, MapController& map, QObject* parent = nullptr);

  bool isOn() const { return m_isOn; }
  bool isArea() const { return m_isArea; }
  QVariantList points() const;    ///< on the screen, with the pointer last
  QString gridText() const;         ///< "1 234.56 m" or "1.234 ha · 456.7 m"
  QString groundText() const;
  QString lastText() const;         ///< of the piece to the pointer: "45.67 m, 123.4°"

  Q_INVOKABLE void start(bool isArea);
  Q_INVOKABLE void stop();
  Q_INVOKABLE void removeLast();
  Q_INVOKABLE void pressAt(QPointF point);
  Q_INVOKABLE void moveTo(QPointF point);
  Q_INVOKABLE void finish();        ///< the pointer is let go; the numbers stay

 signals:
  void changed();
  void moved();

 private:
  std::vector<geo::XY> corners() const;

  ProjectController& m_project;
  MapController& m_map;
  bool m_isOn = false, m_isArea = false, m_isFinished = false;
  std::vector<geo::XY> m_corners;
  std::optional<geo::XY> m_pointer;
};

}  // namespace pianqu::app
