#include "app/model/figures.hpp"

namespace pianqu::app {
namespace {

QString number(double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); }

}  // namespace

QList<Figure> figuresOf(const layers::Summary& s, bool hasBoundary) {
  QList<Figure> figures;
  if (hasBoundary) figures.append({FigureModel::tr("Area"), number(s.areaM2 / 10000, 2), FigureModel::tr("ha")});
  figures.append({FigureModel::tr("Estates"), number(s.estates, 0), {}});
  figures.append({FigureModel::tr("Buildings"), number(s.buildings, 0), {}});
  figures.append({FigureModel::tr("Single buildings"), number(s.scattered, 0), {}});
  figures.append({FigureModel::tr("Households"), number(s.households, 0), {}});
  figures.append({FigureModel::tr("Floor area"), number(s.floorAreaM2 / 10000, 2), FigureModel::tr("10 000 m²")});
  const auto oldShare = s.oldShare();
  figures.append({FigureModel::tr("Built by 2000"), oldShare ? number(*oldShare * 100, 1) : FigureModel::tr("unknown"), oldShare ? QStringLiteral("%") : QString()});
  figures.append({FigureModel::tr("Lift candidates"), number(s.liftUnits, 0), FigureModel::tr("stair units")});
  figures.append({FigureModel::tr("Leaking roofs"), number(s.leakingRoofs, 0), {}});
  figures.append({FigureModel::tr("Dangerous (C, D)"), number(s.dangerous, 0), {}});
  return figures;
}

int FigureModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_figures.size()); }

QVariant FigureModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Figure& figure = m_figures[index.row()];
  return role == LabelRole ? figure.label : role == ValueRole ? figure.value : role == UnitRole ? figure.unit : QVariant();
}

QHash<int, QByteArray> FigureModel::roleNames() const { return {{LabelRole, "label"}, {ValueRole, "value"}, {UnitRole, "unit"}}; }

void FigureModel::setFigures(QList<Figure> figures) {
  // Same rows, new numbers: the panel must not flicker while a boundary is being drawn.
  const bool isSameShape = figures.size() == m_figures.size();
  if (!isSameShape) beginResetModel();
  m_figures = std::move(figures);
  if (!isSameShape) return endResetModel();
  if (!m_figures.isEmpty()) emit dataChanged(index(0), index(rowCount() - 1));
}

}  // namespace pianqu::app
