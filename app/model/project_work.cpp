#include <QDir>
#include <QFileInfo>

#include "app/model/project_controller.hpp"
#include "app/model/project_worker.hpp"
#include "app/model/said.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/plan/merge.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::app {
namespace {

constexpr std::uint64_t kSampleSeed = 1;
const char* const kSampleName = "云梅市";

/// The sample as a project file with its districts, made beside and then moved so that a stop leaves nothing half-made.
geo::Result<void> makeSample(const std::string& path, const std::string& dataFolder, geo::Progress& progress) {
  auto sample = layers::generateCity(layers::SampleSize::S, kSampleSeed, progress);
  if (!sample) return geo::fail(std::move(sample));
  const std::string scrap = path + ".making.gpkg";
  QFile::remove(QString::fromStdString(scrap));
  const auto author = currentAuthor();
  {
    auto project = layers::Project::create(scrap, {.name = kSampleName, .crs = sample->crs}, author);
    if (!project) return geo::fail(std::move(project));
    const layers::Source source{.id = "sample-s-1", .path = "pianqu sample --size S --seed 1", .kind = "city", .importedAt = author.at};
    if (auto added = project->addImport(layers::toTables(sample->city), source, author, progress); !added) return added;
    const auto rules = layers::MergeRules::read(dataFolder);
    if (!rules) return geo::fail(rules);
    const auto proposal = layers::proposeDistricts(sample->city, {}, {}, *rules, progress);
    if (!proposal) return geo::fail(proposal);
    if (const auto saved = project->commit(sample->city, {}, proposal->edit, author, "sample"); !saved) return geo::fail(saved);
  }
  if (!QFile::rename(QString::fromStdString(scrap), QString::fromStdString(path))) return geo::fail(geo::ErrorCode::Unwritable, "the sample cannot be put in place", "choose another folder", {.file = path});
  return {};
}

}  // namespace

void ProjectController::work(const QString& title, Work work, After after) {
  const auto task = m_tasks.add(title);
  run(title, [this, task, work = std::move(work), after = std::move(after)]() -> Done {
    if (!m_worker->current) return [this, task] { m_tasks.finish(task, TaskModel::State::Cancelled, tr("No project is open.")); };
    auto done = task->isCancelled() ? geo::Result<WorkDone>(geo::fail(geo::ErrorCode::Cancelled, "stopped before it began")) : work(*m_worker->store, m_worker->current, *task);
    if (!done) {
      return [this, task, error = done.error()] {
        const bool isCancelled = error.code == geo::ErrorCode::Cancelled;
        m_tasks.finish(task, isCancelled ? TaskModel::State::Cancelled : TaskModel::State::Failed, isCancelled ? tr("Stopped; nothing was changed.") : said(error));
        if (!isCancelled) raise(error);
      };
    }
    const bool isChanged = done->snapshot && done->snapshot != m_worker->current;
    const Done show = isChanged ? shown(done->snapshot, false, done->notice) : Done();
    return [this, task, show, after, isChanged, notice = done->notice, problems = std::move(done->problems)] {
      m_tasks.finish(task, TaskModel::State::Done, notice);
      if (isChanged) { m_canUndo = true; m_canRedo = false; show(); }
      else if (!notice.isEmpty()) emit noticeRaised(notice);
      if (after) after(problems);
    };
  });
}

void ProjectController::editValues(const std::string& table, const std::vector<layers::Uid>& uids, const layers::Field& field, const layers::Value& value) {
  if (!canEdit() || uids.empty()) return;
  layers::FeatureTable rows{.name = table, .fields = {{"uid"}, field}, .columns = {{}, {}}};
  for (const auto& uid : uids) {
    rows.columns[0].push_back(layers::Value{uid});
    rows.columns[1].push_back(value);
  }
  run(tr("Saving"), [this, rows = std::move(rows)]() -> Done {
    if (!m_worker->current) return {};
    const auto changed = m_worker->store->editValues(*m_worker->current, rows);
    if (!changed) return [this, error = changed.error()] { raise(error); };
    if (changed->empty()) return {};
    const Done show = shown(withRows(*m_worker->current, *changed), false, {});
    return [this, show] { m_canUndo = true; m_canRedo = false; show(); };
  });
}

void ProjectController::readFacts(const std::string& table, const layers::Uid& uid, std::function<void(const layers::Project::RowFacts&)> show) {
  run({}, [this, table, uid, show = std::move(show)]() -> Done {
    if (!m_worker->store) return {};
    auto facts = m_worker->store->readFacts(table, uid);
    if (!facts) return {};  // a row of a drawing that is no row of the file has none
    return [show, facts = std::move(*facts)] { show(facts); };
  });
}

void ProjectController::readKept(const std::string& key, std::function<void(const QString&)> show) {
  run({}, [this, key, show = std::move(show)]() -> Done {
    const auto text = m_worker->store ? m_worker->store->readKept(key) : geo::Result<std::string>(std::string());
    return [show, text = QString::fromStdString(text.value_or(std::string()))] { show(text); };
  });
}

void ProjectController::writeKept(const std::string& key, const QString& text) {
  if (!canEdit()) return;
  run(tr("Saving"), [this, key, text = text.toStdString()]() -> Done {
    if (!m_worker->store) return {};
    const auto written = m_worker->store->writeKept(key, text);
    if (written) return {};
    return [this, error = written.error()] { raise(error); };
  });
}

void ProjectController::setProfile(const layers::CityProfile& profile) {
  if (!canEdit()) return;
  run(tr("Saving"), [this, profile]() -> Done {
    if (!m_worker->store) return {};
    if (const auto kept = m_worker->store->writeKept("profile", layers::toText(profile)); !kept) return [this, error = kept.error()] { raise(error); };
    Snapshot next = *m_worker->current;
    next.profile = profile;
    return shown(std::make_shared<const Snapshot>(std::move(next)), false, tr("The city's profile is saved."));
  });
}

void ProjectController::create(const QString& path, const layers::ProjectSettings& settings, const layers::CityProfile& profile) {
  const QString title = tr("Making %1").arg(QFileInfo(path).fileName());
  run(title, [this, path = path.toStdString(), settings, profile, task = m_tasks.add(title)]() -> Done {
    const auto made = layers::Project::create(path, settings, currentAuthor());
    if (!made) return opening(geo::fail(made), path, task);
    auto store = openProjectStore(path);
    if (store && profile != layers::CityProfile{})
      if (const auto kept = (*store)->writeKept("profile", layers::toText(profile)); !kept) return opening(geo::fail(kept), path, task);
    return opening(std::move(store), path, task);
  });
}

void ProjectController::openSampleIn(const QString& folder, const QString& dataFolder) {
  const QString path = QDir(folder).filePath(QString::fromUtf8(kSampleName) + QStringLiteral(".gpkg"));
  if (QFileInfo::exists(path)) return open(path);
  const QString title = tr("Making the sample city");
  run(title, [this, folder, path = path.toStdString(), dataFolder = dataFolder.toStdString(), task = m_tasks.add(title)]() -> Done {
    QDir().mkpath(folder);
    if (const auto made = makeSample(path, dataFolder, *task); !made) return opening(geo::fail(made), path, task);
    return opening(openProjectStore(path), path, task);
  });
}

}  // namespace pianqu::app
