#include "app/map/map_layer.hpp"

#include <QLocale>

namespace pianqu::app {

QString MapLayer::countText() const { return m_geometry ? QLocale::c().toString(static_cast<qulonglong>(m_geometry->featureCount)) : QString(); }

void MapLayer::setTitles(const QString& zh, const QString& en) {
  m_zh = zh;
  m_en = en;
  emit titleChanged();
}

void MapLayer::setChinese(bool isChinese) {
  if (isChinese == m_isChinese) return;
  m_isChinese = isChinese;
  emit titleChanged();
}

void MapLayer::setShown(bool isShown) {
  if (isShown == m_isShown) return;
  m_isShown = isShown;
  emit isShownChanged();
}

void MapLayer::setSwatch(const Pen& pen, SwatchKind kind) {
  m_swatch = pen;
  m_swatchKind = kind;
  emit swatchChanged();
}

void MapLayer::setGeometry(std::shared_ptr<const MapGeometry> geometry) {
  m_geometry = std::move(geometry);
  emit geometryChanged();
}

}  // namespace pianqu::app
