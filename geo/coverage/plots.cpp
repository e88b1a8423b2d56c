#include "geo/coverage/plots.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "geo/coverage/noding.hpp"
#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/offset.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr double kOverlapM = 0.05;   ///< reach goes this far over the edge of the plot, so that no sliver is left along it
constexpr double kAlongM = 0.2;
constexpr double kOnLineM = 0.02;

MultiLine<XY> ringsOf(const Polygon<XY>& polygon) {
  MultiLine<XY> rings{polygon.outer};
  rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
  return rings;
}

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

/// Fills what is narrow between the reach and the edge of the plot.
Result<MultiPolygon<XY>> reachedToEdge(const MultiPolygon<XY>& reach, const Polygon<XY>& plot, double followM) {
  const double half = followM / 2;
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
  constexpr double kStepM = 10, kMitre = 1.5;   // corners of the margin reach farther than its sides
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

/// The point of the rings nearest to `p`.
XY nearestOn(const MultiLine<XY>& rings, XY p) {
  XY best = p;
  double least = std::numeric_limits<double>::infinity();
  for (const auto& ring : rings) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const XY along = ring[i + 1] - ring[i], from = p - ring[i];
      const double squared = along.x * along.x + along.y * along.y;
      const XY foot = ring[i] + along * (squared > 0 ? std::clamp((along.x * from.x + along.y * from.y) / squared, 0.0, 1.0) : 0);
      const double metres = distance(p, foot);
      if (metres >= least) continue;
      least = metres;
      best = foot;
    }
  }
  return best;
}

bool isAt(const MultiLine<XY>& rings, XY p) { return distance(nearestOn(rings, p), p) < kAlongM; }

bool isAlong(XY a, XY b, const MultiLine<XY>& rings) { return isAt(rings, a) && isAt(rings, b) && isAt(rings, (a + b) * 0.5); }

/// Leads an end that stops short of the outline on over it, so that it is noded there.
void leadOver(Line<XY>& line, const MultiLine<XY>& rings) {
  constexpr double kOver = 1.2;
  for (const bool isStart : {true, false}) {
    const XY end = isStart ? line.front() : line.back();
    if (!isAt(rings, end)) continue;
    line.insert(isStart ? line.begin() : line.end(), end + (nearestOn(rings, end) - end) * kOver);
  }
}

}  // namespace

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
  std::map<int, std::map<int, std::vector<XY>>> bySite;
  std::map<int, std::size_t> counts;
  for (const LandSeed& seed : block.seeds) {
    const int plot = plots.size() == 1 ? 0 : locator.find(seed.point);
    if (plot < 0) continue;
    bySite[seed.site][plot].push_back(seed.point);
    ++counts[seed.site];
  }
  for (const auto& [site, byPlot] : bySite) {
    for (const auto& [plot, points] : byPlot) {
      // A corner over the middle of a street claims nothing on the other side.
      if (static_cast<double>(points.size()) < kStraddlingShare * static_cast<double>(counts[site])) continue;
      Plot& own = plots[static_cast<std::size_t>(plot)];
      own.claiming.push_back(site);
      for (XY p : points) own.seeds.push_back({p, site});
    }
  }
  return plots;
}

Result<MultiPolygon<XY>> reachOf(const Plot& plot, const std::vector<LandSite>& sites, const MultiLine<XY>& ways, const LandOptions& options) {
  if (isBuiltUp(plot, sites, options)) return MultiPolygon<XY>{plot.shape};
  MultiPolygon<XY> built;
  for (const auto& part : plot.solid) {
    Polygon<XY>& own = built.emplace_back(Polygon<XY>{withoutPointsOnLines(part.outer, kOnLineM), {}});
    for (const auto& hole : part.holes) own.holes.push_back(withoutPointsOnLines(hole, kOnLineM));
  }
  for (int site : plot.claiming) {
    const LandSite& own = sites[static_cast<std::size_t>(site)];
    addWide(own.parcel, options.gapM, built);
    addWide(own.footprints, options.gapM, built);
  }
  if (built.empty() && isNarrow(plot.shape, options.medianM)) return MultiPolygon<XY>{plot.shape};
  auto reach = offsetOf(built, options.marginM);
  if (!reach) return fail(std::move(reach));
  MultiLine<XY> near;
  const Box box = boxOf(plot.shape);
  for (const auto& way : ways) {
    if (boxOf(way).intersects(box)) near.push_back(way);
  }
  if (!near.empty()) {
    auto paths = offsetOf(near, options.marginM / 2, false);
    if (!paths) return fail(std::move(paths));
    reach->insert(reach->end(), paths->begin(), paths->end());
    reach = unionOf(*reach, options.gridM);
    if (!reach) return fail(std::move(reach));
  }
  return built.empty() ? reach : reachedToEdge(*reach, plot.shape, options.followM);
}

MultiLine<XY> innerEdges(const MultiPolygon<XY>& reach, const Polygon<XY>& plot) {
  const MultiLine<XY> rings = ringsOf(plot);
  const Box box = boxOf(plot);
  MultiLine<XY> edges;
  for (const auto& part : reach) {
    for (const auto& ring : ringsOf(part)) {
      Line<XY> open;
      const auto close = [&] {
        if (open.size() > 1) {
          leadOver(open, rings);
          edges.push_back(open);
        }
        open.clear();
      };
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const bool isOutside = !boxOf({ring[i], ring[i + 1]}).intersects(box);
        if (isOutside || isAlong(ring[i], ring[i + 1], rings)) {
          close();
          continue;
        }
        if (open.empty()) open.push_back(ring[i]);
        open.push_back(ring[i + 1]);
      }
      close();
    }
  }
  return edges;
}

}  // namespace pianqu::geo
