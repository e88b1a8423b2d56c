#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/model/snapshot.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/plan/edit.hpp"
#include "layers/project/options.hpp"
#include "layers/project/project.hpp"

namespace pianqu::app {

/// Where the window's project lives. Used by one worker thread only.
class PlanStore {
 public:
  virtual ~PlanStore() = default;
  virtual geo::Result<SnapshotPtr> read(geo::Progress& progress) = 0;
  /// errors    those of layers::apply and of the file; nothing is changed then
  virtual geo::Result<layers::Plan> commit(const Snapshot& before, const std::vector<layers::Edit>& edits) = 0;
  /// nullopt when there is nothing to take back
  virtual geo::Result<std::optional<layers::Plan>> undo() = 0;
  virtual geo::Result<std::optional<layers::Plan>> redo() = 0;

  /// Options and frozen versions beside the working plan; errors those of layers::OptionStore.
  virtual geo::Result<std::vector<layers::NamedOption>> options() = 0;
  virtual geo::Result<void> keepOption(const std::string& name, const layers::Plan& plan) = 0;
  virtual geo::Result<void> freezeOption(const std::string& name, const layers::Plan& plan) = 0;
  virtual geo::Result<void> removeOption(const std::string& name) = 0;
};

/// A project file: every edit is saved when commit returns.
geo::Result<std::unique_ptr<PlanStore>> openProjectStore(const std::string& path);

/// A city in memory, lost when the window closes: for looking at a sample and for tests.
std::unique_ptr<PlanStore> makeMemoryStore(std::string name, geo::Crs crs, layers::City city, layers::Plan plan);

/// PIANQU_USER or the login name, and the clock (UTC) unless PIANQU_NOW says otherwise.
layers::Author currentAuthor();

}  // namespace pianqu::app
