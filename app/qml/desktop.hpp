#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <memory>

#include "app/qml/desktop_options.hpp"
#include "app/qml/session.hpp"

namespace pianqu::app {

/// The window with everything behind it. Tests make one and drive it like a person.
class Desktop {
 public:
  /// errors  those of the style data; Internal when the QML does not load
  static geo::Result<std::unique_ptr<Desktop>> make(const DesktopOptions& options);
  ~Desktop();

  QQuickWindow* window() const { return m_window; }
  ProjectController& project() { return m_project; }
  MapController& map() { return *m_map; }
  DistrictModel& districts() { return m_districts; }
  InspectorModel& inspector() { return m_inspector; }
  LanguageController& language() { return m_language; }
  FrameController& frame() { return m_frame; }
  /// What QML warned about since the start.
  const QStringList& warnings() const { return m_warnings; }
  /// Nothing is being read, written or built.
  bool isIdle() const;

 private:
  explicit Desktop(layers::Theme theme);
  bool load(const DesktopOptions& options);

  ProjectController m_project;
  DistrictModel m_districts{m_project};
  InspectorModel m_inspector;
  LanguageController m_language;
  BaseMapController m_baseMap;
  FrameController m_frame;
  std::unique_ptr<MapController> m_map;
  Session m_session;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
  QStringList m_warnings;
};

/// For a program that runs without a person: waits until `desktop` is idle and its window is painted.
/// errors  Internal after a minute
geo::Result<void> waitUntilShown(Desktop& desktop);

}  // namespace pianqu::app
