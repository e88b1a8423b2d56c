#include "app/model/task_model.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::app {
namespace {

constexpr int kLookMs = 150;
constexpr double kLeastShare = 0.03;      // before that, the time left is a guess that jumps about
constexpr qint64 kLeastMs = 1500;

}  // namespace

void LongTask::report(double fraction, std::string_view stage) {
  m_fraction = std::clamp(fraction, 0.0, 1.0);
  const std::lock_guard lock(m_mutex);
  if (m_stage != stage) m_stage = stage;
}

std::string LongTask::stage() const {
  const std::lock_guard lock(m_mutex);
  return m_stage;
}

TaskModel::TaskModel(QObject* parent) : QAbstractListModel(parent) {
  m_timer.setInterval(kLookMs);
  connect(&m_timer, &QTimer::timeout, this, &TaskModel::look);
}

int TaskModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }

QVariant TaskModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Entry& entry = m_entries[index.row()];
  switch (role) {
    case TitleRole: return entry.title;
    case StageRole: return QString::fromStdString(entry.task->stage());
    case FractionRole: return entry.state == State::Running ? entry.task->fraction() : 1.0;
    case LeftRole: return timeOf(entry);
    case StateRole: return static_cast<int>(entry.state);
    case ResultRole: return entry.result;
    default: return {};
  }
}

QHash<int, QByteArray> TaskModel::roleNames() const {
  return {{TitleRole, "title"}, {StageRole, "stage"}, {FractionRole, "fraction"}, {LeftRole, "timeText"}, {StateRole, "taskState"}, {ResultRole, "resultText"}};
}

const TaskModel::Entry* TaskModel::running() const {
  // The oldest is the one that is at work; later ones wait for it.
  const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(), [](const Entry& entry) { return entry.state == State::Running; });
  return found == m_entries.rend() ? nullptr : &*found;
}

int TaskModel::runningCount() const {
  return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const Entry& entry) { return entry.state == State::Running; }));
}

QString TaskModel::runningText() const {
  const Entry* entry = running();
  return entry ? QStringLiteral("%1 %2 %").arg(entry->title).arg(std::lround(entry->task->fraction() * 100)) : QString();
}

double TaskModel::runningFraction() const { return running() ? running()->task->fraction() : 0; }

QString TaskModel::timeOf(const Entry& entry) const {
  if (entry.state != State::Running) return tr("took %1 s").arg(static_cast<double>(entry.tookMs) / 1000, 0, 'f', 1);
  const double fraction = entry.task->fraction();
  const qint64 elapsed = entry.clock.elapsed();
  if (entry.task->isCancelled()) return tr("stopping");
  if (fraction < kLeastShare || elapsed < kLeastMs) return tr("%1 s so far").arg(elapsed / 1000);
  const auto leftS = std::lround(static_cast<double>(elapsed) / fraction * (1 - fraction) / 1000);
  return leftS < 90 ? tr("about %1 s left").arg(leftS) : tr("about %1 min left").arg((leftS + 30) / 60);
}

std::shared_ptr<LongTask> TaskModel::add(const QString& title) {
  auto task = std::make_shared<LongTask>();
  beginInsertRows({}, 0, 0);
  m_entries.prepend({task, title, {}, State::Running, {}, 0});
  m_entries.front().clock.start();
  endInsertRows();
  m_timer.start();
  emit changed();
  emit progressed();
  return task;
}

void TaskModel::finish(const std::shared_ptr<LongTask>& task, State state, const QString& result) {
  for (qsizetype row = 0; row < m_entries.size(); ++row) {
    Entry& entry = m_entries[row];
    if (entry.task != task || entry.state != State::Running) continue;
    entry.state = state;
    entry.result = result;
    entry.tookMs = entry.clock.elapsed();
    emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
  }
  if (runningCount() == 0) m_timer.stop();
  emit changed();
  emit progressed();
}

void TaskModel::cancel(int row) {
  if (row < 0 || row >= m_entries.size()) return;
  m_entries[row].task->cancel();
  emit dataChanged(index(row), index(row));
}

void TaskModel::cancelAll() {
  for (const Entry& entry : std::as_const(m_entries)) entry.task->cancel();
}

void TaskModel::forgetFinished() {
  beginResetModel();
  m_entries.removeIf([](const Entry& entry) { return entry.state != State::Running; });
  endResetModel();
  emit changed();
}

void TaskModel::look() {
  for (int row = 0; row < rowCount(); ++row)
    if (m_entries[row].state == State::Running) emit dataChanged(index(row), index(row), {StageRole, FractionRole, LeftRole});
  emit progressed();
}

}  // namespace pianqu::app
