#include <algorithm>
#include <cmath>

#include "geo/coverage/faces.hpp"
#include "geo/coverage/noding.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

constexpr int kNone = -1;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

/// Edges with both their sides. Side 2e runs from the lower end of edge e to the higher, side 2e + 1 back; a face lies to the left of its sides.
class Sides {
 public:
  explicit Sides(const std::vector<GridEdge>& edges) {
    for (const GridEdge& edge : edges) {
      m_points.push_back(edge.first);
      m_points.push_back(edge.second);
    }
    std::sort(m_points.begin(), m_points.end());
    m_points.erase(std::unique(m_points.begin(), m_points.end()), m_points.end());
    for (const GridEdge& edge : edges) {
      m_from.push_back(pointAt(edge.first));
      m_from.push_back(pointAt(edge.second));
    }
    m_isGone.assign(edges.size(), 0);
    removeDangling();
    turnAround();
    if (removeBridges()) turnAround();
  }

  /// Rings of sides, each with its face to the left.
  std::vector<std::vector<int>> rings() const {
    std::vector<std::vector<int>> all;
    std::vector<char> isUsed(m_from.size(), 0);
    for (int s = 0; at(s) < m_from.size(); ++s) {
      if (isUsed[at(s)] != 0 || m_isGone[at(s / 2)] != 0) continue;
      auto& ring = all.emplace_back();
      for (int next = s; isUsed[at(next)] == 0; next = m_next[at(next)]) {
        isUsed[at(next)] = 1;
        ring.push_back(next);
      }
    }
    return all;
  }

  int from(int side) const { return m_from[at(side)]; }
  std::size_t pointCount() const { return m_points.size(); }
  GridPoint point(int p) const { return m_points[at(p)]; }

 private:
  int pointAt(GridPoint p) const { return static_cast<int>(std::lower_bound(m_points.begin(), m_points.end(), p) - m_points.begin()); }
  GridPoint directionOf(int side) const {
    const GridPoint a = point(from(side)), b = point(from(side ^ 1));
    return {b.x - a.x, b.y - a.y};
  }

  /// Edges that end where no other one goes on, and then those that ended at them.
  void removeDangling() {
    std::vector<int> degree(m_points.size(), 0);
    for (int from : m_from) ++degree[at(from)];
    std::vector<std::vector<int>> sidesAt(m_points.size());
    for (int s = 0; at(s) < m_from.size(); ++s) sidesAt[at(from(s))].push_back(s);
    std::vector<int> open;
    for (std::size_t p = 0; p < m_points.size(); ++p) {
      if (degree[p] == 1) open.push_back(static_cast<int>(p));
    }
    while (!open.empty()) {
      const int p = open.back();
      open.pop_back();
      for (int s : sidesAt[at(p)]) {
        if (m_isGone[at(s / 2)] != 0) continue;
        m_isGone[at(s / 2)] = 1;
        --degree[at(p)];
        if (--degree[at(from(s ^ 1))] == 1) open.push_back(from(s ^ 1));
      }
    }
  }

  /// After a side comes, of those that leave its end, the next one clockwise from the way back.
  void turnAround() {
    std::vector<int> sides;
    for (int s = 0; at(s) < m_from.size(); ++s) {
      if (m_isGone[at(s / 2)] == 0) sides.push_back(s);
    }
    const auto half = [](GridPoint d) { return d.y > 0 || (d.y == 0 && d.x > 0) ? 0 : 1; };
    std::sort(sides.begin(), sides.end(), [&](int a, int b) {
      if (from(a) != from(b)) return from(a) < from(b);
      const GridPoint u = directionOf(a), v = directionOf(b);
      if (half(u) != half(v)) return half(u) < half(v);
      return u.x * v.y - u.y * v.x > 0;
    });
    m_next.assign(m_from.size(), kNone);
    for (std::size_t i = 0; i < sides.size();) {
      std::size_t end = i;
      while (end < sides.size() && from(sides[end]) == from(sides[i])) ++end;
      for (std::size_t k = i; k < end; ++k) m_next[at(sides[k] ^ 1)] = sides[k == i ? end - 1 : k - 1];
      i = end;
    }
  }

  /// Edges with one face on both sides.
  bool removeBridges() {
    std::vector<int> ringOf(m_from.size(), kNone);
    const auto all = rings();
    for (std::size_t r = 0; r < all.size(); ++r) {
      for (int s : all[r]) ringOf[at(s)] = static_cast<int>(r);
    }
    bool hasBridges = false;
    for (int s = 0; at(s) < m_from.size(); s += 2) {
      if (m_isGone[at(s / 2)] != 0 || ringOf[at(s)] != ringOf[at(s + 1)]) continue;
      m_isGone[at(s / 2)] = 1;
      hasBridges = true;
    }
    return hasBridges;
  }

  std::vector<GridPoint> m_points;
  std::vector<int> m_from, m_next;
  std::vector<char> m_isGone;
};

/// A ring that visits no point twice. Counter-clockwise: the outline of a face; else a hole.
struct Loop {
  Ring<XY> ring;
  bool isOutline = false;
};

/// A ring that touches itself is several.
class LoopMaker {
 public:
  LoopMaker(const Sides& sides, double scale) : m_sides(sides), m_scale(scale), m_positionOf(sides.pointCount(), kNone) {}

  std::vector<Loop> loopsOf(const std::vector<int>& ring) {
    std::vector<Loop> loops;
    std::vector<int> path;
    for (int side : ring) {
      const int p = m_sides.from(side);
      if (m_positionOf[at(p)] != kNone) cut(path, m_positionOf[at(p)], loops);
      m_positionOf[at(p)] = static_cast<int>(path.size());
      path.push_back(p);
    }
    if (!path.empty()) cut(path, 0, loops);
    return loops;
  }

 private:
  /// What the path did since it was at `position` is a loop.
  void cut(std::vector<int>& path, int position, std::vector<Loop>& loops) {
    Loop loop;
    std::int64_t doubled = 0;
    const GridPoint origin = m_sides.point(path[at(position)]);
    for (std::size_t i = at(position); i < path.size(); ++i) {
      const GridPoint p = m_sides.point(path[i]), q = m_sides.point(path[i + 1 < path.size() ? i + 1 : at(position)]);
      doubled += (p.x - origin.x) * (q.y - origin.y) - (p.y - origin.y) * (q.x - origin.x);
      loop.ring.push_back({static_cast<double>(p.x) / m_scale, static_cast<double>(p.y) / m_scale});
    }
    loop.ring.push_back(loop.ring.front());
    loop.isOutline = doubled > 0;
    for (std::size_t i = at(position); i < path.size(); ++i) m_positionOf[at(path[i])] = kNone;
    path.resize(at(position));
    loops.push_back(std::move(loop));
  }

  const Sides& m_sides;
  double m_scale;
  std::vector<int> m_positionOf;
};

/// A face and one of the sides of its outline.
struct SidedFace {
  Polygon<XY> shape;
  int side = kNone;
};

/// Gives the outlines of what hangs together, which are holes, to the smallest face around each: one that reaches farther on every side.
void placeHoles(std::vector<std::vector<Loop>> outlines, std::vector<SidedFace>& faces) {
  if (outlines.empty()) return;
  std::vector<const Polygon<XY>*> shells;
  std::vector<double> areas;
  for (const SidedFace& face : faces) {
    shells.push_back(&face.shape);
    areas.push_back(signedAreaM2(face.shape.outer));
  }
  const PolygonLocator locator(shells);
  std::vector<int> faceOf;
  for (const auto& loops : outlines) {
    Box box;
    for (const Loop& loop : loops) box.add(boxOf(loop.ring));
    int best = kNone;
    for (int face : locator.all(loops.front().ring.front())) {
      const Box own = boxOf(faces[at(face)].shape.outer);
      const bool isAround = own.minX < box.minX && own.minY < box.minY && own.maxX > box.maxX && own.maxY > box.maxY;
      if (isAround && (best == kNone || areas[at(face)] < areas[at(best)])) best = face;
    }
    faceOf.push_back(best);
  }
  for (std::size_t o = 0; o < outlines.size(); ++o) {
    if (faceOf[o] == kNone) continue;
    for (Loop& loop : outlines[o]) faces[at(faceOf[o])].shape.holes.push_back(std::move(loop.ring));
  }
}

/// By place, whichever way they run.
bool isBefore(const GridEdge& a, const GridEdge& b) { return std::minmax(a.first, a.second) < std::minmax(b.first, b.second); }

std::vector<SidedFace> facesOf(const std::vector<GridEdge>& edges, double gridM) {
  const Sides sides(edges);
  LoopMaker maker(sides, std::round(1 / gridM));
  std::vector<SidedFace> faces;
  std::vector<std::vector<Loop>> outlines;
  for (const auto& ring : sides.rings()) {
    auto loops = maker.loopsOf(ring);
    const auto outline = std::find_if(loops.begin(), loops.end(), [](const Loop& loop) { return loop.isOutline; });
    if (outline == loops.end()) {
      outlines.push_back(std::move(loops));
      continue;
    }
    SidedFace& face = faces.emplace_back(SidedFace{{std::move(outline->ring), {}}, ring.front()});
    for (Loop& loop : loops) {
      if (&loop != &*outline) face.shape.holes.push_back(std::move(loop.ring));
    }
  }
  placeHoles(std::move(outlines), faces);
  return faces;
}

}  // namespace

Result<std::vector<Polygon<XY>>> facesOnGrid(const MultiLine<XY>& lines, double gridM, const Progress& progress) {
  const auto edges = nodeOnGrid(lines, gridM, progress);
  if (!edges) return fail(edges);
  std::vector<Polygon<XY>> faces;
  for (SidedFace& face : facesOf(*edges, gridM)) faces.push_back(std::move(face.shape));
  return faces;
}

MultiPolygon<XY> solidsOf(std::vector<GridEdge> sides, double gridM) {
  std::sort(sides.begin(), sides.end(), isBefore);
  std::vector<GridEdge> edges;
  for (const GridEdge& side : sides) edges.push_back(std::minmax(side.first, side.second));
  MultiPolygon<XY> solids;
  for (SidedFace& face : facesOf(edges, gridM)) {
    const bool isForward = sides[at(face.side / 2)].first < sides[at(face.side / 2)].second;
    if (isForward == (face.side % 2 == 0)) solids.push_back(std::move(face.shape));
  }
  return solids;
}

MultiPolygon<XY> united(const std::vector<const Polygon<XY>*>& faces, double gridM) {
  const double scale = std::round(1 / gridM);
  std::vector<GridEdge> sides;
  const auto add = [&](const Ring<XY>& ring, bool isHole) {
    const bool isReversed = (signedAreaM2(ring) > 0) == isHole;
    const auto pointAt = [&](std::size_t i) { return GridPoint{std::llround(ring[i].x * scale), std::llround(ring[i].y * scale)}; };
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const GridPoint a = pointAt(i), b = pointAt(i + 1);
      if (a != b) sides.push_back(isReversed ? GridEdge{b, a} : GridEdge{a, b});
    }
  };
  for (const Polygon<XY>* face : faces) {
    add(face->outer, false);
    for (const auto& hole : face->holes) add(hole, true);
  }
  std::sort(sides.begin(), sides.end(), isBefore);
  std::vector<GridEdge> outer;
  for (const GridEdge& side : sides) {
    if (!outer.empty() && outer.back().first == side.second && outer.back().second == side.first) outer.pop_back();   // between two of the faces
    else outer.push_back(side);
  }
  return solidsOf(std::move(outer), gridM);
}

}  // namespace pianqu::geo
