#include <QDateTime>

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
    return m_project.commit(before.content->city, *before.plan, edits, currentAuthor());
  }
  geo::Result<std::optional<layers::Plan>> undo() override { return m_project.undo(currentAuthor()); }
  geo::Result<std::optional<layers::Plan>> redo() override { return m_project.redo(currentAuthor()); }

 private:
  layers::Project m_project;
  bool m_isReadOnly;
};

class MemoryStore : public PlanStore {
 public:
  explicit MemoryStore(SnapshotPtr start) : m_start(std::move(start)) { m_plans.push_back(*m_start->plan); }

  geo::Result<SnapshotPtr> read(geo::Progress&) override { return m_start; }

  geo::Result<layers::Plan> commit(const Snapshot& before, const std::vector<layers::Edit>& edits) override {
    layers::Plan plan = *before.plan;
    for (const auto& edit : edits) {
      auto next = layers::apply(before.content->city, plan, edit);
      if (!next) return geo::fail(std::move(next));
      plan = std::move(*next);
    }
    m_plans.resize(m_at + 1);
    m_plans.push_back(plan);
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

 private:
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
