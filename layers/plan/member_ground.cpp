#include "layers/plan/member_ground.hpp"

#include "geo/overlay/overlay.hpp"
#include "geo/shape/rectangle.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::MultiPolygon;
using geo::XY;

// Margin that takes in the apron of a building, and half the widest gap that is bridged (a lane between two rows of houses).
// They shape a line that a person will look at and may redraw; no rule of the plan depends on them.
constexpr double kMarginM = 5;
constexpr double kHalfGapM = 12;
const geo::BufferOptions kSquare{.join = geo::BufferOptions::Join::Mitre};

}  // namespace

geo::Result<MultiPolygon<XY>> groundAround(const City& city, const CityIndex& index, const std::vector<Member>& members, const MultiPolygon<XY>& joinedTo) {
  MultiPolygon<XY> ground;
  for (const auto& member : members) {
    const auto own = groundOf(city, index, member);
    ground.insert(ground.end(), own.begin(), own.end());
  }
  if (ground.empty()) return joinedTo;
  const auto wide = geo::bufferOf(ground, kMarginM, kSquare);
  if (!wide) return wide;
  // Only what is near can be joined: a district may be large, and a stroke of the brush is small.
  auto joined = geo::intersectionOf(joinedTo, {geo::rectangleOf(boxOf(*wide).grownBy(2 * kHalfGapM))});
  if (!joined) return joined;
  joined->insert(joined->end(), wide->begin(), wide->end());
  const auto grown = geo::bufferOf(*joined, kHalfGapM, kSquare);
  if (!grown) return grown;
  auto closed = geo::bufferOf(*grown, -kHalfGapM, kSquare);
  if (!closed) return closed;
  // Closing may shave a corner: what was there stays there.
  closed->insert(closed->end(), wide->begin(), wide->end());
  closed->insert(closed->end(), joinedTo.begin(), joinedTo.end());
  return closed;
}

std::vector<Claim> standingClaims(const City& city, const CityIndex& index, const std::vector<District>& districts, const geo::Box& around, std::optional<std::size_t> except) {
  std::vector<Claim> claims;
  for (std::size_t d = 0; d < districts.size(); ++d) {
    if (d == except || !boxOf(districts[d].shape).intersects(around)) continue;
    if (districts[d].isPinned) {
      claims.push_back({d, districts[d].shape});
      continue;
    }
    for (const auto& member : districts[d].members) {
      const auto ground = groundOf(city, index, member);
      if (!boxOf(ground).intersects(around)) continue;
      const auto own = geo::intersectionOf(ground, districts[d].shape);
      if (own && !own->empty()) claims.push_back({d, *own});
    }
  }
  return claims;
}

}  // namespace pianqu::layers
