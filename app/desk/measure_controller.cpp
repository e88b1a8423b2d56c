#include "app/desk/measure_controller.hpp"

#include <cmath>
#include <numbers>

#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

QString number(double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); }
QString lengthText(double metres) { return metres < 10000 ? number(metres, 2) + QStringLiteral(" m") : number(metres / 1000, 3) + QStringLiteral(" km"); }
QString areaText(double squareMetres) {
  return squareMetres < 10000 ? number(squareMetres, 1) + QStringLiteral(" m²") : number(squareMetres / 10000, 3) + QStringLiteral(" ha");
}

geo::Polygon<geo::XY> closed(std::vector<geo::XY> corners) {
  if (!corners.empty()) corners.push_back(corners.front());
  return {std::move(corners), {}};
}

/// Length on the ground: each piece by the distortion at its middle.
double groundLength(const geo::Crs& crs, const std::vector<geo::XY>& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const geo::XY middle{(line[i - 1].x + line[i].x) / 2, (line[i - 1].y + line[i].y) / 2};
    sum += geo::distance(line[i - 1], line[i]) / (1 + geo::lengthDistortionMmPerKm(crs, middle).value_or(0) * 1e-6);
  }
  return sum;
}

}  // namespace

MeasureController::MeasureController(ProjectController& project, MapController& map, QObject* parent) : QObject(parent), m_project(project), m_map(map) {
  connect(map.camera(), &MapCamera::changed, this, [this] { if (m_isOn) emit moved(); });
  connect(&project, &ProjectController::opened, this, &MeasureController::stop);
}

std::vector<geo::XY> MeasureController::corners() const {
  std::vector<geo::XY> all = m_corners;
  if (m_pointer && !m_isFinished) all.push_back(*m_pointer);
  return all;
}

QVariantList MeasureController::points() const {
  QVariantList screen;
  if (!m_project.isOpen()) return screen;
  for (const geo::XY corner : corners())
    if (const auto lonLat = geo::toLonLat(m_project.snapshot()->crs, corner)) screen.append(m_map.camera()->view().screenOf(worldOf(*lonLat)));
  return screen;
}

QString MeasureController::gridText() const {
  const auto line = corners();
  if (line.size() < 2) return {};
  const double lengthM = geo::lengthOf(geo::Line<geo::XY>(line)).value;
  if (!m_isArea) return lengthText(lengthM);
  const auto ring = closed(line);
  return areaText(geo::areaOf(ring).value) + QStringLiteral(" · ") + lengthText(geo::perimeterOf(ring).value);
}

QString MeasureController::groundText() const {
  const auto line = corners();
  if (line.size() < 2 || !m_project.isOpen()) return {};
  const geo::Crs& crs = m_project.snapshot()->crs;
  if (!m_isArea) return lengthText(groundLength(crs, line));
  const auto ring = closed(line);
  const auto factor = geo::groundAreaFactor(crs, geo::centroidOf(ring));
  return areaText(geo::areaOf(ring).value * factor.value_or(1)) + QStringLiteral(" · ") + lengthText(groundLength(crs, ring.outer));
}

QString MeasureController::lastText() const {
  const auto line = corners();
  if (line.size() < 2) return {};
  const geo::XY from = line[line.size() - 2], to = line.back();
  const double bearing = std::fmod(std::atan2(to.x - from.x, to.y - from.y) * 180 / std::numbers::pi + 360, 360);
  return lengthText(geo::distance(from, to)) + QStringLiteral(", ") + number(bearing, 1) + QStringLiteral("°");
}

void MeasureController::start(bool isArea) {
  if (!m_project.isOpen()) return;
  m_isOn = true;
  m_isArea = isArea;
  m_isFinished = false;
  m_corners.clear();
  m_pointer.reset();
  emit changed();
  emit moved();
}

void MeasureController::stop() {
  m_isOn = false;
  m_corners.clear();
  m_pointer.reset();
  emit changed();
  emit moved();
}

void MeasureController::removeLast() {
  if (m_corners.empty()) return;
  m_corners.pop_back();
  m_isFinished = false;
  emit moved();
}

void MeasureController::pressAt(QPointF point) {
  const auto place = m_map.placeAt(point);
  if (!place) return;
  if (m_isFinished) m_corners.clear();  // the next measurement
  m_isFinished = false;
  if (m_corners.empty() || geo::distance(m_corners.back(), *place) > 0) m_corners.push_back(*place);
  m_pointer = place;
  emit moved();
}

void MeasureController::moveTo(QPointF point) {
  m_pointer = m_map.placeAt(point);
  if (!m_isFinished) emit moved();
}

void MeasureController::finish() {
  m_isFinished = true;
  emit moved();
}

}  // namespace pianqu::app
