#include "app/map/sketch_controller.hpp"

#include "app/model/member_finder.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

using Points = geo::XYGeometry::Points;
using Lines = geo::XYGeometry::Lines;
using Polygons = geo::XYGeometry::Polygons;

void show(MapLayer& layer, Drawing drawing, const geo::Crs& crs) {
  auto geometry = buildGeometry(std::move(drawing), crs);
  layer.setGeometry(geometry ? std::make_shared<const MapGeometry>(std::move(*geometry)) : nullptr);
}

}  // namespace

SketchController::SketchController(ProjectController& project, QObject* parent) : QObject(parent), m_project(project) {
  connect(&project, &ProjectController::opened, this, &SketchController::cancel);
}

void SketchController::setPens(const Pen& boundary, const Pen& member) {
  m_boundaryPen = boundary;
  m_memberPen = member;
}

void SketchController::start() {
  if (!m_project.canEdit()) return;
  clear();
  m_isDrawing = true;
  redraw();
  emit changed();
}

void SketchController::clear() {
  m_isDrawing = false;
  m_corners.clear();
  m_pointer.reset();
  m_buildings.clear();
  m_layer.setGeometry(nullptr);
  m_memberLayer.setGeometry(nullptr);
  m_figures.setFigures({});
}

void SketchController::cancel() {
  clear();
  emit changed();
}

void SketchController::removeLast() {
  if (m_corners.empty()) return cancel();
  m_corners.pop_back();
  redraw();
  emit changed();
}

void SketchController::finish() {
  // Until three corners are set there is nothing to close: go on drawing.
  if (!m_isDrawing || !canFinish()) return;
  if (m_project.addDistrict(area(false))) cancel();
}

void SketchController::addCorner(geo::XY corner) {
  if (!m_isDrawing || (!m_corners.empty() && m_corners.back() == corner)) return;
  m_corners.push_back(corner);
  redraw();
  emit changed();
}

void SketchController::movePointer(geo::XY pointer) {
  if (!m_isDrawing) return;
  m_pointer = pointer;
  redraw();
}

geo::Polygon<geo::XY> SketchController::area(bool withPointer) const {
  geo::Polygon<geo::XY> polygon{m_corners, {}};
  if (withPointer && m_pointer && !m_corners.empty() && *m_pointer != m_corners.back()) polygon.outer.push_back(*m_pointer);
  if (!polygon.outer.empty()) polygon.outer.push_back(polygon.outer.front());
  return polygon;
}

void SketchController::redraw() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (!snapshot) return;
  const geo::Polygon<geo::XY> boundary = area(true);
  Pen corner = m_boundaryPen;
  corner.fill = m_boundaryPen.stroke;
  corner.radiusPx = m_boundaryPen.widthPx * 1.8F;
  Drawing drawing{{m_boundaryPen, corner}, {}};
  // A boundary that crosses itself cannot be triangulated; its outline is still drawn.
  if (boundary.outer.size() >= 4) drawing.features.push_back({{Polygons{{boundary}}}, 0});
  else if (boundary.outer.size() == 3) drawing.features.push_back({{Lines{{{boundary.outer[0], boundary.outer[1]}}}}, 0});
  if (!m_corners.empty()) drawing.features.push_back({{Points{m_corners}}, 1});
  show(m_layer, std::move(drawing), snapshot->crs);
  redrawMembers(boundary);
}

void SketchController::redrawMembers(const geo::Polygon<geo::XY>& boundary) {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const auto found = snapshot->content->finder->find(boundary);
  const layers::City& city = snapshot->content->city;
  layers::Summary summary = layers::summarize(city, *snapshot->content->index, found.buildings, found.estates);
  if (boundary.outer.size() >= 4) summary.areaM2 = geo::areaOf(boundary).value;
  m_figures.setFigures(figuresOf(summary, true));
  if (found.buildings == m_buildings && m_memberLayer.geometry()) return;
  m_buildings = found.buildings;
  Drawing drawing{{m_memberPen}, {}};
  for (const std::size_t i : m_buildings) drawing.features.push_back({{Polygons{city.buildings[i].shape}}, 0});
  show(m_memberLayer, std::move(drawing), snapshot->crs);
}

}  // namespace pianqu::app
