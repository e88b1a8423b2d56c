#include <algorithm>

#include "app/model/project_controller.hpp"
#include "app/model/project_worker.hpp"

/// Options of the plan: kept, taken up, frozen and removed in the worker.
namespace pianqu::app {

ProjectController::Done ProjectController::optionsRead(const QString& notice) {
  auto options = m_worker->store->options();
  if (!options) return [this, error = options.error()] { raise(error); };
  return [this, notice, read = std::make_shared<const std::vector<layers::NamedOption>>(std::move(*options))] {
    m_options = read;
    emit optionsChanged();
    if (!notice.isEmpty()) emit noticeRaised(notice);
  };
}

void ProjectController::readOptions() {
  run(tr("Reading the options"), [this]() -> Done {
    if (!m_worker->store) return {};
    return optionsRead({});
  });
}

void ProjectController::changeOptions(std::function<geo::Result<void>()> change, const QString& notice) {
  if (!canEdit()) return;
  run(tr("Saving"), [this, change = std::move(change), notice]() -> Done {
    if (!m_worker->current) return {};
    if (const auto done = change(); !done) return [this, error = done.error()] { raise(error); };
    return optionsRead(notice);
  });
}

void ProjectController::keepOption(const QString& name) {
  changeOptions([this, to = name.trimmed().toStdString()]() -> geo::Result<void> {
    if (to == m_worker->current->plan->label) return geo::fail(geo::ErrorCode::Invalid, "the working plan is called " + to + " already", "give the copy another name");
    return m_worker->store->keepOption(to, *m_worker->current->plan);
  }, tr("Kept as %1. Work goes on where it was.").arg(name.trimmed()));
}

void ProjectController::freezeOption(const QString& name) {
  changeOptions([this, to = name.trimmed().toStdString()] { return m_worker->store->freezeOption(to, *m_worker->current->plan); }, tr("Frozen as %1.").arg(name.trimmed()));
}

void ProjectController::removeOption(const QString& name) {
  changeOptions([this, which = name.toStdString()] { return m_worker->store->removeOption(which); }, {});
}

void ProjectController::takeOption(const QString& name) {
  if (!canEdit()) return;
  run(tr("Saving"), [this, which = name.toStdString()]() -> Done {
    if (!m_worker->current) return {};
    const auto raised = [this](const geo::Error& error) -> Done { return [this, error] { raise(error); }; };
    auto options = m_worker->store->options();
    if (!options) return raised(options.error());
    const auto found = std::find_if(options->begin(), options->end(), [&which](const auto& option) { return option.state.name == which; });
    if (found == options->end()) return raised({geo::ErrorCode::NotFound, "there is no option " + which, "", {}});
    layers::Plan next = found->plan;
    // Work on a frozen version is an option of its own: the version stays what it was.
    next.label = found->state.isFrozen ? which + "（改）" : which;
    const auto kept = m_worker->store->keepOption(m_worker->current->plan->label, *m_worker->current->plan);
    if (!kept) return raised(kept.error());
    auto plan = m_worker->store->commit(*m_worker->current, {layers::ReplacePlan{std::move(next)}});
    if (!plan) return raised(plan.error());
    const Done show = shown(withPlan(*m_worker->current, std::move(*plan)), false, tr("Now working on %1.").arg(QString::fromStdString(which)));
    const Done list = optionsRead({});
    return [this, show, list] { m_canUndo = true; m_canRedo = false; show(); list(); };
  });
}

}  // namespace pianqu::app
