#include "app/map/edit_options.hpp"

#include <algorithm>

namespace pianqu::app {
namespace {
constexpr double kMostRadiusM = 500, kMostSlitM = 200;
}

void EditOptions::setBrush(int brush) { set(m_tool.brush, static_cast<BrushShape>(std::clamp(brush, 0, 3))); }
void EditOptions::setRadiusM(double radiusM) { set(m_tool.radiusM, std::clamp(radiusM, 1.0, kMostRadiusM)); }
void EditOptions::setSlitM(double slitM) { set(m_tool.slitM, std::clamp(slitM, 0.0, kMostSlitM)); }
void EditOptions::setPick(int pick) { set(m_tool.pick, static_cast<layers::PickRule>(std::clamp(pick, 0, 3))); }
void EditOptions::setFollow(int follow) { set(m_tool.follow, static_cast<layers::FollowRule>(std::clamp(follow, 0, 3))); }
void EditOptions::setTakingOut(bool isTakingOut) { set(m_tool.isTakingOut, isTakingOut); }
void EditOptions::setTracing(bool isTracing) { set(m_tool.isTracing, isTracing); }
void EditOptions::setSnapping(bool isSnapping) { set(m_isSnapping, isSnapping); }
void EditOptions::setIntoNew(bool isIntoNew) { set(m_isIntoNew, isIntoNew); }

ToolOptions EditOptions::forDistrict(const layers::Uid& uid) const {
  ToolOptions options = m_tool;
  options.districtUid = uid;
  return options;
}

}  // namespace pianqu::app
