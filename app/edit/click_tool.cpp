#include "app/edit/click_tool.hpp"

namespace pianqu::app {

using geo::XY;

void ClickTool::move(const PointerEvent& event) {
  const layers::District* district = m_scene.districtAt(event.at);
  // The answer is the same all over a district; open ground is asked about place by place.
  if (m_hasHovered && district == m_hovered && (district || m_purpose != Purpose::Absorb)) return;
  m_hovered = district;
  m_hasHovered = true;
  m_preview = {};
  if (m_purpose == Purpose::Absorb ? district != nullptr : district == nullptr) return;
  if (m_purpose == Purpose::Merge && district->uid == m_options.districtUid) return;
  m_preview.hovered = event.at;
  if (district) m_preview.area = district->shape;
  m_preview.pending = editAt(event.at);
}

void ClickTool::press(const PointerEvent& event) {
  m_outcome = Outcome{editAt(event.at), {}};
  cancel();
}

void ClickTool::cancel() {
  m_hovered = nullptr;
  m_hasHovered = false;
  m_preview = {};
}

geo::Result<layers::Edit> ClickTool::editAt(XY at) const {
  if (m_purpose == Purpose::Absorb) return layers::absorbGap(index(), plan(), m_options.districtUid, at, m_options.slitM, m_options.follow);
  const layers::District* district = m_scene.districtAt(at);
  if (!district) return geo::fail(geo::ErrorCode::Invalid, "there is no district here", "click inside a district", {.layer = "district", .x = at.x, .y = at.y});
  if (m_purpose == Purpose::Merge) return layers::mergeDistricts(plan(), {m_options.districtUid, district->uid});
  return cut(*district);
}

geo::Result<layers::Edit> ClickTool::cut(const layers::District& district) const {
  geo::MultiLine<XY> near;
  const geo::Box box = boxOf(district.shape);
  for (const auto& line : m_scene.ground->barriers)
    if (boxOf(line).intersects(box)) near.push_back(line);
  if (near.empty()) return geo::fail(geo::ErrorCode::Invalid, "no barrier is near district " + district.code, "split it along a line of your own", {.layer = "district", .feature = district.code});
  return layers::split(index(), plan(), district.uid, near, m_options.follow);
}

}  // namespace pianqu::app
