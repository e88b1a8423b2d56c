#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <memory>

#include "app/qml/desktop_options.hpp"
#include "app/qml/session.hpp"
#include "app/qml/stall_watch.hpp"

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
  /// Everything that panels see.
  Session& session() { return m_session; }
  StallWatch& stalls() { return m_stalls; }
  StyleController& look() { return *m_look; }
  PipeController& pipes() { return *m_pipes; }
  /// What QML warned about since the start.
  const QStringList& warnings() const { return m_warnings; }
  /// Nothing is being read, written or built.
  bool isIdle() const;

 private:
  struct Look {
    layers::Style style;
    std::vector<layers::Palette> palettes;
    ProfileData profiles;
  };
  static geo::Result<Look> readLook(const std::string& dataFolder);
  Desktop(Look look, const QString& dataFolder);
  void makeDesk(const QString& dataFolder);
  void retranslate();
  bool load(const DesktopOptions& options);

  ProjectController m_project;
  DistrictModel m_districts{m_project};
  InspectorModel m_inspector;
  LanguageController m_language;
  FrameController m_frame;
  StallWatch m_stalls;
  std::unique_ptr<MapController> m_map;
  std::unique_ptr<OverlayModel> m_overlays;
  std::unique_ptr<TableModel> m_table;
  std::unique_ptr<ProblemModel> m_problems;
  std::unique_ptr<MainJob> m_job;
  std::unique_ptr<ImportController> m_imports;
  std::unique_ptr<DeskController> m_desk;
  std::unique_ptr<SearchModel> m_search;
  std::unique_ptr<BookmarkModel> m_bookmarks;
  std::unique_ptr<MeasureController> m_measure;
  std::unique_ptr<PlaceMenu> m_place;
  std::unique_ptr<StyleController> m_look;
  std::unique_ptr<PipeController> m_pipes;
  Session m_session;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
  QStringList m_warnings;
};

/// For a program that runs without a person: waits until `desktop` is idle and its window is painted.
/// errors  Internal after a minute
geo::Result<void> waitUntilShown(Desktop& desktop);

}  // namespace pianqu::app
