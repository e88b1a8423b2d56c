#include <malloc.h>

#include <QDateTime>
#include <algorithm>

#include "app/model/plan_store.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/project/import_job.hpp"
#include "layers/project/kept_values.hpp"

namespace pianqu::app {
namespace {

class ProjectStore : public PlanStore {
 public:
  ProjectStore(layers::Project project, bool isReadOnly) : m_project(std::move(project)), m_isReadOnly(isReadOnly) {}

  geo::Result<SnapshotPtr> read(geo::Progress& progress) override {
    auto city = m_project.readCity(progress);
    if (!city) return geo::fail(std::move(city));
    auto plan = m_project.readPlan(progress);
    if (!plan) return geo::fail(std::move(plan));
    auto profile = layers::readProfile(m_project.path());
    if (!profile) return geo::fail(std::move(profile));
    Snapshot snapshot;
    snapshot.profile = std::move(*profile);
    snapshot.path = m_project.path();
    snapshot.name = m_project.settings().name;
    snapshot.crs = m_project.settings().crs;
    snapshot.isReadOnly = m_isReadOnly;
    snapshot.content = std::make_shared<const CityContent>(std::move(*city));
    // The parts in which tables are read leave holes all over the heap, as much as a tenth of a large city.
    ::malloc_trim(0);
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

  geo::Result<std::vector<layers::FeatureTable>> editValues(const Snapshot&, const layers::FeatureTable& rows) override {
    return m_project.commitValues(rows, {}, currentAuthor());
  }
  std::vector<layers::FeatureTable> rowsTakenBack() const override { return m_project.rowsTakenBack(); }
  geo::Result<layers::Project::RowFacts> readFacts(const std::string& table, const layers::Uid& uid) const override { return m_project.readFacts(table, uid); }
  geo::Result<std::string> readKept(const std::string& key) const override { return layers::readKept(m_project.path(), key); }
  geo::Result<void> writeKept(const std::string& key, const std::string& text) override {
    return layers::writeKept(m_project.path(), key, text, currentAuthor());
  }

  geo::Result<ImportDone> importFiles(const std::vector<layers::ImportRequest>& requests, const layers::ImportTables& tables, geo::Progress& progress) override {
    layers::ImportContext context{.projectCrs = m_project.settings().crs, .city = {}};
    auto city = m_project.readCity(progress);
    if (!city) return geo::fail(std::move(city));
    context.city = std::move(*city);
    ImportDone done;
    for (const auto& request : requests) {
      if (progress.isCancelled()) return geo::fail(geo::ErrorCode::Cancelled, "the import was stopped", "files that were taken by then are in the project");
      if (auto taken = importOne(request, tables, context, done, progress); !taken) {
        if (taken.error().code == geo::ErrorCode::Cancelled) return geo::fail(std::move(taken));
        done.failure = taken.error();
        break;
      }
    }
    return done;
  }

 private:
  /// A connection for one call: the project's own is idle meanwhile, both live in the worker thread.
  geo::Result<layers::OptionStore> openOptions(layers::Project::Access access) const { return layers::OptionStore::open(m_project.path(), access); }

  geo::Result<void> importOne(const layers::ImportRequest& request, const layers::ImportTables& tables, layers::ImportContext& context, ImportDone& done, geo::Progress& progress) {
    const auto sources = m_project.readSources();
    if (!sources) return geo::fail(sources);
    if (layers::earlierImport(*sources, request)) {
      ++done.filesKnown;
      return {};
    }
    auto raw = layers::readRaw(request, tables, progress);
    if (!raw) return geo::fail(std::move(raw));
    auto result = layers::importFile(request, std::move(*raw), tables, context, progress);
    if (!result) return geo::fail(std::move(result));
    const auto author = currentAuthor();
    const layers::Source source = layers::sourceOf(request, *result, author);
    for (const auto& table : result->tables) layers::addTable(context.city, table);
    if (auto written = m_project.addImport(std::move(result->tables), result->updates, source, author, progress); !written) return written;
    std::vector<std::string> changed;
    for (const auto& table : result->updates) changed.push_back(table.name);
    if (auto read = m_project.readTables(changed, context.city, progress); !read) return read;
    ++done.filesTaken;
    done.rowsWritten += source.rowsWritten;
    done.problems.insert(done.problems.end(), result->problems.begin(), result->problems.end());
    return {};
  }

  layers::Project m_project;
  bool m_isReadOnly;
};

class MemoryStore : public PlanStore {
 public:
  explicit MemoryStore(SnapshotPtr start) : m_start(std::move(start)) { m_states.push_back({*m_start->plan, {}, {}}); }

  geo::Result<SnapshotPtr> read(geo::Progress&) override { return m_start; }

  geo::Result<layers::Plan> commit(const Snapshot& before, const std::vector<layers::Edit>& edits) override {
    auto plan = layers::apply(before.content->city, *before.content->index, *before.plan, edits);
    if (plan) push({*plan, {}, {}});
    return plan;
  }
  geo::Result<std::vector<layers::FeatureTable>> editValues(const Snapshot& before, const layers::FeatureTable& rows) override {
    auto old = valuesNow(*before.content, rows);
    if (!old) return geo::fail(std::move(old));
    push({*before.plan, {std::move(*old)}, {rows}});
    return std::vector{rows};
  }
  geo::Result<std::optional<layers::Plan>> undo() override {
    if (m_at == 0) return std::nullopt;
    m_taken = m_states[m_at].before;
    return m_states[--m_at].plan;
  }
  geo::Result<std::optional<layers::Plan>> redo() override {
    if (m_at + 1 == m_states.size()) return std::nullopt;
    m_taken = m_states[++m_at].after;
    return m_states[m_at].plan;
  }
  std::vector<layers::FeatureTable> rowsTakenBack() const override { return m_taken; }
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


  /// The plan after a step, and the values of imported rows on both sides of it.
  struct State {
    layers::Plan plan;
    std::vector<layers::FeatureTable> before, after;
  };
  void push(State state) {
    m_states.resize(m_at + 1);
    m_states.push_back(std::move(state));
    ++m_at;
  }

  std::vector<layers::NamedOption> m_options;
  SnapshotPtr m_start;
  std::vector<State> m_states;
  std::vector<layers::FeatureTable> m_taken;
  std::size_t m_at = 0;
};

}  // namespace

geo::Result<std::vector<layers::FeatureTable>> PlanStore::editValues(const Snapshot&, const layers::FeatureTable& rows) {
  return geo::fail(geo::ErrorCode::Unwritable, "the values of " + rows.name + " may not be changed here", "copy the project to a folder of your own");
}
geo::Result<layers::Project::RowFacts> PlanStore::readFacts(const std::string&, const layers::Uid&) const { return layers::Project::RowFacts{}; }
geo::Result<ImportDone> PlanStore::importFiles(const std::vector<layers::ImportRequest>&, const layers::ImportTables&, geo::Progress&) {
  return geo::fail(geo::ErrorCode::Unsupported, "a city in memory takes no files", "make a project first: File, New project");
}
geo::Result<std::string> PlanStore::readKept(const std::string& key) const {
  const auto found = m_kept.find(key);
  return found == m_kept.end() ? std::string() : found->second;
}
geo::Result<void> PlanStore::writeKept(const std::string& key, const std::string& text) {
  m_kept[key] = text;
  return {};
}

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
