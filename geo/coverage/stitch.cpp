#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "geo/coverage/block_faces.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

using Side = std::pair<XY, XY>;   ///< low end first

Side sideOf(XY a, XY b) { return a < b ? Side{a, b} : Side{b, a}; }

double placeOn(const Side& side, XY p) {
  const XY along = side.second - side.first, from = p - side.first;
  return along.x * from.x + along.y * from.y;
}

std::vector<const Ring<XY>*> ringsOf(const Polygon<XY>& polygon) {
  std::vector<const Ring<XY>*> rings{&polygon.outer};
  for (const auto& hole : polygon.holes) rings.push_back(&hole);
  return rings;
}

/// The outline of a block as its faces have it: the sides that only one face has, and which side of the block each lies on.
class Outline {
 public:
  Outline(const Block& block, const BlockFaces& found) {
    for (const auto* ring : ringsOf(block.shape)) {
      for (std::size_t i = 0; i + 1 < ring->size(); ++i) {
        m_corners.insert((*ring)[i]);
        m_sides.insert(sideOf((*ring)[i], (*ring)[i + 1]));
      }
    }
    findSingles(found);
    for (const auto& [corner, others] : m_next) {
      if (!m_corners.contains(corner)) continue;
      for (XY other : others) follow(corner, other);
    }
  }

  /// Corners between the ends of a side of the block, where there are some.
  std::map<Side, std::vector<XY>> hits;
  std::map<Side, Side> sideOfEdge;   ///< edge of a face -> side of the block
  std::set<int> faces;               ///< those that have such an edge

  /// Corners of the block that noding cut off, where a line ends next to a sharp one, and the point of the outline in their place.
  std::map<XY, XY> lostCorners() const {
    constexpr double kFarthestM = 0.1;
    std::map<XY, XY> cornerFor;
    for (XY corner : m_corners) {
      if (m_next.contains(corner)) continue;
      std::optional<XY> best;
      for (auto p = m_next.lower_bound({corner.x - kFarthestM, corner.y}); p != m_next.end() && p->first.x <= corner.x + kFarthestM; ++p) {
        if (!m_corners.contains(p->first) && distance(p->first, corner) <= (best ? distance(*best, corner) : kFarthestM)) best = p->first;
      }
      if (best) cornerFor[*best] = corner;
    }
    return cornerFor;
  }

 private:
  void findSingles(const BlockFaces& found) {
    std::vector<std::tuple<XY, XY, int>> edges;
    for (std::size_t f = 0; f < found.faces.size(); ++f) {
      for (const auto* ring : ringsOf(found.faces[f].shape)) {
        for (std::size_t i = 0; i + 1 < ring->size(); ++i) {
          const Side side = sideOf((*ring)[i], (*ring)[i + 1]);
          edges.emplace_back(side.first, side.second, static_cast<int>(f));
        }
      }
    }
    std::sort(edges.begin(), edges.end());
    for (std::size_t e = 0; e < edges.size(); ++e) {
      const auto& [low, high, face] = edges[e];
      if (e + 1 < edges.size() && std::get<0>(edges[e + 1]) == low && std::get<1>(edges[e + 1]) == high) {
        ++e;
        continue;
      }
      m_next[low].push_back(high);
      m_next[high].push_back(low);
      faces.insert(face);
    }
  }

  /// From a corner of the block along the outline to the next one.
  void follow(XY corner, XY next) {
    std::vector<XY> between;
    std::vector<Side> edges{sideOf(corner, next)};
    XY before = corner;
    while (!m_corners.contains(next)) {   // ends: the outline is a ring, and every point between corners has two neighbours
      const auto& others = m_next.at(next);
      if (others.size() != 2 || between.size() > m_next.size()) return;
      between.push_back(next);
      const XY after = others[0] == before ? others[1] : others[0];
      before = next;
      next = after;
      edges.push_back(sideOf(before, next));
    }
    const Side side = sideOf(corner, next);
    if (!m_sides.contains(side)) return;
    if (next < corner) return;   // the same from the other end
    for (const Side& edge : edges) sideOfEdge[edge] = side;
    if (!between.empty()) hits[side] = std::move(between);
  }

  std::set<XY> m_corners;
  std::set<Side> m_sides;
  std::map<XY, std::vector<XY>> m_next;
};

void movePoints(const std::map<XY, XY>& to, Ring<XY>& ring) {
  for (XY& p : ring) {
    if (const auto found = to.find(p); found != to.end()) p = found->second;
  }
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
}

bool isDegenerate(const Ring<XY>& ring) { return ring.size() < 4; }

/// Moves points of all faces; a face that comes to nothing goes.
void movePoints(const std::map<XY, XY>& to, std::vector<LandFace>& faces) {
  for (LandFace& face : faces) {
    movePoints(to, face.shape.outer);
    for (auto& hole : face.shape.holes) movePoints(to, hole);
    std::erase_if(face.shape.holes, isDegenerate);
  }
  std::erase_if(faces, [](const LandFace& face) { return isDegenerate(face.shape.outer); });
}

void insertInto(Ring<XY>& ring, const Outline& outline, const std::map<Side, std::vector<XY>>& hits) {
  Ring<XY> longer;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    longer.push_back(ring[i]);
    const auto side = outline.sideOfEdge.find(sideOf(ring[i], ring[i + 1]));
    if (side == outline.sideOfEdge.end()) continue;
    const auto all = hits.find(side->second);
    if (all == hits.end()) continue;
    const double from = placeOn(side->second, ring[i]), to = placeOn(side->second, ring[i + 1]);
    std::vector<XY> inner;
    for (XY p : all->second) {
      if (p != ring[i] && p != ring[i + 1] && placeOn(side->second, p) > std::min(from, to) && placeOn(side->second, p) < std::max(from, to)) inner.push_back(p);
    }
    if (from > to) std::reverse(inner.begin(), inner.end());
    longer.insert(longer.end(), inner.begin(), inner.end());
  }
  if (!ring.empty()) longer.push_back(ring.back());
  ring = std::move(longer);
}

}  // namespace

Result<void> stitch(const std::vector<Block>& blocks, std::vector<BlockFaces>& all) {
  std::vector<std::optional<Outline>> outlines(blocks.size());
  auto found = forEachBlock(blocks.size(), [&](std::size_t b) -> Result<void> {
    outlines[b].emplace(blocks[b], all[b]);
    const auto lost = outlines[b]->lostCorners();
    if (lost.empty()) return {};
    movePoints(lost, all[b].faces);
    outlines[b].emplace(blocks[b], all[b]);
    return {};
  });
  if (!found) return found;
  std::map<Side, std::vector<XY>> hits;
  for (const auto& outline : outlines) {
    for (const auto& [side, points] : outline->hits) {
      auto& both = hits[side];
      both.insert(both.end(), points.begin(), points.end());
    }
  }
  for (auto& [side, points] : hits) {
    std::sort(points.begin(), points.end(), [&side = side](XY a, XY b) { return std::pair{placeOn(side, a), a} < std::pair{placeOn(side, b), b}; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
  }
  return forEachBlock(blocks.size(), [&](std::size_t b) -> Result<void> {
    for (int f : outlines[b]->faces) {
      Polygon<XY>& shape = all[b].faces[static_cast<std::size_t>(f)].shape;
      insertInto(shape.outer, *outlines[b], hits);
      for (auto& hole : shape.holes) insertInto(hole, *outlines[b], hits);
    }
    return {};
  });
}

}  // namespace pianqu::geo
