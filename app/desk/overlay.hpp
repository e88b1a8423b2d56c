#pragma once

#include <QColor>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "app/map/map_layer.hpp"
#include "app/model/task_model.hpp"
#include "app/tiles/base_map_controller.hpp"
#include "geo/base/error.hpp"
#include "layers/io/overlay.hpp"

namespace pianqu::app {

/// What the project keeps of a file or address that lies over or under its layers.
struct KeptOverlay {
  QString source;                  ///< a path or an address
  QString name;
  QString crs;                     ///< as a person said; "gcj02" and "bd09" do for pictures too. Empty: judged
  QColor colour;                   ///< of shapes
  double opacity = 1;
  bool isShown = true;
  bool isAbove = true;             ///< over the layers of the project
  bool isPicture = false;          ///< drawn by tiles, like a base map
};

/// As the project keeps them. A file beside the project or below its folder is found again when both were moved.
QString toText(const std::vector<KeptOverlay>& overlays, const QString& projectPath);
std::vector<KeptOverlay> overlaysFrom(const QString& text, const QString& projectPath);

/// One overlay of the window.
struct Overlay {
  enum class State { Reading, Ready, Failed };
  KeptOverlay kept;
  int id = 0;
  bool isOfProject = true;         ///< false: of this start of the window only
  State state = State::Reading;
  std::optional<geo::Error> error;          ///< why it cannot be shown
  layers::OverlayShapes found;              ///< what reading says of the shapes, which are in `shapes`
  std::optional<geo::Error> tileError;      ///< what went wrong with a piece of a picture
  bool isMissing = false;          ///< there is no such file
  std::shared_ptr<const std::vector<geo::XYGeometry>> shapes;
  std::unique_ptr<MapLayer> layer;          ///< of shapes
  BaseMapController* picture = nullptr;     ///< of a picture
  std::shared_ptr<LongTask> task;           ///< that reads it
  int dyeing = 0;                           ///< times that a worker draws it in another colour
};

}  // namespace pianqu::app
