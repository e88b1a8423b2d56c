#include "geo/coverage/blocks.hpp"

#include <algorithm>
#include <cmath>
#include <execution>
#include <map>
#include <numeric>

#include "geo/coverage/near_lines.hpp"
#include "geo/coverage/noding.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

constexpr double kSameLineM = 0.02;   ///< barriers nearer than this are one, drawn twice

bool isFinite(XY p) { return std::isfinite(p.x) && std::isfinite(p.y); }

double turn(XY a, XY b, XY c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool doCross(XY a, XY b, XY c, XY d) {
  const double abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
  return ((abc > 0) != (abd > 0) || abc == 0 || abd == 0) && ((cda > 0) != (cdb > 0));
}

void addOutline(const Ring<XY>& ring, double spacingM, LandSeed seed, std::vector<LandSeed>& seeds) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const double length = distance(ring[i], ring[i + 1]);
    const int parts = std::max(1, static_cast<int>(std::ceil(length / spacingM)));
    for (int k = 0; k < parts; ++k) {
      seed.point = ring[i] + (ring[i + 1] - ring[i]) * (static_cast<double>(k) / parts);
      seeds.push_back(seed);
    }
  }
}

bool isInside(const MultiPolygon<XY>& parcel, const Polygon<XY>& footprint) {
  return !parcel.empty() && !footprint.outer.empty() && std::all_of(footprint.outer.begin(), footprint.outer.end(), [&](XY p) { return contains(parcel, p); });
}

/// Outline points of the parcel, and of footprints that stand outside it.
std::vector<LandSeed> outlineOf(const LandSite& site, int number, double spacingM) {
  std::vector<LandSeed> seeds;
  if (site.isFixed) return seeds;   // its boundary is drawn already: neighbours reach up to it, it reaches no farther
  for (std::size_t p = 0; p < site.parcel.size(); ++p) addOutline(site.parcel[p].outer, spacingM, {.site = number, .redLine = static_cast<int>(p)}, seeds);
  for (const auto& part : footprintsOutside(site)) addOutline(part.outer, spacingM, {.site = number}, seeds);
  return seeds;
}

Result<std::vector<Polygon<XY>>> blockShapes(const Box& extent, const MultiLine<XY>& barriers, const LandOptions& options, const Progress& progress) {
  const Box frame = extent.grownBy(4 * (options.gapM + options.marginM));
  MultiLine<XY> near;
  for (const auto& line : barriers) {
    if (boxOf(line).intersects(frame)) near.push_back(line);
  }
  MultiLine<XY> lines = joinNear(near, kSameLineM);
  lines.push_back({{frame.minX, frame.minY}, {frame.maxX, frame.minY}, {frame.maxX, frame.maxY}, {frame.minX, frame.maxY}, {frame.minX, frame.minY}});
  return facesOnGrid(lines, options.gridM, progress);
}

struct Located {
  std::vector<int> blocks;       ///< of each outline point
  SitePlace place;
};

Located locate(const std::vector<LandSeed>& outline, const PolygonLocator& locator, const BarrierCrossing& crossing) {
  Located located;
  if (outline.empty()) return located;
  Box box;
  for (const LandSeed& seed : outline) box.add(seed.point);
  if (!crossing.isNear(box)) {
    located.place.block = locator.find(outline.front().point);
    located.blocks.assign(outline.size(), located.place.block);
    return located;
  }
  std::map<int, int> counts;
  for (const LandSeed& seed : outline) {
    located.blocks.push_back(locator.find(seed.point));
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
      if (!isFinite(line[i]) || !isFinite(line[i + 1])) continue;
      m_segments.emplace_back(line[i], line[i + 1]);
      boxes.push_back(boxOf({line[i], line[i + 1]}));
    }
  }
  m_index = BoxIndex(boxes);
}

bool BarrierCrossing::isNear(const Box& box) const { return !m_index.find(box).empty(); }

bool BarrierCrossing::isCrossed(XY a, XY b) const {
  for (std::size_t i : m_index.find(boxOf({a, b}))) {
    if (doCross(a, b, m_segments[i].first, m_segments[i].second)) return true;
  }
  return false;
}

namespace {

/// Gives the seeds and the ground of one site to the blocks that it stands in.
void standIn(int number, const std::vector<LandSeed>& outline, const Located& located, std::vector<Block>& blocks) {
  const int main = located.place.block;
  std::map<int, bool> isClaiming;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const int block = located.blocks[i];
    if (block < 0) continue;
    // A few points drawn over a barrier must not claim land there.
    const bool isClaim = block == main || located.place.isStraddling;
    isClaiming[block] = isClaim;
    if (isClaim) blocks[static_cast<std::size_t>(block)].seeds.push_back(outline[i]);
  }
  for (const auto& [block, isClaim] : isClaiming) blocks[static_cast<std::size_t>(block)].sites.push_back({number, isClaim});
}

/// A site that is fixed has no outline points; it lies in every block that its box meets.
void lieIn(const LandSite& site, int number, const BoxIndex& boxes, std::vector<Block>& blocks) {
  for (std::size_t b : boxes.find(boxOf(site.parcel))) blocks[b].sites.push_back({number, false});
}

/// The stretches of the guides near each block.
void guideBlocks(const MultiLine<XY>& guides, const BoxIndex& boxes, std::vector<Block>& blocks) {
  std::map<std::size_t, Line<XY>> open;
  for (const auto& line : guides) {
    open.clear();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      for (std::size_t b : boxes.find(boxOf({line[i], line[i + 1]}))) {
        if (blocks[b].seeds.empty()) continue;
        Line<XY>& stretch = open[b];
        if (!stretch.empty() && stretch.back() != line[i]) {
          blocks[b].guides.push_back(std::move(stretch));
          stretch.clear();
        }
        if (stretch.empty()) stretch.push_back(line[i]);
        stretch.push_back(line[i + 1]);
      }
    }
    for (auto& [b, stretch] : open) {
      if (stretch.size() > 1) blocks[b].guides.push_back(std::move(stretch));
    }
  }
}

Result<std::vector<std::vector<LandSeed>>> outlinesOf(const std::vector<LandSite>& sites, double spacingM, Box& extent) {
  std::vector<std::vector<LandSeed>> outlines(sites.size());
  auto done = forEachBlock(sites.size(), [&](std::size_t s) -> Result<void> {
    for (const auto* parts : {&sites[s].parcel, &sites[s].footprints}) {
      for (const auto& part : *parts) {
        if (!std::all_of(part.outer.begin(), part.outer.end(), isFinite)) return fail(ErrorCode::Invalid, "Site " + std::to_string(s) + " has a coordinate that is not a number.", "Repair its geometry.");
      }
    }
    outlines[s] = outlineOf(sites[s], static_cast<int>(s), spacingM);
    return {};
  });
  if (!done) return fail(std::move(done));
  for (std::size_t s = 0; s < sites.size(); ++s) {
    for (const LandSeed& seed : outlines[s]) extent.add(seed.point);
    if (sites[s].isFixed) extent.add(boxOf(sites[s].parcel));
  }
  return outlines;
}

MultiLine<XY> withoutNonNumbers(const MultiLine<XY>& lines) {
  MultiLine<XY> sound;
  for (const auto& line : lines) {
    if (line.size() > 1 && std::all_of(line.begin(), line.end(), isFinite)) sound.push_back(line);
  }
  return sound;
}

/// Leaves out blocks in which nothing stands.
void keepBuilt(std::vector<Block> all, Blocks& result) {
  std::vector<int> kept(all.size(), -1);
  for (std::size_t b = 0; b < all.size(); ++b) {
    if (all[b].sites.empty()) continue;
    kept[b] = static_cast<int>(result.blocks.size());
    result.blocks.push_back(std::move(all[b]));
  }
  for (SitePlace& place : result.places) {
    if (place.block >= 0) place.block = kept[static_cast<std::size_t>(place.block)];
  }
}

}  // namespace

Result<Blocks> makeBlocks(const std::vector<LandSite>& sites, const LandLines& lines, const BarrierCrossing& crossing, const LandOptions& options, const Progress& progress) {
  Box extent;
  const auto outlines = outlinesOf(sites, options.spacingM, extent);
  if (!outlines) return fail(outlines);
  Blocks result;
  result.places.resize(sites.size());
  if (extent.isEmpty()) return result;
  auto shapes = blockShapes(extent, withoutNonNumbers(lines.barriers), options, progress);
  if (!shapes) return fail(std::move(shapes));
  std::vector<const Polygon<XY>*> pointers;
  std::vector<Box> boxes;
  for (const auto& shape : *shapes) {
    pointers.push_back(&shape);
    boxes.push_back(boxOf(shape));
  }
  const PolygonLocator locator(pointers);
  const BoxIndex index(boxes);
  std::vector<Located> located(sites.size());
  const auto placeOne = [&](std::size_t s) -> Result<void> {
    located[s] = locate((*outlines)[s], locator, crossing);
    return {};
  };
  if (auto done = forEachBlock(sites.size(), placeOne); !done) return fail(std::move(done));
  std::vector<Block> all(shapes->size());
  for (std::size_t s = 0; s < sites.size(); ++s) {
    result.places[s] = located[s].place;
    if (sites[s].isFixed) lieIn(sites[s], static_cast<int>(s), index, all);
    else standIn(static_cast<int>(s), (*outlines)[s], located[s], all);
  }
  guideBlocks(withoutNonNumbers(lines.guides), index, all);
  for (std::size_t b = 0; b < all.size(); ++b) all[b].shape = std::move((*shapes)[b]);
  keepBuilt(std::move(all), result);
  return result;
}

}  // namespace pianqu::geo
