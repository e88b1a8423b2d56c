#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/io/database.hpp"
#include "layers/plan/plan.hpp"
#include "layers/project/project.hpp"

namespace pianqu::layers {

/// An option (方案A, 方案B) or a frozen version that a project keeps beside the plan that is being worked on.
struct OptionInfo {
  std::string name;
  bool isFrozen = false;              ///< never written again
  std::string savedAt, savedBy, note;
};

struct NamedOption {
  OptionInfo state;
  Plan plan;
};

/// The options of a project file, in table `plan_option`: one row each, the whole plan as the JSON rows that the journal uses.
/// The working plan is not among them; its label says which option it is. Each change is one transaction with a journal row
/// (op `option`), outside of the undo of edits. A connection of its own: open it while no Project is writing.
class OptionStore {
 public:
  /// errors    as Project::open
  static geo::Result<OptionStore> open(const std::string& path, Project::Access access);

  geo::Result<std::vector<OptionInfo>> list() const;   ///< by name
  geo::Result<std::vector<NamedOption>> readAll() const;
  /// errors    NotFound naming the options there are; Unreadable for a damaged row
  geo::Result<Plan> read(const std::string& name) const;
  /// Writes or overwrites one. errors Conflict when it is frozen; Invalid for an empty name
  geo::Result<void> save(const std::string& name, const Plan& plan, const std::string& note, const Author& author);
  /// Keeps a copy that nobody overwrites. errors Conflict when there is one of that name
  geo::Result<void> freeze(const std::string& version, const Plan& plan, const std::string& note, const Author& author);
  /// errors    NotFound; Conflict when it is frozen
  geo::Result<void> remove(const std::string& name, const Author& author);

 private:
  OptionStore(Database database, ProjectSettings settings, bool isWritable) : m_database(std::move(database)), m_settings(std::move(settings)), m_isWritable(isWritable) {}
  geo::Result<void> write(const std::string& name, const Plan& plan, const std::string& note, const char* state, const Author& author);
  Database m_database;
  ProjectSettings m_settings;
  bool m_isWritable;
};

/// A plan as text, and back: {"<table>": {"<uid>": row}}. keeps planFromJson(planToJson(p)) == p for a sorted plan
std::string planToJson(const Plan& plan);
geo::Result<Plan> planFromJson(const std::string& text);

}  // namespace pianqu::layers
