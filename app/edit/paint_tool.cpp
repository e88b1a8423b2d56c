#include "app/edit/paint_tool.hpp"

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::app {
namespace {

using geo::MultiPolygon;
using geo::XY;

/// The point that a click picks with: no unit is smaller.
constexpr double kClickM = 0.01;

}  // namespace

void PaintTool::press(const PointerEvent& event) {
  m_isDown = true;
  m_isTakingOut = m_options.isTakingOut || event.isControl;
  m_path = {event.at};
  m_picked.clear();
  extend(event.at);
}

void PaintTool::move(const PointerEvent& event) {
  if (!m_isDown) return hover(event);
  extend(event.at);
}

void PaintTool::release(const PointerEvent& event) {
  if (!m_isDown) return;
  extend(event.at);
  m_isDown = false;
  // A stroke over nothing says why and changes nothing.
  if (m_preview.pending) m_outcome = Outcome{m_preview.pending, {}};
  m_path.clear();
  m_picked.clear();
  m_preview = {};
}

void PaintTool::cancel() {
  m_isDown = false;
  m_path.clear();
  m_picked.clear();
  m_preview = {};
}

void PaintTool::extend(XY to) {
  const XY last = m_path.back();
  m_preview.pathWidthM = 0;
  switch (m_options.brush) {
    case BrushShape::Brush: {
      // Only the new piece of the stroke is asked about, so that a long stroke costs no more than a short one.
      const auto area = layers::brushArea(last == to ? geo::Line<XY>{to} : geo::Line<XY>{last, to}, m_options.radiusM);
      if (last != to) m_path.push_back(to);
      m_preview.path = {m_path.size() > 1 ? m_path : geo::Line<XY>{to, {to.x + kClickM, to.y}}};
      m_preview.pathWidthM = 2 * m_options.radiusM;
      if (area) pick(*area, true);
      return;
    }
    case BrushShape::Rectangle:
      m_preview.area = layers::rectangleArea(m_path.front(), to);
      return pick(m_preview.area, false);
    case BrushShape::Lasso: {
      if (last != to) m_path.push_back(to);
      m_preview.path = {m_path};
      m_preview.area = areaTo(to);
      return pick(m_preview.area, false);
    }
    case BrushShape::Click: {
      const auto area = layers::brushArea({to}, kClickM);
      if (area) pick(*area, false);
      return;
    }
  }
}

MultiPolygon<XY> PaintTool::areaTo(XY) const {
  if (m_path.size() < 3) return {};
  geo::Polygon<XY> ring{m_path, {}};
  ring.outer.push_back(m_path.front());
  // A lasso may cross itself; what it encloses is then repaired to polygons.
  geo::Problems repairs;
  auto area = geo::repairPolygons({ring}, repairs);
  return area ? std::move(*area) : MultiPolygon<XY>{};
}

void PaintTool::pick(const MultiPolygon<XY>& area, bool isAdding) {
  const auto rule = m_options.brush == BrushShape::Click ? layers::PickRule::Touch : m_options.pick;
  auto found = layers::pickUnits(index(), area, rule);
  if (!found) {
    m_preview.pending = geo::fail(found);
    return;
  }
  const std::size_t before = m_picked.size();
  if (!isAdding) m_picked.clear();
  m_picked.insert(found->begin(), found->end());
  if (isAdding && m_picked.size() == before && m_preview.pending) return;
  m_preview.pending = editOf({m_picked.begin(), m_picked.end()});
}

std::optional<geo::Result<layers::Edit>> PaintTool::editOf(const std::vector<layers::Member>& picked) const {
  if (m_isTakingOut || !m_options.districtUid.empty()) return layers::paintUnits(plan(), m_isTakingOut ? layers::Uid{} : m_options.districtUid, picked);
  return layers::districtOfUnits(plan(), picked);
}

void PaintTool::hover(const PointerEvent& event) {
  m_preview = {};
  if (m_options.brush != BrushShape::Brush) return;
  m_preview.path = {{event.at, {event.at.x + kClickM, event.at.y}}};
  m_preview.pathWidthM = 2 * m_options.radiusM;
}

}  // namespace pianqu::app
