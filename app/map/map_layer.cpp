#include "app/map/map_layer.hpp"

#include <QLocale>

namespace pianqu::app {

MapLayer::MapLayer(QString key, QObject* parent) : QObject(parent), m_key(std::move(key)), m_tiles(new TileStore(this)) {
  connect(m_tiles, &TileStore::changed, this, &MapLayer::tilesChanged);
}

std::size_t MapLayer::featureCount() const {
  if (m_tiles->layer()) return m_tiles->layer()->featureCount();
  return m_geometry ? m_geometry->featureCount : 0;
}

geo::Box MapLayer::world() const {
  if (m_tiles->layer()) return m_tiles->layer()->world();
  return m_geometry ? m_geometry->box : geo::Box{};
}

bool MapLayer::isFillAbove() const { return m_tiles->layer() ? m_tiles->layer()->isFillAbove() : m_geometry && m_geometry->isFillAbove; }

QString MapLayer::countText() const { return isEmpty() ? QString() : QLocale::c().toString(static_cast<qulonglong>(featureCount())); }

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
  settle();
}

void MapLayer::setLook(double opacity, double minScale, double maxScale) {
  m_opacity = opacity;
  m_minScale = minScale;
  m_maxScale = maxScale;
  settle();
  emit lookChanged();
}

void MapLayer::followScale(double denominator) {
  m_scale = denominator;
  settle();
}

void MapLayer::settle() {
  const bool wasInScale = m_isInScale;
  m_isInScale = (m_minScale <= 0 || m_scale >= m_minScale) && (m_maxScale <= 0 || m_scale <= m_maxScale);
  if (m_isInScale != wasInScale) emit lookChanged();
  if (isSeen() == m_wasSeen) return;
  m_wasSeen = isSeen();
  m_tiles->setShown(m_wasSeen);
  emit isSeenChanged();
}

void MapLayer::setSwatch(const Pen& pen, SwatchKind kind) {
  m_swatch = pen;
  m_swatchKind = kind;
  emit swatchChanged();
}

void MapLayer::setAwaitingFrame(const void* viewer, bool isAwaiting) {
  if (isAwaiting) m_awaiting.insert(viewer);
  else m_awaiting.erase(viewer);
}

void MapLayer::setGeometry(std::shared_ptr<const MapGeometry> geometry) {
  m_geometry = std::move(geometry);
  emit geometryChanged();
}

void MapLayer::setTiles(TiledLayerPtr layer) {
  m_tiles->setLayer(std::move(layer));
  emit geometryChanged();
}

}  // namespace pianqu::app
