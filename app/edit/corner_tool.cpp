#include "app/edit/corner_tool.hpp"

#include "geo/measure/measure.hpp"

namespace pianqu::app {
namespace {

using geo::XY;

constexpr double kReachPx = 9;
constexpr double kExactM = 0.002;   ///< coordinates of boundaries lie on a grid of 1 mm
constexpr double kDragFromPx = 3;

}  // namespace

void CornerTool::hover(const PointerEvent& event) {
  const double withinM = kReachPx * event.pixelM;
  m_hovered = m_scene.boundaries->find(event.at, withinM, {.hasIntersections = false});
  m_preview = {};
  showCorners();
  if (m_hovered) m_preview.hovered = m_hovered->point;
}

void CornerTool::showCorners() {
  const layers::District* district = plan().findDistrict(m_options.districtUid);
  if (m_options.districtUid.empty() || !district) return;
  for (const auto& part : district->shape) {
    m_preview.corners.insert(m_preview.corners.end(), part.outer.begin(), part.outer.end());
    for (const auto& hole : part.holes) m_preview.corners.insert(m_preview.corners.end(), hole.begin(), hole.end());
  }
}

void CornerTool::sceneChanged() {
  if (m_from) return;
  m_hovered.reset();
  m_preview = {};
  showCorners();
}

void CornerTool::press(const PointerEvent& event) {
  hover(event);
  if (!m_hovered) return;
  if (event.isControl) return erase();
  m_hasMoved = false;
  m_withCorner.reset();
  m_added.reset();
  m_from = m_hovered->point;
  if (m_hovered->kind != geo::SnapKind::Edge) return;
  auto added = layers::addVertex(index(), plan(), m_hovered->point, kExactM, m_options.follow);
  auto after = added ? layers::apply(index().city(), index().positions(), plan(), *added) : geo::Result<layers::Plan>(geo::fail(added));
  if (!after) {
    m_preview.pending = geo::fail(after);
    return m_from.reset();
  }
  m_added = std::move(*added);
  m_withCorner = std::make_shared<const layers::Plan>(std::move(*after));
}

void CornerTool::move(const PointerEvent& event) {
  if (!m_from) return hover(event);
  if (!m_hasMoved && m_typed.isEmpty() && geo::distance(*m_from, event.at) < kDragFromPx * event.pixelM) return;
  m_hasMoved = true;
  moveTo(constrained(m_from, event.at, m_typed));
}

void CornerTool::moveTo(XY to) {
  m_to = to;
  m_preview = {};
  showCorners();
  m_preview.hovered = to;
  m_preview.path = {{*m_from, to}};
  m_preview.measures.segmentM = geo::distance(*m_from, to);
  m_preview.measures.bearingDeg = bearingOf(*m_from, to);
  m_preview.pending = layers::moveVertex(index(), m_withCorner ? *m_withCorner : plan(), *m_from, to, kExactM, m_options.follow);
}

void CornerTool::release(const PointerEvent& event) {
  if (!m_from) return;
  if (m_hasMoved) moveTo(constrained(m_from, event.at, m_typed));
  finish();
}

void CornerTool::finish() {
  if (!m_from) return;
  if (m_to && m_preview.pending) m_outcome = Outcome{m_preview.pending, {}};
  else if (m_added) m_outcome = Outcome{geo::Result<layers::Edit>(*m_added), {}};
  cancel();
}

void CornerTool::erase() {
  if (!m_hovered || m_hovered->kind == geo::SnapKind::Edge) return;
  m_outcome = Outcome{layers::deleteVertex(index(), plan(), m_hovered->point, kExactM, m_options.follow), {}};
  cancel();
}

void CornerTool::cancel() {
  m_from.reset();
  m_to.reset();
  m_withCorner.reset();
  m_added.reset();
  m_hovered.reset();
  m_typed = {};
  m_hasMoved = false;
  m_preview = {};
  showCorners();
}

}  // namespace pianqu::app
