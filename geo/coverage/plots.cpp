#include "geo/coverage/plots.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/coverage/noding.hpp"
#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/offset.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr double kOverlapM = 0.05;   ///< reach goes this far over the edge of the plot, so that no sliver is left along it
constexpr double kOnLineM = 0.02;

/// Shapes whose middle may be too far from their outline for it to be solid.
void addWide(const MultiPolygon<XY>& shapes, double widthM, MultiPolygon<XY>& all) {
  for (const auto& shape : shapes) {
    const Box box = boxOf(shape);
    if (std::min(box.width(), box.height()) > widthM) all.push_back(shape);
  }
}

/// Without points that lie on the line from the last one kept to the next: growing costs by the corner, and seeds stand along walls.
Ring<XY> withoutPointsOnLines(const Ring<XY>& ring, double toleranceM) {
  Ring<XY> kept;
  for (XY p : ring) {
    if (kept.size() > 1 && distanceToLine(kept.back(), {kept[kept.size() - 2], p}) <= toleranceM) kept.pop_back();
    kept.push_back(p);
  }
  return kept.size() < 4 ? ring : kept;
}

/// Fills what is narrow in the reach and between it and the edge of the plot.
Result<MultiPolygon<XY>> reachedToEdge(const MultiPolygon<XY>& reach, const Polygon<XY>& plot, double narrowM) {
  const double half = narrowM / 2;
  if (half <= kOverlapM || reach.empty()) return reach;
  auto edge = offsetOf(ringsOf(plot), half, false);
  if (!edge) return fail(std::move(edge));
  auto grown = offsetOf(reach, half);
  if (!grown) return fail(std::move(grown));
  grown->insert(grown->end(), edge->begin(), edge->end());
  auto solid = unionOf(*grown);
  if (!solid) return fail(std::move(solid));
  return offsetOf(*solid, kOverlapM - half);
}

/// Does a parcel hold the middle of the hole, or is it a pocket that goes to who stands around it?
bool isOwned(const Ring<XY>& hole, const Plot& plot, const std::vector<LandSite>& sites, double pocketM2) {
  if (std::abs(signedAreaM2(hole)) <= pocketM2) return true;
  const auto middle = innerPointOf(Polygon<XY>{hole, {}});
  return middle && std::any_of(plot.claiming.begin(), plot.claiming.end(), [&](int site) { return contains(sites[static_cast<std::size_t>(site)].parcel, *middle); });
}

/// Built up in one piece that comes near the edge of the plot everywhere: all of it is reached.
bool isBuiltUp(const Plot& plot, const std::vector<LandSite>& sites, const LandOptions& options) {
  constexpr double kStepM = 10, kMitre = 1.5;   // corners of a margin reach farther than its sides
  const double nearM = kMitre * options.marginM + options.followM;
  if (plot.solid.size() != 1 || !plot.shape.holes.empty()) return false;
  const auto& holes = plot.solid.front().holes;
  if (!std::all_of(holes.begin(), holes.end(), [&](const Ring<XY>& hole) { return isOwned(hole, plot, sites, options.pocketM2); })) return false;
  const Ring<XY>& outline = plot.solid.front().outer;
  const Ring<XY>& edge = plot.shape.outer;
  std::size_t nearest = 0;   // the outline is walked along, so the nearest point is near the last one
  const auto isNear = [&](XY p) {
    for (std::size_t k = 0; k < outline.size(); ++k) {
      const std::size_t i = (nearest + k) % outline.size();
      if (distance(outline[i], p) > nearM) continue;
      nearest = i;
      return true;
    }
    return contains(plot.solid, p);
  };
  for (std::size_t i = 0; i + 1 < edge.size(); ++i) {
    const int steps = std::max(1, static_cast<int>(distance(edge[i], edge[i + 1]) / kStepM));
    for (int k = 0; k < steps; ++k) {
      if (!isNear(edge[i] + (edge[i + 1] - edge[i]) * (static_cast<double>(k) / steps))) return false;
    }
  }
  return true;
}

/// Without a middle that is wider than the streets between carriageways.
bool isNarrow(const Polygon<XY>& plot, double medianM) {
  const double perimeter = perimeterOf(plot).value;
  return perimeter > 0 && 2 * areaOf(plot).value / perimeter <= medianM;
}

MultiPolygon<XY> withoutPointsOnLines(const MultiPolygon<XY>& parts) {
  MultiPolygon<XY> fewer;
  for (const auto& part : parts) {
    Polygon<XY>& own = fewer.emplace_back(Polygon<XY>{withoutPointsOnLines(part.outer, kOnLineM), {}});
    for (const auto& hole : part.holes) own.holes.push_back(withoutPointsOnLines(hole, kOnLineM));
  }
  return fewer;
}

/// Land around footprints outside red lines.
Result<MultiPolygon<XY>> reachOfFootprints(const Plot& plot, const std::vector<LandSite>& sites, const LandOptions& options) {
  MultiPolygon<XY> built = withoutPointsOnLines(plot.loose);
  for (int site : plot.claiming) {
    if (sites[static_cast<std::size_t>(site)].parcel.empty()) addWide(sites[static_cast<std::size_t>(site)].footprints, options.gapM, built);
  }
  auto reach = offsetOf(built, options.marginM);
  if (!reach) return fail(std::move(reach));
  return reachedToEdge(*reach, plot.shape, options.followM);
}

}  // namespace

MultiLine<XY> ringsOf(const Polygon<XY>& polygon) {
  MultiLine<XY> rings{polygon.outer};
  rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
  return rings;
}

Result<std::vector<Plot>> plotsOf(const Block& block, const LandOptions& options, const Progress& progress) {
  std::vector<Plot> plots;
  if (!block.guides.empty()) {
    MultiLine<XY> lines = ringsOf(block.shape);
    lines.insert(lines.end(), block.guides.begin(), block.guides.end());
    auto faces = facesOnGrid(lines, options.gridM, progress);
    if (!faces) return fail(std::move(faces));
    for (auto& face : *faces) {
      const auto inside = innerPointOf(face);
      if (inside && contains(block.shape, *inside)) plots.push_back({.shape = std::move(face)});
    }
  }
  if (plots.size() < 2) plots = {{.shape = block.shape}};
  std::vector<const Polygon<XY>*> shapes;
  for (const Plot& plot : plots) shapes.push_back(&plot.shape);
  const PolygonLocator locator(shapes);
  std::map<int, std::map<int, std::vector<LandSeed>>> bySite;
  std::map<int, std::size_t> counts;
  for (const LandSeed& seed : block.seeds) {
    const int plot = plots.size() == 1 ? 0 : locator.find(seed.point);
    if (plot < 0) continue;
    bySite[seed.site][plot].push_back(seed);
    ++counts[seed.site];
  }
  for (const auto& [site, byPlot] : bySite) {
    for (const auto& [plot, seeds] : byPlot) {
      // A corner over the middle of a street claims nothing on the other side.
      if (static_cast<double>(seeds.size()) < kStraddlingShare * static_cast<double>(counts[site])) continue;
      Plot& own = plots[static_cast<std::size_t>(plot)];
      own.claiming.push_back(site);
      own.seeds.insert(own.seeds.end(), seeds.begin(), seeds.end());
    }
  }
  return plots;
}

Result<Reach> reachOf(const Plot& plot, const std::vector<LandSite>& sites, const MultiLine<XY>& ways, const LandOptions& options) {
  const bool isAll = isBuiltUp(plot, sites, options) || (plot.claiming.empty() && isNarrow(plot.shape, options.medianM));
  if (isAll) return Reach{.own = {plot.shape}};
  Reach reach;
  const auto add = [&](Result<MultiPolygon<XY>> parts) -> Result<void> {
    if (!parts) return fail(std::move(parts));
    reach.own.insert(reach.own.end(), parts->begin(), parts->end());
    return {};
  };
  if (std::any_of(plot.seeds.begin(), plot.seeds.end(), [](const LandSeed& seed) { return seed.redLine >= 0; })) {
    reach.own = withoutPointsOnLines(plot.solid);
    auto towardsEdge = reachedToEdge(reach.own, plot.shape, options.marginM + options.followM);
    if (!towardsEdge) return fail(std::move(towardsEdge));
    reach.towardsEdge = std::move(*towardsEdge);
  }
  if (std::any_of(plot.seeds.begin(), plot.seeds.end(), [](const LandSeed& seed) { return seed.redLine < 0; })) {
    if (auto added = add(reachOfFootprints(plot, sites, options)); !added) return fail(std::move(added));
  }
  MultiLine<XY> near;
  const Box box = boxOf(plot.shape);
  for (const auto& way : ways) {
    if (boxOf(way).intersects(box)) near.push_back(way);
  }
  if (auto added = add(offsetOf(near, options.marginM / 2, false)); !added) return fail(std::move(added));
  return reach;
}

}  // namespace pianqu::geo
