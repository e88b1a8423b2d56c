#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "app/map/map_controller.hpp"
#include "app/model/district_model.hpp"
#include "app/model/frame_controller.hpp"
#include "app/model/inspector_model.hpp"
#include "app/model/language_controller.hpp"
#include "app/model/project_controller.hpp"
#include "app/tiles/base_map_controller.hpp"

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
  Q_PROPERTY(pianqu::app::BaseMapController* baseMap MEMBER baseMap CONSTANT)
  Q_PROPERTY(pianqu::app::FrameController* frame MEMBER frame CONSTANT)

 public:
  using QObject::QObject;
  ProjectController* project = nullptr;
  MapController* map = nullptr;
  DistrictModel* districts = nullptr;
  InspectorModel* inspector = nullptr;
  LanguageController* language = nullptr;
  BaseMapController* baseMap = nullptr;
  FrameController* frame = nullptr;
};

}  // namespace pianqu::app
