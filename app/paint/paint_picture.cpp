#include "app/paint/paint_picture.hpp"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace pianqu::app {
namespace {

constexpr double kMiddleToBaseline = 0.36;   // of the body: where letters stand below their middle

QColor colourOf(layers::Colour colour) { return {colour.r, colour.g, colour.b, colour.a}; }

QPen penOf(const layers::Pen& pen, double k) {
  QPen result(colourOf(pen.colour));
  const double width = std::max(pen.widthMm * k, 0.01);
  result.setWidthF(width);
  result.setJoinStyle(Qt::RoundJoin);
  result.setCapStyle(Qt::FlatCap);
  if (!pen.dashMm.empty()) {
    QList<qreal> pattern;   // Qt counts dashes in pen widths
    for (const double dash : pen.dashMm) pattern.push_back(std::max(dash * k / width, 0.01));
    result.setDashPattern(pattern);
  }
  return result;
}

void paintPath(QPainter& painter, const layers::PathItem& item, double k) {
  QPainterPath path;
  path.setFillRule(Qt::OddEvenFill);
  for (const auto& part : item.parts) {
    if (part.empty()) continue;
    path.moveTo(part[0].x * k, part[0].y * k);
    for (std::size_t i = 1; i < part.size(); ++i) path.lineTo(part[i].x * k, part[i].y * k);
    if (item.isClosed) path.closeSubpath();
  }
  painter.setPen(item.pen ? penOf(*item.pen, k) : QPen(Qt::NoPen));
  painter.setBrush(item.fill && item.isClosed ? QBrush(colourOf(*item.fill)) : QBrush(Qt::NoBrush));
  painter.drawPath(path);
}

void paintText(QPainter& painter, const layers::TextItem& item, double k, const QString& family) {
  QFont font(family);
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(item.sizeMm * k))));
  font.setBold(item.isBold);
  font.setHintingPreference(QFont::PreferNoHinting);
  // Localised forms give digits beside Latin letters glyphs without a code point; Qt 6.8.2 then leaves them out of the PDF's text.
  font.setFeature(QFont::Tag("locl"), 0);
  const QString text = QString::fromStdString(item.text);
  const double width = QFontMetricsF(font, painter.device()).horizontalAdvance(text);
  const double left = item.align == layers::Align::Left ? 0 : item.align == layers::Align::Right ? -width : -width / 2;
  painter.save();
  painter.translate(item.at.x * k, item.at.y * k);
  if (item.angleDeg != 0) painter.rotate(-item.angleDeg);
  const QPointF base(left, item.sizeMm * k * kMiddleToBaseline);
  if (item.haloMm > 0) {
    QPainterPath outline;
    outline.addText(base, font, text);
    painter.strokePath(outline, QPen(Qt::white, 2 * item.haloMm * k, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
  painter.setFont(font);
  painter.setPen(colourOf(item.colour));
  painter.drawText(base, text);
  painter.restore();
}

}  // namespace

void paintGroup(QPainter& painter, const layers::PictureGroup& group, double unitsPerMm, const QString& family) {
  painter.save();
  if (group.clip) painter.setClipRect(QRectF(group.clip->minX * unitsPerMm, group.clip->minY * unitsPerMm, group.clip->width() * unitsPerMm, group.clip->height() * unitsPerMm));
  for (const auto& item : group.items) {
    if (const auto* path = std::get_if<layers::PathItem>(&item)) paintPath(painter, *path, unitsPerMm);
    else paintText(painter, std::get<layers::TextItem>(item), unitsPerMm, family);
  }
  painter.restore();
}

void paintPicture(QPainter& painter, const layers::Picture& picture, double unitsPerMm, const QString& family) {
  for (const auto& group : picture.groups) paintGroup(painter, group, unitsPerMm, family);
}

}  // namespace pianqu::app
