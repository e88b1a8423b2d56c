#include "layers/plan/merge_shapes.hpp"

#include "geo/coverage/blocks.hpp"
#include "geo/coverage/draw.hpp"
#include "geo/overlay/offset.hpp"
#include "geo/overlay/overlay.hpp"

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

/// A district's own ground: red lines to the line, a narrow margin around other buildings, and what lies between.
geo::Result<std::vector<MultiPolygon<XY>>> ownGround(const MergeLand& land, const std::vector<int>& districtOf, std::size_t count, const MergeRules& rules) {
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
  auto shapes = geo::dissolveLand(land.cells, districtOf, count, {.absorbedHoleM2 = how.rules.holeM2});
  if (!shapes) return shapes;
  geo::DrawLines lines = drawLinesOf(land);
  if (how.follow == BoundaryFollow::Edge) {
    auto cut = geo::cutStreets(*shapes, mergeStreets(how.city, how.rules), groundOf(land.sites));
    if (!cut) return geo::fail(std::move(cut));
    shapes = std::move(cut->shapes);
    lines.followed.insert(lines.followed.end(), cut->edges.begin(), cut->edges.end());
  }
  if (how.follow == BoundaryFollow::Parcel) {
    auto grounds = ownGround(land, districtOf, count, how.rules);
    if (!grounds) return grounds;
    shapes = geo::keptWithin(*shapes, *grounds);
    if (!shapes) return shapes;
  }
  auto drawn = geo::drawBoundaries(*shapes, lines, {.followedM = how.rules.followedM, .freeM = how.rules.simplifyM}, progress);
  if (!drawn) return drawn;
  if (!geo::isCoverageValid(*drawn)) return geo::fail(geo::ErrorCode::Internal, "The boundaries are no exact coverage.", "Report this with the project; another --seed may help.");
  return drawn;
}

}  // namespace pianqu::layers
