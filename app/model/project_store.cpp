#include <QDateTime>
#include <algorithm>

#include "app/model/plan_store.hpp"

namespace pianqu::app {
namespace {

class ProjectStore : public PlanStore {
 public:
  ProjectStore(layers::Project project, bool isReadOnly) : m_project(std::move(project)), m_isReadOnly(isReadOnly) {}

  geo::Result<SnapshotPtr> read(geo::Progress& progress) override {
    auto city = m_project.readCity(progress);
    if (!city) return geo::fail(std::move(city));
    auto plan = m_project.readPlan();
    if (!plan) return geo::fail(std::move(plan));
    Snapshot snapshot;
    snapshot.path = m_project.path();
    snapshot.name = m_project.settings().name;
    snapshot.crs = m_project.settings().crs;
    snapshot.isReadOnly = m_isReadOnly;
    snapshot.content = std::make_shared<const CityContent>(std::move(*city));
    return withPlan(snapshot, std::move(*plan));
  }

  geo::Result<layers::Plan> commit(const Snapshot& before, const std::vector<layers::Edit>& edits) override {
    return m_project.commit(before.content->city, *before.content->index, *before.plan, edits, currentAuthor());
  }
  geo::Result<std::optional<layers::Plan>> undo() override { return m_project.undo(currentAuthor()); }
  geo::Result<std::optional<layers::Plan>> redo() override { return m_project.redo(currentAuthor()); }
  geo::Result<std::vector<layers::NamedOption>> options() override {
    auto store = openOptions(layers::Project::Access::Read);
    if (!store) return geo::fail(std::move(store));
    return store->readAll();
  }
  geo::Result<void> keepOption(const std::string& name, const layers::Plan& plan) override {
    auto store = openOptions(layers::Project::Access::Write);
    if (!store) return geo::fail(std::move(store));
    return store->save(name, plan, {}, currentAuthor());
  }
  geo::Result<void> freezeOption(const std::string& name, const layers::Plan& plan) override {
    auto store = openOptions(layers::Project::Access::Write);
    if (!store) return geo::fail(std::move(store));
    return store->freeze(name, plan, {}, currentAuthor());
  }
  geo::Result<void> removeOption(const std::string& name) override {
    auto store = openOptions(layers::Project::Access::Write);
    if (!store) return geo::fail(std::move(store));
    return store->remove(name, currentAuthor());
  }

 private:
  /// A connection for one call: the project's own is idle meanwhile, both live in the worker thread.
  geo::Result<layers::OptionStore> openOptions(layers::Project::Access access) const { return layers::OptionStore::open(m_project.path(), access); }
  layers::Project m_project;
  bool m_isReadOnly;
};

class MemoryStore : public PlanStore {
 public:
  explicit MemoryStore(SnapshotPtr start) : m_start(std::move(start)) { m_plans.push_back(*m_start->plan); }

  geo::Result<SnapshotPtr> read(geo::Progress&) override { return m_start; }

  geo::Result<layers::Plan> commit(const Snapshot& before, const std::vector<layers::Edit>& edits) override {
    auto plan = layers::apply(before.content->city, *before.content->index, *before.plan, edits);
    if (!plan) return plan;
    m_plans.resize(m_at + 1);
    m_plans.push_back(*plan);
    ++m_at;
    return plan;
  }
  geo::Result<std::optional<layers::Plan>> undo() override {
    if (m_at == 0) return std::nullopt;
    return m_plans[--m_at];
  }
  geo::Result<std::optional<layers::Plan>> redo() override {
    if (m_at + 1 == m_plans.size()) return std::nullopt;
    return m_plans[++m_at];
  }
  geo::Result<std::vector<layers::NamedOption>> options() override { return m_options; }
  geo::Result<void> keepOption(const std::string& name, const layers::Plan& plan) override {
    const auto found = find(name);
    if (found != m_options.end() && found->state.isFrozen) return geo::fail(geo::ErrorCode::Conflict, "option " + name + " is frozen", "copy it under another name");
    if (found != m_options.end()) m_options.erase(found);
    return add(name, plan, false);
  }
  geo::Result<void> freezeOption(const std::string& name, const layers::Plan& plan) override {
    if (find(name) != m_options.end()) return geo::fail(geo::ErrorCode::Conflict, "there is an option " + name + " already", "choose another name for the version");
    return add(name, plan, true);
  }
  geo::Result<void> removeOption(const std::string& name) override {
    const auto found = find(name);
    if (found == m_options.end() || found->state.isFrozen) return geo::fail(geo::ErrorCode::Conflict, "option " + name + " is not there or frozen", "a frozen version stays");
    m_options.erase(found);
    return {};
  }

 private:
  std::vector<layers::NamedOption>::iterator find(const std::string& name) {
    return std::find_if(m_options.begin(), m_options.end(), [&name](const auto& option) { return option.state.name == name; });
  }
  geo::Result<void> add(const std::string& name, layers::Plan plan, bool isFrozen) {
    if (name.empty()) return geo::fail(geo::ErrorCode::Invalid, "the option has no name", "name it, e.g. 方案B");
    const auto author = currentAuthor();
    if (!isFrozen) plan.label = name;
    m_options.push_back({{name, isFrozen, author.at, author.name, {}}, std::move(plan)});
    std::sort(m_options.begin(), m_options.end(), [](const auto& a, const auto& b) { return a.state.name < b.state.name; });
    return {};
  }

  std::vector<layers::NamedOption> m_options;
  SnapshotPtr m_start;
  std::vector<layers::Plan> m_plans;
  std::size_t m_at = 0;
};

}  // namespace

geo::Result<std::unique_ptr<PlanStore>> openProjectStore(const std::string& path) {
  auto project = layers::Project::open(path, layers::Project::Access::Write);
  // A file that may not be changed can still be looked at.
  const bool isReadOnly = !project && project.error().code == geo::ErrorCode::Unwritable;
  if (isReadOnly) project = layers::Project::open(path, layers::Project::Access::Read);
  if (!project) return geo::fail(std::move(project));
  return std::make_unique<ProjectStore>(std::move(*project), isReadOnly);
}

std::unique_ptr<PlanStore> makeMemoryStore(std::string name, geo::Crs crs, layers::City city, layers::Plan plan) {
  Snapshot snapshot;
  snapshot.name = std::move(name);
  snapshot.crs = std::move(crs);
  snapshot.content = std::make_shared<const CityContent>(std::move(city));
  return std::make_unique<MemoryStore>(withPlan(snapshot, std::move(plan)));
}

layers::Author currentAuthor() {
  QString name = qEnvironmentVariable("PIANQU_USER");
  if (name.isEmpty()) name = qEnvironmentVariable("USER", QStringLiteral("unknown"));
  const QString now = qEnvironmentVariable("PIANQU_NOW", QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
  return {name.toStdString(), now.toStdString()};
}

}  // namespace pianqu::app
