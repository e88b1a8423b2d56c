#pragma once

#include <QObject>
#include <QThread>

#include "app/model/project_controller.hpp"

namespace pianqu::app {

/// Lives in the worker thread. `current` is the snapshot that the next edit starts from: later than the shown one while edits queue up.
struct ProjectController::Worker {
  QThread thread;
  QObject context;
  std::unique_ptr<PlanStore> store;
  SnapshotPtr current;
};

}  // namespace pianqu::app
