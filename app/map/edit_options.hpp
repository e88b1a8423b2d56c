#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "app/edit/tool.hpp"

namespace pianqu::app {

/// What the option bar of the tools sets, for QML. Kept while tools change.
class EditOptions : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the edit controller")
  Q_PROPERTY(int brush READ brush WRITE setBrush NOTIFY changed)
  Q_PROPERTY(double radiusM READ radiusM WRITE setRadiusM NOTIFY changed)
  Q_PROPERTY(double slitM READ slitM WRITE setSlitM NOTIFY changed)
  Q_PROPERTY(int pick READ pick WRITE setPick NOTIFY changed)
  Q_PROPERTY(int follow READ follow WRITE setFollow NOTIFY changed)
  Q_PROPERTY(bool isTakingOut READ isTakingOut WRITE setTakingOut NOTIFY changed)
  Q_PROPERTY(bool isTracing READ isTracing WRITE setTracing NOTIFY changed)
  Q_PROPERTY(bool isSnapping READ isSnapping WRITE setSnapping NOTIFY changed)
  Q_PROPERTY(bool isIntoNew READ isIntoNew WRITE setIntoNew NOTIFY changed)

 public:
  using QObject::QObject;
  int brush() const { return static_cast<int>(m_tool.brush); }
  double radiusM() const { return m_tool.radiusM; }
  double slitM() const { return m_tool.slitM; }
  int pick() const { return static_cast<int>(m_tool.pick); }
  int follow() const { return static_cast<int>(m_tool.follow); }
  bool isTakingOut() const { return m_tool.isTakingOut; }
  bool isTracing() const { return m_tool.isTracing; }
  bool isSnapping() const { return m_isSnapping; }
  bool isIntoNew() const { return m_isIntoNew; }   ///< paint makes a new district though one is chosen
  void setBrush(int brush);
  void setRadiusM(double radiusM);
  void setSlitM(double slitM);
  void setPick(int pick);
  void setFollow(int follow);
  void setTakingOut(bool isTakingOut);
  void setTracing(bool isTracing);
  void setSnapping(bool isSnapping);
  void setIntoNew(bool isIntoNew);

  /// As the tools read them, for this active district.
  ToolOptions forDistrict(const layers::Uid& uid) const;

 signals:
  void changed();

 private:
  template <class T>
  void set(T& now, T next) {
    if (now == next) return;
    now = next;
    emit changed();
  }
  ToolOptions m_tool;
  bool m_isSnapping = true, m_isIntoNew = false;
};

}  // namespace pianqu::app
