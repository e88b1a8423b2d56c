#include "app/model/district_model.hpp"

namespace pianqu::app {
namespace {
QString number(double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); }
}  // namespace

DistrictModel::DistrictModel(ProjectController& project, QObject* parent) : QAbstractListModel(parent), m_project(project) {
  connect(&project, &ProjectController::snapshotChanged, this, &DistrictModel::reload);
}

int DistrictModel::count() const { return m_snapshot ? static_cast<int>(m_snapshot->plan->districts.size()) : 0; }
int DistrictModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant DistrictModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto row = static_cast<std::size_t>(index.row());
  const layers::District& district = m_snapshot->plan->districts[row];
  const layers::Summary& summary = m_snapshot->districtSummaries[row];
  switch (role) {
    case UidRole: return QString::fromStdString(district.uid);
    case CodeRole: return QString::fromStdString(district.code);
    case NameRole: return QString::fromStdString(district.name);
    case PinnedRole: return district.isPinned;
    case AreaRole: return number(summary.areaM2 / 10000, 2);
    case BuildingsRole: return number(summary.buildings, 0);
    case HouseholdsRole: return number(summary.households, 0);
    case FloorAreaRole: return number(summary.floorAreaM2 / 10000, 2);
    case OldShareRole: return summary.oldShare() ? number(*summary.oldShare() * 100, 0) + QLatin1Char('%') : QString();
    default: return {};
  }
}

QHash<int, QByteArray> DistrictModel::roleNames() const {
  return {{UidRole, "uid"}, {CodeRole, "code"}, {NameRole, "name"}, {PinnedRole, "isPinned"}, {AreaRole, "areaHa"}, {BuildingsRole, "buildings"},
          {HouseholdsRole, "households"}, {FloorAreaRole, "floorArea"}, {OldShareRole, "oldShare"}};
}

int DistrictModel::currentRow() const {
  if (!m_snapshot) return -1;
  const auto& districts = m_snapshot->plan->districts;
  for (std::size_t i = 0; i < districts.size(); ++i)
    if (districts[i].uid == m_currentUid.toStdString()) return static_cast<int>(i);
  return -1;
}

const layers::District* DistrictModel::current() const {
  const int row = currentRow();
  return row < 0 ? nullptr : &m_snapshot->plan->districts[static_cast<std::size_t>(row)];
}

QString DistrictModel::currentName() const { return current() ? QString::fromStdString(current()->name) : QString(); }
QString DistrictModel::currentCode() const { return current() ? QString::fromStdString(current()->code) : QString(); }
bool DistrictModel::isCurrentPinned() const { return current() && current()->isPinned; }

QString DistrictModel::totalText() const {
  if (!m_snapshot || count() == 0) return {};
  const auto& total = m_snapshot->planSummary;
  return tr("%1 districts · %2 ha · %3 buildings · %4 households")
      .arg(number(count(), 0), number(total.areaM2 / 10000, 1), number(total.buildings, 0), number(total.households, 0));
}

void DistrictModel::setCurrentUid(const QString& uid) {
  if (uid == m_currentUid) return;
  m_currentUid = uid;
  showFigures();
  emit currentChanged();
}

void DistrictModel::showFigures() {
  const int row = currentRow();
  m_figures.setFigures(row < 0 ? QList<Figure>() : figuresOf(m_snapshot->districtSummaries[static_cast<std::size_t>(row)], true));
}

void DistrictModel::retranslate() {
  showFigures();
  emit currentChanged();
}

void DistrictModel::reload() {
  beginResetModel();
  m_snapshot = m_project.snapshot();
  endResetModel();
  showFigures();
  emit countChanged();
  emit currentChanged();
}

}  // namespace pianqu::app
