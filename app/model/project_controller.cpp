#include "app/model/project_controller.hpp"

#include <QFileInfo>

#include "app/model/project_worker.hpp"
#include "app/model/said.hpp"

namespace pianqu::app {

ProjectController::ProjectController(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>()) {
  m_worker->thread.setObjectName(QStringLiteral("store"));
  m_worker->context.moveToThread(&m_worker->thread);
  m_worker->thread.start();
}

ProjectController::~ProjectController() {
  m_tasks.cancelAll();
  // The store's connection belongs to its thread, so it is closed there, after whatever is still being written.
  QMetaObject::invokeMethod(&m_worker->context, [worker = m_worker.get()] { worker->store.reset(); }, Qt::BlockingQueuedConnection);
  m_worker->thread.quit();
  m_worker->thread.wait();
}

QString ProjectController::name() const { return m_snapshot ? QString::fromStdString(m_snapshot->name) : QString(); }
QString ProjectController::path() const { return m_snapshot ? QString::fromStdString(m_snapshot->path) : QString(); }
QString ProjectController::crsName() const { return m_snapshot ? QString::fromStdString(m_snapshot->crs.name()) : QString(); }

void ProjectController::run(const QString& busyText, Task task) {
  ++m_pending;
  m_busyText = busyText;
  emit isBusyChanged();
  QMetaObject::invokeMethod(&m_worker->context, [this, task = std::move(task)] {
    const Done done = task();
    QMetaObject::invokeMethod(this, [this, done] { finish(done); }, Qt::QueuedConnection);
  }, Qt::QueuedConnection);
}

void ProjectController::finish(const Done& done) {
  --m_pending;
  if (done) done();
  emit isBusyChanged();
}

void ProjectController::raise(const geo::Error& error) {
  emit problemRaised(said(error), said(error.hint));
}

ProjectController::Done ProjectController::shown(geo::Result<SnapshotPtr> result, bool isNew, const QString& notice) {
  if (!result) return [this, error = result.error()] { raise(error); };
  m_worker->current = *result;
  return [this, snapshot = *result, isNew, notice] {
    m_snapshot = snapshot;
    emit snapshotChanged();
    emit historyChanged();
    if (isNew && !snapshot->path.empty()) m_recent.add(QString::fromStdString(snapshot->path), QString::fromStdString(snapshot->name));
    if (isNew) m_options.reset();
    if (isNew) emit opened();
    if (isNew && snapshot->isReadOnly) emit noticeRaised(tr("This project may not be changed here; it is open for reading."));
    if (!notice.isEmpty()) emit noticeRaised(notice);
  };
}

ProjectController::Done ProjectController::notOpened(const std::string& path, const geo::Error& error) {
  const QString name = QFileInfo(QString::fromStdString(path)).fileName();
  return [this, name, error] {
    emit problemRaised(tr("%1 could not be opened.").arg(name) + QLatin1Char('\n') + said(error), said(error.hint));
  };
}

ProjectController::Done ProjectController::opening(geo::Result<std::unique_ptr<PlanStore>> store, const std::string& path, const std::shared_ptr<LongTask>& task) {
  const auto failed = [&](const geo::Error& error) -> Done {
    const bool isCancelled = error.code == geo::ErrorCode::Cancelled;
    return [this, task, isCancelled, text = said(error), tell = isCancelled ? Done() : notOpened(path, error)] {
      m_tasks.finish(task, isCancelled ? TaskModel::State::Cancelled : TaskModel::State::Failed, text);
      if (tell) tell();
    };
  };
  if (!store) return failed(store.error());
  auto snapshot = (*store)->read(*task);
  if (!snapshot) return failed(snapshot.error());
  m_worker->store = std::move(*store);
  const Done show = shown(std::move(snapshot), true, {});
  return [this, task, show] {
    m_tasks.finish(task, TaskModel::State::Done, {});
    m_canUndo = true;
    m_canRedo = true;
    show();
  };
}

void ProjectController::open(const QString& path) {
  const QString title = tr("Opening %1").arg(QFileInfo(path).fileName());
  run(title, [this, path = path.toStdString(), task = m_tasks.add(title)]() -> Done { return opening(openProjectStore(path), path, task); });
}

void ProjectController::openUrl(const QUrl& url) { open(url.isLocalFile() ? url.toLocalFile() : url.toString()); }

void ProjectController::openStore(std::unique_ptr<PlanStore> store) {
  run(tr("Opening"), [this, shared = std::make_shared<std::unique_ptr<PlanStore>>(std::move(store))]() -> Done {
    m_worker->store = std::move(*shared);
    return shown(m_worker->store->read(geo::noProgress()), true, {});
  });
}

void ProjectController::close() {
  run({}, [this]() -> Done {
    m_worker->store.reset();
    m_worker->current.reset();
    return [this] {
      m_snapshot.reset();
      emit snapshotChanged();
      emit historyChanged();
    };
  });
}

void ProjectController::commitEdits(std::vector<layers::Edit> edits, const QString& notice) {
  if (!canEdit()) return;
  run(tr("Saving"), [this, edits = std::move(edits), notice]() -> Done {
    if (!m_worker->current) return {};
    auto plan = m_worker->store->commit(*m_worker->current, edits);
    if (!plan) return [this, error = plan.error()] { raise(error); };
    const Done show = shown(withPlan(*m_worker->current, std::move(*plan)), false, notice);
    return [this, show] { m_canUndo = true; m_canRedo = false; show(); };
  });
}

void ProjectController::step(bool isUndo) {
  run(isUndo ? tr("Undoing") : tr("Redoing"), [this, isUndo]() -> Done {
    if (!m_worker->current) return {};
    auto plan = isUndo ? m_worker->store->undo() : m_worker->store->redo();
    if (!plan) return [this, error = plan.error()] { raise(error); };
    if (!*plan)
      return [this, isUndo] {
        (isUndo ? m_canUndo : m_canRedo) = false;
        emit historyChanged();
        emit noticeRaised(isUndo ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
      };
    const auto rows = m_worker->store->rowsTakenBack();
    const SnapshotPtr base = rows.empty() ? m_worker->current : withRows(*m_worker->current, rows);
    const Done show = shown(withPlan(*base, std::move(**plan)), false, {});
    return [this, isUndo, show] { (isUndo ? m_canRedo : m_canUndo) = true; show(); };
  });
}

void ProjectController::undo() { step(true); }
void ProjectController::redo() { step(false); }

void ProjectController::renameDistrict(const QString& uid, const QString& name) {
  const QString trimmed = name.trimmed();
  if (trimmed.isEmpty()) return emit problemRaised(tr("A district needs a name."), tr("Type a name such as 梅园片区."));
  commitEdits({layers::RenameDistrict{uid.toStdString(), trimmed.toStdString()}}, {});
}

void ProjectController::removeDistrict(const QString& uid) { commitEdits({layers::RemoveDistrict{uid.toStdString()}}, tr("District deleted. Undo brings it back.")); }

void ProjectController::pinDistrict(const QString& uid, bool isPinned) { commitEdits({layers::PinDistrict{uid.toStdString(), isPinned}}, {}); }

}  // namespace pianqu::app
