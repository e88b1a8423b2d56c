#include "layers/plan/merge_shapes.hpp"

#include <algorithm>

#include "geo/coverage/blocks.hpp"
#include "geo/coverage/check.hpp"
#include "geo/coverage/draw.hpp"
#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/offset.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/overlay/stop.hpp"
#include "layers/plan/placement_text.hpp"

namespace pianqu::layers {
namespace {

using geo::MultiPolygon;
using geo::XY;

void append(const MultiPolygon<XY>& parts, MultiPolygon<XY>& all) { all.insert(all.end(), parts.begin(), parts.end()); }

/// Parcels, and footprints that stand outside their own parcel.
MultiPolygon<XY> groundOf(const std::vector<geo::LandSite>& sites) {
  MultiPolygon<XY> all;
  for (const geo::LandSite& site : sites) {
    append(site.parcel, all);
    append(geo::footprintsOutside(site), all);
  }
  return all;
}

geo::DrawLines drawLinesOf(const MergeLand& land) {
  geo::DrawLines lines{.followed = land.lines.barriers};
  lines.followed.insert(lines.followed.end(), land.lines.guides.begin(), land.lines.guides.end());
  for (const geo::LandSite& site : land.sites) {
    append(site.parcel, lines.whole);
    append(site.footprints, lines.whole);
    for (const auto& part : site.parcel) {
      lines.exact.push_back(part.outer);
      lines.exact.insert(lines.exact.end(), part.holes.begin(), part.holes.end());
    }
  }
  return lines;
}

std::size_t ownFootprintsOf(const MergeLand& land, std::size_t site) { return site < land.ownFootprints.size() ? land.ownFootprints[site] : land.sites[site].footprints.size(); }

/// What a member stands on, without what rides along with it.
MultiPolygon<XY> ownGroundOf(const MergeLand& land, std::size_t site) {
  const geo::LandSite& own = land.sites[site];
  MultiPolygon<XY> ground = own.parcel;
  ground.insert(ground.end(), own.footprints.begin(), own.footprints.begin() + static_cast<std::ptrdiff_t>(ownFootprintsOf(land, site)));
  return ground;
}

bool isHeldBy(const MultiPolygon<XY>& shape, const geo::Polygon<XY>& footprint) {
  const auto inside = geo::innerPointOf(footprint);
  return inside && std::any_of(shape.begin(), shape.end(), [&](const auto& part) { return geo::contains(part, *inside); });
}

/// Parts that no member stands on go: a building that rides along, whose land others keep apart, would tear the district.
void dropStrayParts(const MergeLand& land, const std::vector<int>& districtOf, std::vector<MultiPolygon<XY>>& shapes) {
  std::vector<std::vector<XY>> places(shapes.size());
  for (std::size_t s = 0; s < land.sites.size(); ++s) {
    if (districtOf[s] < 0 || shapes[static_cast<std::size_t>(districtOf[s])].size() < 2) continue;
    for (const auto& polygon : ownGroundOf(land, s))
      if (const auto inside = geo::innerPointOf(polygon)) places[static_cast<std::size_t>(districtOf[s])].push_back(*inside);
  }
  for (std::size_t d = 0; d < shapes.size(); ++d) {
    if (places[d].empty()) continue;
    std::erase_if(shapes[d], [&own = places[d]](const auto& part) { return std::none_of(own.begin(), own.end(), [&part](XY p) { return geo::contains(part, p); }); });
  }
}

/// A district's own ground: red lines to the line, a narrow margin around other buildings, and what lies between.
geo::Result<std::vector<MultiPolygon<XY>>> ownGround(const MergeLand& land, const std::vector<int>& districtOf, std::size_t count, const MergeRules& rules, const geo::Progress& progress) {
  std::vector<MultiPolygon<XY>> parcels(count), buildings(count), grounds(count);
  std::vector<geo::MultiLine<XY>> ways(count);
  for (std::size_t s = 0; s < land.sites.size(); ++s) {
    if (districtOf[s] < 0) continue;
    const auto d = static_cast<std::size_t>(districtOf[s]);
    append(land.sites[s].parcel, parcels[d]);
    append(geo::footprintsOutside(land.sites[s]), buildings[d]);
  }
  for (const geo::LandNeighbours& both : land.cells.neighbours) {
    if (both.way.empty() || districtOf[both.a] < 0 || districtOf[both.a] != districtOf[both.b]) continue;
    ways[static_cast<std::size_t>(districtOf[both.a])].push_back(both.way);
  }
  auto done = geo::forEachBlock(count, [&](std::size_t d) -> geo::Result<void> {
    const geo::StopWhenCancelled stop(progress);
    MultiPolygon<XY> all = parcels[d];
    auto margins = geo::offsetOf(buildings[d], rules.parcelMarginM);
    auto paths = geo::offsetOf(ways[d], rules.parcelMarginM, false);
    if (!margins || !paths) return geo::fail(margins ? std::move(paths) : std::move(margins));
    append(*margins, all);
    append(*paths, all);
    auto grown = geo::offsetOf(all, rules.gapM / 2);
    if (!grown) return geo::fail(std::move(grown));
    auto closed = geo::offsetOf(*grown, -rules.gapM / 2);
    if (!closed) return geo::fail(std::move(closed));
    append(*closed, all);   // closing leaves rounding at red lines: they count to the line
    auto joined = geo::unionOf(all, 0.001);
    if (!joined) return geo::fail(std::move(joined));
    grounds[d] = std::move(*joined);
    return {};
  });
  if (!done) return geo::fail(std::move(done));
  return grounds;
}

}  // namespace

geo::Result<std::vector<MultiPolygon<XY>>> shapesOf(const MergeLand& land, const std::vector<int>& districtOf, std::size_t count, const MergeShapes& how, geo::Progress& progress) {
  auto shapes = geo::dissolveLand(land.cells, districtOf, count, {.absorbedHoleM2 = how.rules.holeM2, .absorbedGapM2 = how.rules.sliverM2}, progress);
  if (!shapes) return shapes;
  geo::DrawLines lines = drawLinesOf(land);
  if (how.follow == BoundaryFollow::Edge) {
    auto cut = geo::cutStreets(*shapes, mergeStreets(how.city, how.rules), groundOf(land.sites), progress);
    if (!cut) return geo::fail(std::move(cut));
    shapes = std::move(cut->shapes);
    lines.followed.insert(lines.followed.end(), cut->edges.begin(), cut->edges.end());
  }
  if (how.follow == BoundaryFollow::Parcel) {
    auto grounds = ownGround(land, districtOf, count, how.rules, progress);
    if (!grounds) return grounds;
    shapes = geo::keptWithin(*shapes, *grounds, progress);
    if (!shapes) return shapes;
  }
  dropStrayParts(land, districtOf, *shapes);
  auto drawn = geo::drawBoundaries(*shapes, lines, {.followedM = how.rules.followedM, .freeM = how.rules.simplifyM}, progress);
  if (!drawn) return drawn;
  if (!geo::isCoverageValid(*drawn)) return geo::fail(geo::ErrorCode::Internal, "The boundaries are no exact coverage.", "Report this with the project; another --seed may help.");
  return drawn;
}

geo::Result<geo::Problems> checkShapes(const MergeLand& land, const std::vector<int>& districtOf, const std::vector<MultiPolygon<XY>>& shapes, geo::Progress& progress) {
  std::vector<geo::BoundaryMembers> members(shapes.size());
  for (std::size_t s = 0; s < land.sites.size(); ++s) {
    if (districtOf[s] < 0) continue;
    const MultiPolygon<XY>& shape = shapes[static_cast<std::size_t>(districtOf[s])];
    geo::BoundaryMembers& own = members[static_cast<std::size_t>(districtOf[s])];
    const std::vector<geo::Polygon<XY>>& footprints = land.sites[s].footprints;
    for (std::size_t f = 0; f < footprints.size(); ++f)
      if (f < ownFootprintsOf(land, s) || isHeldBy(shape, footprints[f])) own.footprints.push_back(footprints[f]);
    if (shape.size() < 2) continue;
    const auto pieces = geo::unionOf(ownGroundOf(land, s), 0.001);
    if (!pieces) return geo::fail(pieces);
    own.parts = std::max(own.parts, pieces->size());
  }
  const auto report = geo::checkBoundaries(shapes, members, {}, progress);
  if (!report) return geo::fail(report);
  geo::Problems found;
  for (const geo::BoundaryFault& fault : report->faults) {
    const geo::Where where{.layer = "district", .feature = std::to_string(fault.shape), .x = fault.place.x, .y = fault.place.y};
    if (fault.kind == geo::BoundaryFault::Kind::Invalid || fault.kind == geo::BoundaryFault::Kind::Overlap) {
      return geo::fail(geo::ErrorCode::Internal, "A boundary crosses itself or another one.", "Report this with the project; another --seed may help.", where);
    }
    const bool isOutside = fault.kind == geo::BoundaryFault::Kind::MemberOutside;
    found.push_back({geo::Severity::Warning, isOutside ? "member-outside" : "boundary-parts",
                     isOutside ? "a building of the district reaches " + toShort(fault.amount) + " m2 beyond its boundary, over a barrier or ground of another one" : "the district lies in " + toShort(fault.amount) + " parts", where});
  }
  return found;
}

}  // namespace pianqu::layers
