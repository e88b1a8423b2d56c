#include "geo/coverage/land.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "geo/coverage/block_faces.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

constexpr double kLeastSharedM = 1;   ///< neighbours touch along at least this; less is a corner

using Pair = std::pair<int, int>;

std::vector<const Polygon<XY>*> shapesOf(const std::vector<LandFace>& faces) {
  std::vector<const Polygon<XY>*> shapes;
  for (const LandFace& face : faces) shapes.push_back(&face.shape);
  return shapes;
}

/// Parts of a cell that hold nothing of their site (cut off behind a neighbour's parcel, or slivers of rounding) go to the neighbour
/// that they share most outline with.
void giveStraysAway(const std::vector<FaceEdge>& edges, std::vector<LandFace>& faces) {
  const auto siteOf = [&](int face) { return faces[static_cast<std::size_t>(face)].site; };
  const auto groups = groupFaces(faces.size(), edges, [&](int a, int b) { return siteOf(a) == siteOf(b); });
  std::vector<char> isHeld(faces.size(), 0);
  for (std::size_t f = 0; f < faces.size(); ++f) {
    if (faces[f].isGround) isHeld[static_cast<std::size_t>(groups[f])] = 1;
  }
  std::map<int, std::map<int, double>> shared;   // group of strays -> neighbouring site -> metres
  const auto isStray = [&](int face) { return siteOf(face) >= 0 && isHeld[static_cast<std::size_t>(groups[static_cast<std::size_t>(face)])] == 0; };
  for (const FaceEdge& edge : edges) {
    if (edge.right == kNoFace || siteOf(edge.left) == siteOf(edge.right)) continue;
    if (isStray(edge.left)) shared[groups[static_cast<std::size_t>(edge.left)]][siteOf(edge.right)] += edge.lengthM;
    if (isStray(edge.right)) shared[groups[static_cast<std::size_t>(edge.right)]][siteOf(edge.left)] += edge.lengthM;
  }
  std::vector<int> owner;
  for (std::size_t f = 0; f < faces.size(); ++f) {
    owner.push_back(faces[f].site);
    if (!isStray(static_cast<int>(f))) continue;
    double most = -1;
    owner[f] = -1;
    for (const auto& [site, metres] : shared[groups[f]]) {
      if (metres <= most) continue;
      most = metres;
      owner[f] = site;
    }
  }
  for (std::size_t f = 0; f < faces.size(); ++f) faces[f].site = owner[f];
}

void measureCells(const Blocks& blocks, const Facings& facings, const LandOptions& options, LandCells& land) {
  const auto siteOf = [&](int face) { return face == kNoFace ? -1 : land.faces[static_cast<std::size_t>(face)].site; };
  for (const LandFace& face : land.faces) {
    if (face.site >= 0) land.cells[static_cast<std::size_t>(face.site)].areaM2 += areaOf(face.shape).value;
  }
  std::vector<std::pair<Pair, double>> shared;
  for (const FaceEdge& edge : land.edges) {
    const int left = siteOf(edge.left), right = siteOf(edge.right);
    if (left == right) continue;
    if (left >= 0) land.cells[static_cast<std::size_t>(left)].perimeterM += edge.lengthM;
    if (right >= 0) land.cells[static_cast<std::size_t>(right)].perimeterM += edge.lengthM;
    if (left >= 0 && right >= 0) shared.emplace_back(std::minmax(left, right), edge.lengthM);
  }
  std::stable_sort(shared.begin(), shared.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < shared.size();) {
    const Pair pair = shared[i].first;
    double metres = 0;
    for (; i < shared.size() && shared[i].first == pair; ++i) metres += shared[i].second;
    if (metres < kLeastSharedM) continue;
    LandNeighbours both{static_cast<std::size_t>(pair.first), static_cast<std::size_t>(pair.second), metres};
    const bool isOneBlock = blocks.places[both.a].block == blocks.places[both.b].block;
    const auto found = facings.find(pair);
    // Sites that overlap have no edge that faces them both; they touch.
    const Facing facing = found == facings.end() ? Facing{0, 0, {}} : found->second;
    both.gapM = std::min(facing.gapM, facing.blockedM);
    if (!isOneBlock || (facing.gapM > options.gapM && facing.blockedM <= options.gapM)) both.cut = LandCut::Barrier;
    else if (facing.gapM > options.gapM) both.cut = LandCut::Gap;
    if (both.cut == LandCut::None) both.way = facing.way;
    land.neighbours.push_back(both);
  }
}

Result<std::vector<BlockFaces>> divideBlocks(const std::vector<LandSite>& sites, const Blocks& blocks, const BarrierCrossing& crossing, const LandOptions& options, Progress& progress) {
  std::vector<BlockFaces> all(blocks.blocks.size());
  std::atomic<std::size_t> count = 0;
  const auto caller = std::this_thread::get_id();
  auto done = forEachBlock(all.size(), [&](std::size_t b) -> Result<void> {
    auto found = divideBlock(blocks.blocks[b], sites, crossing, options, progress);
    if (!found) return fail(std::move(found));
    all[b] = std::move(*found);
    const std::size_t ready = ++count;
    if (std::this_thread::get_id() == caller) progress.report(0.1 + 0.7 * static_cast<double>(ready) / static_cast<double>(all.size()), "dividing the land");
    return {};
  });
  if (!done) return fail(std::move(done));
  if (auto stitched = stitch(blocks.blocks, all); !stitched) return fail(std::move(stitched));
  return all;
}

/// `runs` number of faces of each block.
Facings gather(std::vector<BlockFaces> all, std::vector<LandFace>& faces, std::vector<std::size_t>& runs) {
  Facings facings;
  for (BlockFaces& block : all) {
    runs.push_back(block.faces.size());
    faces.insert(faces.end(), std::make_move_iterator(block.faces.begin()), std::make_move_iterator(block.faces.end()));
    for (const auto& [pair, facing] : block.facings) {
      Facing& both = facings[pair];
      if (facing.gapM < both.gapM) {
        both.gapM = facing.gapM;
        both.way = facing.way;
      }
      both.blockedM = std::min(both.blockedM, facing.blockedM);
    }
    block = {};
  }
  return facings;
}

}  // namespace

Result<LandCells> divideLand(const std::vector<LandSite>& sites, const LandLines& lines, const LandOptions& options, Progress& progress) {
  const BarrierCrossing crossing(lines.barriers);
  auto blocks = makeBlocks(sites, lines, crossing, options, progress);
  if (!blocks) return fail(std::move(blocks));
  progress.report(0.1, "dividing the land");
  auto all = divideBlocks(sites, *blocks, crossing, options, progress);
  if (!all) return fail(std::move(all));
  LandCells land;
  land.blocks = static_cast<std::size_t>(std::count_if(blocks->blocks.begin(), blocks->blocks.end(), [](const Block& block) { return !block.seeds.empty(); }));
  land.cells.resize(sites.size());
  for (std::size_t s = 0; s < sites.size(); ++s) {
    if (blocks->places[s].block >= 0) land.cells[s].block = static_cast<std::size_t>(blocks->places[s].block);
    land.cells[s].isStraddling = blocks->places[s].isStraddling;
  }
  std::vector<std::size_t> runs;
  const Facings facings = gather(std::move(*all), land.faces, runs);
  if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dividing the land was cancelled.");
  land.edges = faceEdges(shapesOf(land.faces), runs);
  if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dividing the land was cancelled.");
  giveStraysAway(land.edges, land.faces);
  measureCells(*blocks, facings, options, land);
  return land;
}

}  // namespace pianqu::geo
