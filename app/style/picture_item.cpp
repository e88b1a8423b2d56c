#include "app/style/picture_item.hpp"

#include <QPainter>

#include "app/paint/paint_picture.hpp"

namespace pianqu::app {

void PictureSource::setPicture(std::shared_ptr<const layers::Picture> picture) {
  m_picture = std::move(picture);
  emit changed();
}

PictureItem::PictureItem(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
  connect(this, &PictureItem::viewChanged, this, [this] { update(); });
}

void PictureItem::setSource(PictureSource* source) {
  if (source == m_source) return;
  if (m_source) m_source->disconnect(this);
  m_source = source;
  if (source) connect(source, &PictureSource::changed, this, [this] { update(); });
  emit sourceChanged();
  update();
}

void PictureItem::setPixelsPerMm(double pixelsPerMm) {
  if (pixelsPerMm == m_pixelsPerMm || !(pixelsPerMm > 0)) return;
  m_pixelsPerMm = pixelsPerMm;
  emit viewChanged();
}

void PictureItem::setOffset(QPointF offset) {
  if (offset == m_offset) return;
  m_offset = offset;
  emit viewChanged();
}

void PictureItem::setFamily(const QString& family) {
  if (family == m_family) return;
  m_family = family;
  emit viewChanged();
}

void PictureItem::paint(QPainter* painter) {
  if (!m_source || !m_source->picture()) return;
  painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter->translate(-m_offset);
  paintPicture(*painter, *m_source->picture(), m_pixelsPerMm, m_family);
}

}  // namespace pianqu::app
