#include "geo/coverage/plots.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/offset.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr double kOverlapM = 0.05;   ///< reach goes this far over the edge of the plot, so that no sliver is left along it
constexpr double kAlongM = 0.2;

MultiLine<XY> ringsOf(const Polygon<XY>& polygon) {
  MultiLine<XY> rings{polygon.outer};
  rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
  return rings;
}

/// Grown and then shrunk: gaps narrower than twice `closingM` fill, and `marginM` is left around.
Result<MultiPolygon<XY>> closed(const MultiPolygon<XY>& shapes, double marginM, double closingM) {
  auto grown = offsetOf(shapes, marginM + closingM);
  if (!grown) return fail(std::move(grown));
  return offsetOf(*grown, -closingM);
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

Result<std::vector<Plot>> plotsOf(const Block& block, const LandOptions& options) {
  std::vector<Plot> plots;
  if (!block.guides.empty()) {
    MultiLine<XY> lines = ringsOf(block.shape);
    lines.insert(lines.end(), block.guides.begin(), block.guides.end());
    auto faces = facesOf(lines, options.gridM);
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
  MultiPolygon<XY> built;
  for (int site : plot.claiming) {
    const LandSite& own = sites[static_cast<std::size_t>(site)];
    const auto outside = footprintsOutside(own);
    built.insert(built.end(), own.parcel.begin(), own.parcel.end());
    built.insert(built.end(), outside.begin(), outside.end());
  }
  if (built.empty() && isNarrow(plot.shape, options.medianM)) return MultiPolygon<XY>{plot.shape};
  auto reach = closed(built, options.marginM, options.gapM / 2);
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
