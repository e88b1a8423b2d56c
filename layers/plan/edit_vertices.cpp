#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/shape/segment.hpp"
#include "layers/plan/edit_context.hpp"
#include "layers/plan/edit_follow.hpp"

/// Corners: the same corner of all boundaries that have it is one thing.
namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::XY;

XY onGrid(XY p) { return {std::round(p.x * 1000) / 1000, std::round(p.y * 1000) / 1000}; }

/// Each ring of each district whose box is within `withinM` of `at`.
void forEachRing(std::vector<District>& districts, XY at, double withinM, const std::function<void(std::size_t, geo::Ring<XY>&)>& visit) {
  for (std::size_t d = 0; d < districts.size(); ++d) {
    for (auto& part : districts[d].shape) {
      if (!boxOf(part).grownBy(withinM).contains(at)) continue;
      visit(d, part.outer);
      for (auto& hole : part.holes) visit(d, hole);
    }
  }
}

geo::Result<void> checkAt(XY at, double withinM) {
  if (std::isfinite(at.x) && std::isfinite(at.y) && std::isfinite(withinM) && withinM >= 0) return {};
  return fail(ErrorCode::Invalid, "the place is not a point", "give --at 'POINT(x y)' in the CRS of the project");
}

std::optional<XY> nearestCorner(std::vector<District>& districts, XY at, double withinM) {
  std::optional<XY> nearest;
  double least = withinM;
  forEachRing(districts, at, withinM, [&](std::size_t, geo::Ring<XY>& ring) {
    for (const XY p : ring) {
      const double metres = geo::distance(p, at);
      if (metres > least || (nearest && metres == least)) continue;
      least = metres;
      nearest = p;
    }
  });
  return nearest;
}

geo::Error noCorner(const char* what, XY at, double withinM) {
  return {ErrorCode::Invalid, std::string("no ") + what + " of a boundary lies within " + std::to_string(static_cast<int>(std::ceil(withinM))) + " m of the place", "point nearer, or allow more with --within", {.layer = "district", .x = at.x, .y = at.y}};
}

geo::Result<void> refusePinned(const std::vector<District>& districts, const std::set<std::size_t>& touched) {
  for (const std::size_t d : touched) {
    if (const auto free = layers::refusePinned(districts[d], "its corners stay"); !free) return free;
  }
  return {};
}

void addSides(const geo::MultiPolygon<XY>& shape, std::set<std::pair<XY, XY>>& sides) {
  const auto add = [&sides](const geo::Ring<XY>& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) sides.insert({ring[i], ring[i + 1]});
  };
  for (const auto& part : shape) {
    add(part.outer);
    for (const auto& hole : part.holes) add(hole);
  }
}

/// Of the sides that one of the shapes has and the other has not: no ground outside it changes hands.
geo::Box changeBetween(const geo::MultiPolygon<XY>& before, const geo::MultiPolygon<XY>& after) {
  std::set<std::pair<XY, XY>> old, fresh;
  addSides(before, old);
  addSides(after, fresh);
  geo::Box change;
  const auto add = [&change](const std::set<std::pair<XY, XY>>& sides, const std::set<std::pair<XY, XY>>& others) {
    for (const auto& side : sides) {
      if (!others.contains(side)) change.add(geo::boxOf({side.first, side.second}));
    }
  };
  add(old, fresh);
  add(fresh, old);
  return change;
}

geo::Result<Edit> finish(const PlanIndex& index, const Plan& plan, std::vector<District> after, const std::set<std::size_t>& touched, FollowRule rule, const char* what) {
  if (const auto free = refusePinned(plan.districts, touched); !free) return fail(free);
  geo::Box change;
  for (const std::size_t d : touched) {
    if (const auto valid = checkShape(after[d]); !valid) return fail(valid);
    change.add(changeBetween(plan.districts[d].shape, after[d].shape));
  }
  std::vector<geo::MultiPolygon<XY>> near;
  for (const auto& district : after) {
    if (!district.shape.empty() && boxOf(district.shape).intersects(change.grownBy(1))) near.push_back(district.shape);
  }
  if (!geo::isCoverageValid(near)) {
    return fail(ErrorCode::Invalid, "boundaries would overlap there", "move the corner less, or move the neighbour's boundary first", {.layer = "district", .feature = after[*touched.begin()].code});
  }
  auto edit = followed(index, plan, std::move(after), change, rule, what);
  if (!edit) return fail(std::move(edit));
  return Edit{std::move(*edit)};
}

}  // namespace

geo::Result<Edit> moveVertex(const PlanIndex& index, const Plan& plan, XY at, XY to, double withinM, FollowRule rule) {
  for (const XY p : {at, to}) {
    if (const auto place = checkAt(p, withinM); !place) return fail(place);
  }
  std::vector<District> after = plan.districts;
  const auto corner = nearestCorner(after, at, withinM);
  if (!corner) return tl::unexpected<geo::Error>(noCorner("corner", at, withinM));
  const XY target = onGrid(to);
  std::set<std::size_t> touched;
  forEachRing(after, *corner, 1, [&](std::size_t d, geo::Ring<XY>& ring) {
    for (XY& p : ring) {
      if (p != *corner) continue;
      p = target;
      touched.insert(d);
    }
  });
  return finish(index, plan, std::move(after), touched, rule, "move-vertex");
}

geo::Result<Edit> addVertex(const PlanIndex& index, const Plan& plan, XY at, double withinM, FollowRule rule) {
  if (const auto place = checkAt(at, withinM); !place) return fail(place);
  std::vector<District> after = plan.districts;
  double least = withinM;
  std::optional<std::pair<XY, XY>> side;
  forEachRing(after, at, withinM, [&](std::size_t, geo::Ring<XY>& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const double metres = geo::distance(at, geo::nearestOn(ring[i], ring[i + 1], at));
      if (metres > least || (side && metres == least)) continue;
      least = metres;
      side = std::pair{ring[i], ring[i + 1]};
    }
  });
  if (!side) return tl::unexpected<geo::Error>(noCorner("side", at, withinM));
  const XY corner = onGrid(geo::nearestOn(side->first, side->second, at));
  if (corner == side->first || corner == side->second) return fail(ErrorCode::Invalid, "there is a corner at the place already", "move that one", {.layer = "district", .x = at.x, .y = at.y});
  std::set<std::size_t> touched;
  forEachRing(after, corner, 1, [&](std::size_t d, geo::Ring<XY>& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const bool isSide = (ring[i] == side->first && ring[i + 1] == side->second) || (ring[i] == side->second && ring[i + 1] == side->first);
      if (!isSide) continue;
      ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i) + 1, corner);
      touched.insert(d);
      ++i;
    }
  });
  return finish(index, plan, std::move(after), touched, rule, "add-vertex");
}

geo::Result<Edit> deleteVertex(const PlanIndex& index, const Plan& plan, XY at, double withinM, FollowRule rule) {
  if (const auto place = checkAt(at, withinM); !place) return fail(place);
  std::vector<District> after = plan.districts;
  const auto corner = nearestCorner(after, at, withinM);
  if (!corner) return tl::unexpected<geo::Error>(noCorner("corner", at, withinM));
  const geo::Where where{.layer = "district", .x = corner->x, .y = corner->y};
  std::set<std::size_t> touched;
  std::set<XY> beside;
  bool isTooSmall = false;
  forEachRing(after, *corner, 1, [&](std::size_t d, geo::Ring<XY>& ring) {
    if (ring.size() < 4) return;
    ring.pop_back();
    const std::size_t count = ring.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (ring[i] != *corner) continue;
      beside.insert(ring[(i + count - 1) % count]);
      beside.insert(ring[(i + 1) % count]);
      touched.insert(d);
    }
    std::erase(ring, *corner);
    isTooSmall = isTooSmall || ring.size() < 3;
    if (!ring.empty()) ring.push_back(ring.front());
  });
  if (isTooSmall) return fail(ErrorCode::Invalid, "fewer than three corners would be left", "remove the district instead", where);
  if (beside.size() > 2) return fail(ErrorCode::Invalid, "three boundaries meet in that corner", "move it, or merge districts first", where);
  return finish(index, plan, std::move(after), touched, rule, "delete-vertex");
}

}  // namespace pianqu::layers
