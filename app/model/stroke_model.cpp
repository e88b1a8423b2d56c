#include "app/model/stroke_model.hpp"

#include <algorithm>

namespace pianqu::app {
namespace {

QString number(double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); }

/// The tenures with most buildings: "公房 12 · 私房 8 · 未知 2".
QString mixOf(const std::map<std::string, int>& byTenure) {
  std::vector<std::pair<std::string, int>> mix(byTenure.begin(), byTenure.end());
  std::stable_sort(mix.begin(), mix.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  QStringList parts;
  for (const auto& [tenure, count] : mix) {
    if (parts.size() == 3) break;
    parts.append((tenure.empty() ? StrokeModel::tr("unknown") : QString::fromStdString(tenure)) + QLatin1Char(' ') + number(count, 0));
  }
  return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(" · "));
}

QString shareOf(const layers::Summary& summary) {
  const auto share = summary.oldShare();
  return share ? number(*share * 100, 1) : QStringLiteral("–");
}

QString signedNumber(int value) { return (value > 0 ? QStringLiteral("+") : QString()) + number(value, 0).replace(QLatin1Char('-'), QChar(0x2212)); }

}  // namespace

QString othersOf(const layers::Plan& plan, const std::vector<layers::LiveChange>& changes) {
  QStringList parts;
  for (std::size_t i = 1; i < changes.size(); ++i) {
    const auto* district = plan.findDistrict(changes[i].districtUid);
    const QString code = district ? QString::fromStdString(district->code) : StrokeModel::tr("new");
    if (parts.size() == 4) return parts.join(QStringLiteral("\n")) + QStringLiteral(" …");
    parts.append(StrokeModel::tr("%1: %2 buildings, %3 households").arg(code, signedNumber(changes[i].after.summary.buildings - changes[i].before.summary.buildings),
                                                                     signedNumber(changes[i].after.summary.households - changes[i].before.summary.households)));
  }
  return parts.join(QStringLiteral("\n"));
}

StrokeModel::Row StrokeModel::rowOf(const QString& label, const QString& unit, const QString& before, const QString& after) { return {label, before, after, unit, {}, -1}; }

void StrokeModel::show(const QString& title, const layers::LiveFigures& now, const std::optional<layers::LiveFigures>& after, const layers::DistrictThresholds* thresholds) {
  const layers::Summary& a = now.summary;
  const layers::Summary& b = after ? after->summary : now.summary;
  const auto count = [](int before, int then) { return std::pair(number(before, 0), number(then, 0)); };
  QList<Row> rows;
  const auto add = [&](const QString& label, const QString& unit, const std::pair<QString, QString>& values) { rows.append(rowOf(label, unit, values.first, values.second)); };
  add(tr("Area"), tr("ha"), {number(a.areaM2 / 10000, 2), number(b.areaM2 / 10000, 2)});
  add(tr("Households"), {}, count(a.households, b.households));
  add(tr("Floor area"), tr("10 000 m²"), {number(a.floorAreaM2 / 10000, 2), number(b.floorAreaM2 / 10000, 2)});
  add(tr("Estates"), {}, count(a.estates, b.estates));
  add(tr("Buildings"), {}, count(a.buildings, b.buildings));
  add(tr("Built by 2000"), tr("%"), {shareOf(a), shareOf(b)});
  add(tr("Compactness"), {}, {a.compactness > 0 ? number(a.compactness, 3) : QStringLiteral("–"), b.compactness > 0 ? number(b.compactness, 3) : QStringLiteral("–")});
  add(tr("Units without lift"), {}, count(a.liftUnits, b.liftUnits));
  add(tr("Leaking roofs"), {}, count(a.leakingRoofs, b.leakingRoofs));
  add(tr("Dangerous (C, D)"), {}, count(a.dangerous, b.dangerous));
  if (thresholds) {
    for (const auto& state : thresholds->judge(b)) {
      const int row = state.key == "area" ? 0 : state.key == "households" ? 1 : state.key == "floor_area" ? 2 : -1;
      const bool isHa = state.key == "area", isWan = state.key == "floor_area";
      const auto bound = [&](double value) { return number(isHa || isWan ? value / 10000 : value, 0); };
      if (row >= 0) {
        rows[row].standing = static_cast<int>(state.standing);
        rows[row].bound = state.least && state.most ? bound(*state.least) + QStringLiteral("–") + bound(*state.most) : state.least ? QStringLiteral("≥ ") + bound(*state.least) : state.most ? QStringLiteral("≤ ") + bound(*state.most) : QString();
      } else if (state.key == "stalls") {
        Row stalls = rowOf(tr("Parking stalls"), {}, number(a.stalls, 0), number(b.stalls, 0));
        stalls.standing = static_cast<int>(state.standing);
        stalls.bound = state.least ? QStringLiteral("≥ ") + number(*state.least, 0) : QString();
        rows.append(stalls);
      }
    }
  }
  add(tr("Ownership"), {}, {mixOf(now.buildingsByTenure), mixOf(after ? after->buildingsByTenure : now.buildingsByTenure)});
  const bool isSameShape = rows.size() == m_rows.size();
  if (!isSameShape) beginResetModel();
  m_rows = std::move(rows);
  m_title = title;
  m_hasAfter = after.has_value();
  if (!isSameShape) endResetModel();
  else emit dataChanged(index(0), index(rowCount() - 1));
  emit changed();
}

void StrokeModel::setOthers(const QString& others) {
  if (others == m_others) return;
  m_others = others;
  emit changed();
}

void StrokeModel::clear() {
  if (m_rows.isEmpty() && m_title.isEmpty()) return;
  beginResetModel();
  m_rows.clear();
  m_title.clear();
  m_others.clear();
  m_hasAfter = false;
  endResetModel();
  emit changed();
}

int StrokeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant StrokeModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[index.row()];
  switch (role) {
    case LabelRole: return row.label;
    case BeforeRole: return row.before;
    case AfterRole: return row.after;
    case UnitRole: return row.unit;
    case StandingRole: return row.standing;
    case BoundRole: return row.bound;
    case ChangedRole: return m_hasAfter && row.before != row.after;
    default: return {};
  }
}

QHash<int, QByteArray> StrokeModel::roleNames() const {
  return {{LabelRole, "label"}, {BeforeRole, "before"}, {AfterRole, "after"}, {UnitRole, "unit"}, {StandingRole, "standing"}, {BoundRole, "bound"}, {ChangedRole, "isChanged"}};
}

}  // namespace pianqu::app
