#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "app/desk/bookmark_model.hpp"
#include "app/desk/desk_controller.hpp"
#include "app/desk/import_controller.hpp"
#include "app/desk/main_job.hpp"
#include "app/desk/measure_controller.hpp"
#include "app/desk/overlay_model.hpp"
#include "app/desk/place_menu.hpp"
#include "app/desk/problem_model.hpp"
#include "app/desk/search_model.hpp"
#include "app/map/map_controller.hpp"
#include "app/model/district_model.hpp"
#include "app/model/frame_controller.hpp"
#include "app/model/inspector_model.hpp"
#include "app/model/language_controller.hpp"
#include "app/model/project_controller.hpp"
#include "app/model/table_model.hpp"
#include "app/style/pipe_controller.hpp"
#include "app/style/style_controller.hpp"
#include "app/style/style_editor.hpp"

namespace pianqu::app {

/// Everything behind the window in one value, so that a panel is handed one thing. A new controller is one member and one property here,
/// and is made in Desktop.
class Session : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(pianqu::app::ProjectController* project MEMBER project CONSTANT)
  Q_PROPERTY(pianqu::app::MapController* map MEMBER map CONSTANT)
  Q_PROPERTY(pianqu::app::DistrictModel* districts MEMBER districts CONSTANT)
  Q_PROPERTY(pianqu::app::InspectorModel* inspector MEMBER inspector CONSTANT)
  Q_PROPERTY(pianqu::app::LanguageController* language MEMBER language CONSTANT)
  Q_PROPERTY(pianqu::app::OverlayModel* overlays MEMBER overlays CONSTANT)
  Q_PROPERTY(pianqu::app::FrameController* frame MEMBER frame CONSTANT)
  Q_PROPERTY(pianqu::app::DeskController* desk MEMBER desk CONSTANT)
  Q_PROPERTY(pianqu::app::ImportController* imports MEMBER imports CONSTANT)
  Q_PROPERTY(pianqu::app::MainJob* job MEMBER job CONSTANT)
  Q_PROPERTY(pianqu::app::ProblemModel* problems MEMBER problems CONSTANT)
  Q_PROPERTY(pianqu::app::TableModel* table MEMBER table CONSTANT)
  Q_PROPERTY(pianqu::app::SearchModel* search MEMBER search CONSTANT)
  Q_PROPERTY(pianqu::app::BookmarkModel* bookmarks MEMBER bookmarks CONSTANT)
  Q_PROPERTY(pianqu::app::MeasureController* measure MEMBER measure CONSTANT)
  Q_PROPERTY(pianqu::app::PlaceMenu* place MEMBER place CONSTANT)
  Q_PROPERTY(pianqu::app::StyleController* look MEMBER look CONSTANT)
  Q_PROPERTY(pianqu::app::PipeController* pipes MEMBER pipes CONSTANT)

 public:
  using QObject::QObject;
  ProjectController* project = nullptr;
  MapController* map = nullptr;
  DistrictModel* districts = nullptr;
  InspectorModel* inspector = nullptr;
  LanguageController* language = nullptr;
  OverlayModel* overlays = nullptr;
  FrameController* frame = nullptr;
  DeskController* desk = nullptr;
  ImportController* imports = nullptr;
  MainJob* job = nullptr;
  ProblemModel* problems = nullptr;
  TableModel* table = nullptr;
  SearchModel* search = nullptr;
  BookmarkModel* bookmarks = nullptr;
  MeasureController* measure = nullptr;
  PlaceMenu* place = nullptr;
  StyleController* look = nullptr;
  PipeController* pipes = nullptr;
};

}  // namespace pianqu::app
