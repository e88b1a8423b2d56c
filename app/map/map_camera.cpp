#include "app/map/map_camera.hpp"

#include <cmath>

namespace pianqu::app {
namespace {

// The one place where longitude, latitude becomes Qt's latitude, longitude and back.
QGeoCoordinate toQt(geo::LonLat place) { return {place.lat, place.lon}; }
geo::LonLat fromQt(const QGeoCoordinate& place) { return {place.longitude(), place.latitude()}; }

constexpr double kScaleBarMaxPixels = 140;

double roundedScale(double denominator) {
  const double step = std::pow(10, std::floor(std::log10(denominator)) - 1);
  return std::round(denominator / step) * step;
}

}  // namespace

QGeoCoordinate MapCamera::centre() const { return toQt(lonLatOf(m_view.centre)); }

void MapCamera::set(const CameraView& view) {
  if (view == m_view) return;
  m_view = view;
  emit changed();
}

void MapCamera::setCentre(const QGeoCoordinate& centre) {
  CameraView view = m_view;
  view.centre = worldOf(fromQt(centre));
  set(view);
}

void MapCamera::setZoomLevel(double zoom) {
  CameraView view = m_view;
  view.zoom = zoom;
  set(view);
}

void MapCamera::setBearing(double bearingDeg) {
  CameraView view = m_view;
  view.bearingDeg = bearingDeg;
  set(view);
}

void MapCamera::setViewSize(QSizeF size) {
  CameraView view = m_view;
  view.size = size;
  set(view);
}

void MapCamera::setPixelsPerMm(double pixelsPerMm) {
  if (pixelsPerMm <= 0 || pixelsPerMm == m_pixelsPerMm) return;
  m_pixelsPerMm = pixelsPerMm;
  emit changed();
}

double MapCamera::scaleDenominator() const { return m_pixelsPerMm * 1000 / (m_view.pixelsPerMetre() * mercatorStretch(m_view.centre)); }

QString MapCamera::scaleText() const { return QStringLiteral("1:%1").arg(roundedScale(scaleDenominator()), 0, 'f', 0); }

double MapCamera::scaleBarMetres() const {
  const double longestM = kScaleBarMaxPixels / (m_view.pixelsPerMetre() * mercatorStretch(m_view.centre));
  const double power = std::pow(10, std::floor(std::log10(longestM)));
  for (const double digit : {5.0, 2.0})
    if (digit * power <= longestM) return digit * power;
  return power;
}

double MapCamera::scaleBarPixels() const { return scaleBarMetres() * m_view.pixelsPerMetre() * mercatorStretch(m_view.centre); }

QString MapCamera::scaleBarText() const {
  const double metres = scaleBarMetres();
  return metres < 1000 ? QStringLiteral("%1 m").arg(metres) : QStringLiteral("%1 km").arg(metres / 1000);
}

QGeoCoordinate MapCamera::coordinateAt(QPointF point) const { return toQt(lonLatOf(m_view.worldAt(point))); }

}  // namespace pianqu::app
