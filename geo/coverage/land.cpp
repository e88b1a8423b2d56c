#include "geo/coverage/land.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/coverage/blocks.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr double kLeastSharedM = 1;   ///< neighbours touch along at least this; less is a corner

using Pair = std::pair<int, int>;

/// What the Voronoi edges between two sites say.
struct Facing {
  double gapM = std::numeric_limits<double>::infinity();      ///< over edges whose straight way crosses no barrier
  double blockedM = std::numeric_limits<double>::infinity();  ///< over all
};

struct Lines {
  MultiLine<XY> lines;
  std::map<Pair, Facing> facings;
};

/// What one block adds to them.
struct BlockLines : Lines {
  MultiLine<XY> ways;                ///< from neighbour to neighbour over a street wider than the margins
};

void addRings(const MultiPolygon<XY>& polygons, MultiLine<XY>& lines) {
  for (const auto& polygon : polygons) {
    lines.push_back(polygon.outer);
    lines.insert(lines.end(), polygon.holes.begin(), polygon.holes.end());
  }
}

void addEdges(const Block& block, const BarrierCrossing& crossing, const LandOptions& options, BlockLines& found) {
  std::map<Pair, std::pair<double, Line<XY>>> narrowest;
  const auto edges = separatingEdges(block.seeds, options.gapM / 2 + 2 * options.marginM);
  const auto joined = joinEdges(edges, options.thinningM);
  found.lines = joined;
  for (const SeparatingEdge& edge : edges) {
    if (!edge.isFacing) continue;
    const Pair pair = std::minmax(edge.siteA, edge.siteB);
    const double gap = distance(edge.seedA, edge.seedB);
    Facing& facing = found.facings[pair];
    facing.blockedM = std::min(facing.blockedM, gap);
    if (gap >= facing.gapM || crossing.isCrossed(edge.seedA, edge.seedB)) continue;
    facing.gapM = gap;
    if (gap <= options.gapM) narrowest[pair] = {gap, {edge.seedA, edge.seedB}};
  }
  for (const auto& [pair, way] : narrowest) {
    if (way.first > options.marginM) found.ways.push_back(way.second);
  }
}

/// The reach of a block also covers the narrowest way between neighbours, so that they hang together wherever they count as neighbours.
Result<void> addWays(Block& block, const MultiLine<XY>& ways, const LandOptions& options) {
  if (ways.empty()) return {};
  auto paths = bufferOf(ways, options.marginM / 2, {.join = BufferOptions::Join::Round, .quadrantSegments = 2});
  if (!paths) return fail(std::move(paths));
  MultiPolygon<XY> all = block.reach;
  all.insert(all.end(), paths->begin(), paths->end());
  auto joined = unionOf(all, options.gridM);
  if (!joined) return fail(std::move(joined));
  block.reach = std::move(*joined);
  return {};
}

/// Who owns the land at a point.
class Ownership {
 public:
  Ownership(const std::vector<LandSite>& sites, const Blocks& blocks) : m_blocks(blocks) {
    for (const LandSite& site : sites) m_outside.push_back(footprintsOutside(site));
    std::vector<const Polygon<XY>*> owned, shapes;
    const auto own = [&](const MultiPolygon<XY>& parts, std::size_t site) {
      for (const auto& part : parts) {
        owned.push_back(&part);
        m_siteOfOwned.push_back(static_cast<int>(site));
      }
    };
    for (std::size_t s = 0; s < sites.size(); ++s) {
      if (sites[s].isFixed) own(sites[s].parcel, s);
    }
    for (std::size_t s = 0; s < sites.size(); ++s) own(m_outside[s], s);
    for (std::size_t s = 0; s < sites.size(); ++s) {
      if (!sites[s].isFixed) own(sites[s].parcel, s);
    }
    m_owned.emplace(owned);
    for (const Block& block : blocks.blocks) shapes.push_back(&block.shape);
    m_shapes.emplace(shapes);
    for (const Block& block : blocks.blocks) {
      std::vector<const Polygon<XY>*> reach;
      for (const auto& part : block.reach) reach.push_back(&part);
      m_reach.emplace_back(reach);
      std::vector<Box> boxes;
      for (const LandSeed& seed : block.seeds) boxes.push_back(boxOf(std::vector<XY>{seed.point}));
      m_seeds.emplace_back(boxes);
    }
  }

  int ownerAt(XY point) const {
    const int owned = m_owned->find(point);
    if (owned >= 0) return m_siteOfOwned[static_cast<std::size_t>(owned)];
    const int block = m_shapes->find(point);
    if (block < 0 || m_reach[static_cast<std::size_t>(block)].find(point) < 0) return -1;
    const auto nearest = m_seeds[static_cast<std::size_t>(block)].nearest(point, 1);
    return nearest.empty() ? -1 : m_blocks.blocks[static_cast<std::size_t>(block)].seeds[nearest.front()].site;
  }

 private:
  const Blocks& m_blocks;
  std::vector<MultiPolygon<XY>> m_outside;
  std::vector<int> m_siteOfOwned;
  std::optional<PolygonLocator> m_owned, m_shapes;
  std::vector<PolygonLocator> m_reach;
  std::vector<BoxIndex> m_seeds;
};

std::vector<const Polygon<XY>*> shapesOf(const std::vector<LandFace>& faces) {
  std::vector<const Polygon<XY>*> shapes;
  for (const LandFace& face : faces) shapes.push_back(&face.shape);
  return shapes;
}

/// Parts of a cell that hold nothing of their site (cut off behind a neighbour's parcel, or slivers of rounding) go to the neighbour
/// that they share most outline with.
void giveStraysAway(const std::vector<LandSite>& sites, const std::vector<FaceEdge>& edges, std::vector<LandFace>& faces) {
  const auto siteOf = [&](int face) { return faces[static_cast<std::size_t>(face)].site; };
  const auto groups = groupFaces(faces.size(), edges, [&](int a, int b) { return siteOf(a) == siteOf(b); });
  std::vector<char> isHeld(faces.size(), 0);
  const PolygonLocator locator(shapesOf(faces));
  for (std::size_t s = 0; s < sites.size(); ++s) {
    for (const auto* parts : {&sites[s].parcel, &sites[s].footprints}) {
      for (const auto& part : *parts) {
        const auto inside = pointInside({part});
        const int face = inside ? locator.find(*inside) : -1;
        if (face >= 0 && siteOf(face) == static_cast<int>(s)) isHeld[static_cast<std::size_t>(groups[static_cast<std::size_t>(face)])] = 1;
      }
    }
  }
  std::map<int, std::map<int, double>> shared;   // group -> neighbouring site -> metres
  for (const FaceEdge& edge : edges) {
    if (edge.right == kNoFace || siteOf(edge.left) == siteOf(edge.right)) continue;
    shared[groups[static_cast<std::size_t>(edge.left)]][siteOf(edge.right)] += edge.lengthM;
    shared[groups[static_cast<std::size_t>(edge.right)]][siteOf(edge.left)] += edge.lengthM;
  }
  std::vector<int> owner(faces.size(), -1);
  for (std::size_t f = 0; f < faces.size(); ++f) {
    owner[f] = faces[f].site;
    const int group = groups[f];
    if (faces[f].site < 0 || isHeld[static_cast<std::size_t>(group)] != 0) continue;
    double most = -1;
    owner[f] = -1;
    for (const auto& [site, metres] : shared[group]) {
      if (metres <= most) continue;
      most = metres;
      owner[f] = site;
    }
  }
  for (std::size_t f = 0; f < faces.size(); ++f) faces[f].site = owner[f];
}

void measureCells(const std::vector<FaceEdge>& edges, const Blocks& blocks, const std::map<Pair, Facing>& facings, const LandOptions& options,
                  LandCells& land) {
  const auto siteOf = [&](int face) { return face == kNoFace ? -1 : land.faces[static_cast<std::size_t>(face)].site; };
  for (const LandFace& face : land.faces) {
    if (face.site >= 0) land.cells[static_cast<std::size_t>(face.site)].areaM2 += areaOf(face.shape).value;
  }
  std::map<Pair, double> shared;
  for (const FaceEdge& edge : edges) {
    const int left = siteOf(edge.left), right = siteOf(edge.right);
    if (left == right) continue;
    if (left >= 0) land.cells[static_cast<std::size_t>(left)].perimeterM += edge.lengthM;
    if (right >= 0) land.cells[static_cast<std::size_t>(right)].perimeterM += edge.lengthM;
    if (left >= 0 && right >= 0) shared[std::minmax(left, right)] += edge.lengthM;
  }
  for (const auto& [pair, metres] : shared) {
    if (metres < kLeastSharedM) continue;
    LandNeighbours both{static_cast<std::size_t>(pair.first), static_cast<std::size_t>(pair.second), metres, 0, LandCut::None};
    const bool isOneBlock = blocks.places[both.a].block == blocks.places[both.b].block;
    const auto found = facings.find(pair);
    // Sites that overlap have no edge that faces them both; they touch.
    const Facing facing = found == facings.end() ? Facing{0, 0} : found->second;
    both.gapM = std::min(facing.gapM, facing.blockedM);
    if (!isOneBlock || (facing.gapM > options.gapM && facing.blockedM <= options.gapM)) both.cut = LandCut::Barrier;
    else if (facing.gapM > options.gapM) both.cut = LandCut::Gap;
    land.neighbours.push_back(both);
  }
}

void join(const Lines& one, Lines& all) {
  all.lines.insert(all.lines.end(), one.lines.begin(), one.lines.end());
  for (const auto& [pair, facing] : one.facings) {
    Facing& both = all.facings[pair];
    both.gapM = std::min(both.gapM, facing.gapM);
    both.blockedM = std::min(both.blockedM, facing.blockedM);
  }
}

Result<Lines> findLines(const std::vector<LandSite>& sites, Blocks& blocks, const MultiLine<XY>& barriers, const LandOptions& options, Progress& progress) {
  const BarrierCrossing crossing(barriers);
  std::vector<BlockLines> own(blocks.blocks.size());
  const auto done = forEachBlock(own.size(), [&](std::size_t b) -> Result<void> {
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dividing the land was cancelled.");
    Block& block = blocks.blocks[b];
    addEdges(block, crossing, options, own[b]);
    if (auto joined = addWays(block, own[b].ways, options); !joined) return joined;
    addRings({block.shape}, own[b].lines);
    addRings(block.reach, own[b].lines);
    return {};
  });
  if (!done) return fail(done);
  Lines found;
  for (const BlockLines& each : own) join(each, found);
  progress.report(0.5, "dividing the land");
  for (const LandSite& site : sites) {
    addRings(site.parcel, found.lines);
    addRings(footprintsOutside(site), found.lines);
  }
  return found;
}

}  // namespace

Result<LandCells> divideLand(const std::vector<LandSite>& sites, const MultiLine<XY>& barriers, const LandOptions& options, Progress& progress) {
  auto blocks = makeBlocks(sites, barriers, options);
  if (!blocks) return fail(std::move(blocks));
  auto found = findLines(sites, *blocks, barriers, options, progress);
  if (!found) return fail(std::move(found));
  LandCells land;
  land.blocks = blocks->blocks.size();
  land.cells.resize(sites.size());
  for (std::size_t s = 0; s < sites.size(); ++s) {
    if (blocks->places[s].block >= 0) land.cells[s].block = static_cast<std::size_t>(blocks->places[s].block);
    land.cells[s].isStraddling = blocks->places[s].isStraddling;
  }
  auto shapes = facesOf(found->lines, options.gridM);
  if (!shapes) return fail(std::move(shapes));
  progress.report(0.8, "dividing the land");
  const Ownership ownership(sites, *blocks);
  for (Polygon<XY>& shape : *shapes) {
    const auto inside = pointInside({shape});
    const int site = inside ? ownership.ownerAt(*inside) : -1;
    land.faces.push_back({std::move(shape), site});
  }
  const auto edges = faceEdges(shapesOf(land.faces));
  giveStraysAway(sites, edges, land.faces);
  measureCells(edges, *blocks, found->facings, options, land);
  return land;
}

}  // namespace pianqu::geo
