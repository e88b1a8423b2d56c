#include "app/desk/problem_model.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

#include "app/model/said.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/rules/plan_checks.hpp"

namespace pianqu::app {
namespace {

geo::Problems leftoversOf(const layers::Plan& plan) {
  geo::Problems problems;
  for (const auto& leftover : plan.leftovers)
    problems.push_back({geo::Severity::Note, leftover.reasonCode, leftover.reason, {.layer = leftover.kind == layers::TargetKind::Estate ? "estate" : "building", .feature = leftover.targetUid}});
  return problems;
}

geo::Problems checked(const Snapshot& snapshot, const QString& dataFolder) {
  const auto rules = layers::RuleBook::read(dataFolder.toStdString(), snapshot.profile);
  auto problems = rules ? layers::checkPlan(snapshot.content->city, *snapshot.content->index, *snapshot.plan, *rules) : geo::Result<geo::Problems>(geo::fail(rules));
  if (problems) return std::move(*problems);
  return {{geo::Severity::Warning, "not-checked", geo::toText(problems.error()), {}}};
}

}  // namespace

ProblemModel::ProblemModel(ProjectController& project, QString dataFolder, QObject* parent) : QAbstractListModel(parent), m_project(project), m_dataFolder(std::move(dataFolder)) {
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::snapshotChanged, this, &ProblemModel::follow);
}

ProblemModel::~ProblemModel() { m_pool.waitForDone(); }

int ProblemModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto [origin, at] = m_shown[static_cast<std::size_t>(index.row())];
  const geo::Problem& problem = m_problems[static_cast<std::size_t>(origin)][at];
  switch (role) {
    case SeverityRole: return static_cast<int>(problem.severity);
    case TextRole: return said(problem.text);
    case CodeRole: return QString::fromStdString(problem.code);
    case OriginRole: return titleOf(origin);
    case HasPlaceRole: return (problem.where.x && problem.where.y) || problem.where.feature.size() == 32;
    default: return {};
  }
}

QHash<int, QByteArray> ProblemModel::roleNames() const {
  return {{SeverityRole, "severity"}, {TextRole, "words"}, {CodeRole, "code"}, {OriginRole, "originText"}, {HasPlaceRole, "hasPlace"}};
}

int ProblemModel::totalCount() const {
  std::size_t count = 0;
  for (const auto& problems : m_problems) count += problems.size();
  return static_cast<int>(count);
}

QString ProblemModel::titleOf(int origin) {
  switch (origin) {
    case Rules: return tr("Rules");
    case Leftovers: return tr("Left over");
    case Drainage: return tr("Drainage");
    case Import: return tr("Import");
    case Merge: return tr("Merging");
    default: return tr("All");
  }
}

QVariantList ProblemModel::origins() const {
  QVariantList list{QVariantMap{{QStringLiteral("origin"), int(All)}, {QStringLiteral("title"), titleOf(All)}, {QStringLiteral("count"), totalCount()}}};
  for (int origin = 0; origin < kOrigins; ++origin)
    list.append(QVariantMap{{QStringLiteral("origin"), origin}, {QStringLiteral("title"), titleOf(origin)}, {QStringLiteral("count"), static_cast<int>(m_problems[static_cast<std::size_t>(origin)].size())}});
  return list;
}

void ProblemModel::gather() {
  beginResetModel();
  m_shown.clear();
  for (int origin = 0; origin < kOrigins; ++origin) {
    if (m_origin != All && m_origin != origin) continue;
    for (std::size_t i = 0; i < m_problems[static_cast<std::size_t>(origin)].size(); ++i) m_shown.emplace_back(origin, i);
  }
  // The worst first; within that as found.
  std::stable_sort(m_shown.begin(), m_shown.end(), [this](const auto& a, const auto& b) {
    return m_problems[static_cast<std::size_t>(a.first)][a.second].severity > m_problems[static_cast<std::size_t>(b.first)][b.second].severity;
  });
  endResetModel();
  emit changed();
}

void ProblemModel::setOrigin(int origin) {
  m_origin = origin;
  gather();
}

void ProblemModel::setProblems(Origin origin, geo::Problems problems) {
  m_problems[static_cast<std::size_t>(origin)] = std::move(problems);
  gather();
}

void ProblemModel::show(int row) {
  if (row < 0 || row >= rowCount()) return;
  const auto [origin, at] = m_shown[static_cast<std::size_t>(row)];
  const geo::Where& where = m_problems[static_cast<std::size_t>(origin)][at].where;
  emit placeWanted(where.feature, where.x && where.y ? std::optional(geo::XY{*where.x, *where.y}) : std::nullopt);
}

void ProblemModel::follow() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (m_isStale) *m_isStale = true;
  if (!snapshot || snapshot->origin != m_openedAs) {
    for (auto& problems : m_problems) problems.clear();
    m_openedAs = snapshot ? snapshot->origin : nullptr;
    gather();
  }
  if (!snapshot) return;
  m_isStale = std::make_shared<std::atomic<bool>>(false);
  m_isChecking = true;
  emit changed();
  m_pool.start([this, snapshot, flag = m_isStale, folder = m_dataFolder] {
    if (*flag) return;  // a later edit came first
    auto rules = checked(*snapshot, folder);
    QMetaObject::invokeMethod(this, [this, flag, snapshot, rules = std::move(rules)]() mutable {
      if (*flag) return;
      m_isChecking = false;
      m_problems[Rules] = std::move(rules);
      m_problems[Leftovers] = leftoversOf(*snapshot->plan);
      gather();
    }, Qt::QueuedConnection);
  });
}

void ProblemModel::copy(int row) const { QGuiApplication::clipboard()->setText(data(index(row), TextRole).toString()); }

void ProblemModel::copyAll() const {
  QStringList lines;
  for (int row = 0; row < rowCount(); ++row) lines.append(data(index(row), OriginRole).toString() + QLatin1Char('\t') + data(index(row), TextRole).toString());
  QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace pianqu::app
