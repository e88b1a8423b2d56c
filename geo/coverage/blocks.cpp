#include "geo/coverage/blocks.hpp"

#include <algorithm>
#include <cmath>
#include <execution>
#include <map>
#include <numeric>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

/// Share of its outline beyond a barrier from which a site counts as straddling, rather than as drawn a little over the line.
constexpr double kStraddlingShare = 0.1;

double turn(XY a, XY b, XY c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool doCross(XY a, XY b, XY c, XY d) {
  const double abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
  return ((abc > 0) != (abd > 0) || abc == 0 || abd == 0) && ((cda > 0) != (cdb > 0));
}

void addOutline(const Ring<XY>& ring, double spacingM, std::vector<XY>& points) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const double length = distance(ring[i], ring[i + 1]);
    const int parts = std::max(1, static_cast<int>(std::ceil(length / spacingM)));
    for (int k = 0; k < parts; ++k) points.push_back(ring[i] + (ring[i + 1] - ring[i]) * (static_cast<double>(k) / parts));
  }
}

bool isInside(const MultiPolygon<XY>& parcel, const Polygon<XY>& footprint) {
  return !parcel.empty() && !footprint.outer.empty() && contains(parcel, centroidOf(footprint));
}

/// Outline points of the parcel, and of footprints that stand outside it.
std::vector<XY> outlineOf(const LandSite& site, double spacingM) {
  std::vector<XY> points;
  if (site.isFixed) return points;   // its boundary is drawn already: neighbours reach up to it, it reaches no farther
  for (const auto& part : site.parcel) addOutline(part.outer, spacingM, points);
  for (const auto& part : footprintsOutside(site)) addOutline(part.outer, spacingM, points);
  return points;
}

Result<std::vector<Polygon<XY>>> blockShapes(const Box& extent, const MultiLine<XY>& barriers, const LandOptions& options) {
  const Box frame = extent.grownBy(4 * (options.gapM + options.marginM));
  MultiLine<XY> lines;
  lines.push_back({{frame.minX, frame.minY}, {frame.maxX, frame.minY}, {frame.maxX, frame.maxY}, {frame.minX, frame.maxY}, {frame.minX, frame.minY}});
  for (const auto& line : barriers) {
    if (boxOf(line).intersects(frame)) lines.push_back(line);
  }
  return facesOf(lines, options.gridM);
}

struct Located {
  std::vector<int> blocks;       ///< of each outline point
  SitePlace place;
};

Located locate(const std::vector<XY>& points, const PolygonLocator& locator) {
  Located located;
  std::map<int, int> counts;
  for (XY p : points) {
    located.blocks.push_back(locator.find(p));
    if (located.blocks.back() >= 0) ++counts[located.blocks.back()];
  }
  int most = 0, all = 0;
  for (const auto& [block, count] : counts) {
    all += count;
    if (count <= most) continue;
    most = count;
    located.place.block = block;
  }
  located.place.isStraddling = all - most > kStraddlingShare * all;
  return located;
}

Result<void> findReach(Block& block, const LandOptions& options) {
  // Growing and shrinking back closes the streets between neighbours and leaves the margin towards open land.
  const double closing = options.gapM / 2;
  const BufferOptions corner{.join = BufferOptions::Join::Round, .quadrantSegments = 4};
  auto grown = bufferOf(block.built, options.marginM + closing, corner);
  if (!grown) return fail(std::move(grown));
  auto shrunk = bufferOf(*grown, -closing, corner);
  if (!shrunk) return fail(std::move(shrunk));
  block.reach = std::move(*shrunk);
  return {};
}

}  // namespace

MultiPolygon<XY> footprintsOutside(const LandSite& site) {
  MultiPolygon<XY> outside;
  for (const auto& part : site.footprints) {
    if (!isInside(site.parcel, part)) outside.push_back(part);
  }
  return outside;
}

Result<void> forEachBlock(std::size_t count, const std::function<Result<void>(std::size_t)>& work) {
  std::vector<Result<void>> done(count);
  std::vector<std::size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  std::for_each(std::execution::par, numbers.begin(), numbers.end(), [&](std::size_t b) { done[b] = work(b); });
  for (auto& each : done) {
    if (!each) return std::move(each);
  }
  return {};
}

BarrierCrossing::BarrierCrossing(const MultiLine<XY>& barriers) {
  std::vector<Box> boxes;
  for (const auto& line : barriers) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      m_segments.emplace_back(line[i], line[i + 1]);
      boxes.push_back(boxOf({line[i], line[i + 1]}));
    }
  }
  m_index = BoxIndex(boxes);
}

bool BarrierCrossing::isCrossed(XY a, XY b) const {
  for (std::size_t i : m_index.find(boxOf({a, b}))) {
    if (doCross(a, b, m_segments[i].first, m_segments[i].second)) return true;
  }
  return false;
}

namespace {

/// Gives the seeds and the built land of one site to the blocks that it stands in.
void standIn(const LandSite& site, int number, const std::vector<XY>& outline, const Located& located, std::vector<Block>& blocks) {
  const int main = located.place.block;
  std::vector<int> blocksOfSite{main};
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const int block = located.blocks[i];
    // A few points drawn over a barrier must not claim land there.
    if (block != main && !(located.place.isStraddling && block >= 0)) continue;
    blocks[static_cast<std::size_t>(block)].seeds.push_back({outline[i], number});
    if (block != blocksOfSite.back()) blocksOfSite.push_back(block);
  }
  std::sort(blocksOfSite.begin(), blocksOfSite.end());
  blocksOfSite.erase(std::unique(blocksOfSite.begin(), blocksOfSite.end()), blocksOfSite.end());
  MultiPolygon<XY> built = site.parcel;
  const MultiPolygon<XY> outside = footprintsOutside(site);
  built.insert(built.end(), outside.begin(), outside.end());
  for (int block : blocksOfSite) {
    auto& own = blocks[static_cast<std::size_t>(block)].built;
    own.insert(own.end(), built.begin(), built.end());
  }
}

Result<std::vector<std::vector<XY>>> outlinesOf(const std::vector<LandSite>& sites, double spacingM, Box& extent) {
  std::vector<std::vector<XY>> outlines;
  for (std::size_t s = 0; s < sites.size(); ++s) {
    outlines.push_back(outlineOf(sites[s], spacingM));
    for (XY p : outlines.back()) {
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
        return fail(ErrorCode::Invalid, "Site " + std::to_string(s) + " has a coordinate that is not a number.", "Repair its geometry.");
      }
      extent.add(p);
    }
  }
  return outlines;
}

/// Leaves out blocks in which nothing stands, and finds how far the others reach, each for itself.
Result<void> keepBuilt(std::vector<Block> all, const LandOptions& options, Blocks& result) {
  std::vector<int> kept(all.size(), -1);
  for (std::size_t b = 0; b < all.size(); ++b) {
    if (all[b].seeds.empty()) continue;
    kept[b] = static_cast<int>(result.blocks.size());
    result.blocks.push_back(std::move(all[b]));
  }
  for (SitePlace& place : result.places) {
    if (place.block >= 0) place.block = kept[static_cast<std::size_t>(place.block)];
  }
  return forEachBlock(result.blocks.size(), [&](std::size_t b) { return findReach(result.blocks[b], options); });
}

}  // namespace

Result<Blocks> makeBlocks(const std::vector<LandSite>& sites, const MultiLine<XY>& barriers, const LandOptions& options) {
  Box extent;
  const auto outlines = outlinesOf(sites, options.spacingM, extent);
  if (!outlines) return fail(outlines);
  Blocks result;
  result.places.resize(sites.size());
  if (extent.isEmpty()) return result;
  auto shapes = blockShapes(extent, barriers, options);
  if (!shapes) return fail(std::move(shapes));
  std::vector<const Polygon<XY>*> pointers;
  for (const auto& shape : *shapes) pointers.push_back(&shape);
  const PolygonLocator locator(pointers);
  std::vector<Block> all(shapes->size());
  for (std::size_t s = 0; s < sites.size(); ++s) {
    const Located located = locate((*outlines)[s], locator);
    result.places[s] = located.place;
    if (located.place.block >= 0) standIn(sites[s], static_cast<int>(s), (*outlines)[s], located, all);
  }
  for (std::size_t b = 0; b < all.size(); ++b) all[b].shape = (*shapes)[b];
  if (auto kept = keepBuilt(std::move(all), options, result); !kept) return fail(std::move(kept));
  return result;
}

}  // namespace pianqu::geo
