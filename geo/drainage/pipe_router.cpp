#include "geo/drainage/pipe_router.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

#include "geo/measure/measure.hpp"
#include "geo/shape/segment.hpp"

namespace pianqu::geo {

namespace {

constexpr double kTouchM = 0.05;      ///< an end this near to a wall is on it
constexpr double kOwnSlackM = 0.3;    ///< a way out of the house of an end may cut this much more than the shortest
constexpr double kThroughM = 0.02;    ///< less than this inside is touching
constexpr double kNarrow = 0.4;       ///< share of the clearance at which corners are tried too, for narrow lanes
constexpr double kLeastTurn = 0.05;   ///< sine of the turn from which a vertex is a corner
constexpr double kAtWallM = 1.0;      ///< a riser drawn this near to a wall hangs on it
constexpr double kSharpest = 2.0;     ///< a corner is moved out by at most this many clearances

double cross(XY a, XY b) { return a.x * b.y - a.y * b.x; }
double dot(XY a, XY b) { return a.x * b.x + a.y * b.y; }

template <class Visit>
void forEachWall(const Polygon<XY>& polygon, Visit visit) {
  const auto ring = [&visit](const Ring<XY>& points) {
    for (std::size_t i = 1; i < points.size(); ++i) visit(points[i - 1], points[i]);
  };
  ring(polygon.outer);
  for (const auto& hole : polygon.holes) ring(hole);
}

double distanceToWalls(const Polygon<XY>& polygon, XY point) {
  double best = distanceToLine(point, polygon.outer);
  for (const auto& hole : polygon.holes) best = std::min(best, distanceToLine(point, hole));
  return best;
}

/// Metres of a-b inside the polygon.
double insideM(const Polygon<XY>& polygon, XY a, XY b) {
  const XY d = b - a;
  const double length = std::hypot(d.x, d.y);
  if (length == 0) return 0;
  Box box;
  box.add(a);
  box.add(b);
  std::vector<double> cuts{0, 1};
  forEachWall(polygon, [&](XY p, XY q) {
    // Most walls lie wholly to one side of the line's box.
    if (std::max(p.x, q.x) < box.minX || std::min(p.x, q.x) > box.maxX || std::max(p.y, q.y) < box.minY || std::min(p.y, q.y) > box.maxY) return;
    const XY e = q - p;
    const double across = cross(d, e);
    if (std::abs(across) < 1e-12) return;
    const double t = cross(p - a, e) / across, s = cross(p - a, d) / across;
    if (t > 0 && t < 1 && s >= -1e-9 && s <= 1 + 1e-9) cuts.push_back(t);
  });
  std::sort(cuts.begin(), cuts.end());
  double inside = 0;
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    const double span = (cuts[i] - cuts[i - 1]) * length;
    if (span > 1e-6 && contains(polygon, a + d * ((cuts[i] + cuts[i - 1]) / 2))) inside += span;
  }
  return inside;
}

struct Span01 {
  double from = 0, to = 0;
};

/// The part of a-b, as shares of its length, within `reach` of the wall p-q: one span, since the ground within reach of a wall is convex.
std::optional<Span01> withinOf(XY a, XY b, XY p, XY q, double reach) {
  const XY d = b - a;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  const auto take = [&](double t) {
    low = std::min(low, t);
    high = std::max(high, t);
  };
  const double square = dot(d, d);
  for (const XY end : {p, q}) {
    const double half = dot(a - end, d), rest = dot(a - end, a - end) - reach * reach;
    const double root = half * half - square * rest;
    if (root < 0) continue;
    take((-half - std::sqrt(root)) / square);
    take((-half + std::sqrt(root)) / square);
  }
  const XY e = q - p;
  const double wall = std::hypot(e.x, e.y);
  if (wall > 0) {
    const XY normal{-e.y / wall, e.x / wall};
    for (const double side : {reach, -reach}) {
      const XY from = p + normal * side;
      const double across = cross(d, e);
      if (std::abs(across) < 1e-12) continue;
      const double t = cross(from - a, e) / across, s = cross(from - a, d) / across;
      if (s >= 0 && s <= 1) take(t);
    }
  }
  low = std::max(low, 0.0);
  high = std::min(high, 1.0);
  if (low >= high) return std::nullopt;
  return Span01{low, high};
}

double lengthOfUnion(std::vector<Span01>& spans) {
  std::sort(spans.begin(), spans.end(), [](const Span01& a, const Span01& b) { return a.from < b.from; });
  double sum = 0, reached = 0;
  for (const Span01& span : spans) {
    sum += std::max(0.0, span.to - std::max(span.from, reached));
    reached = std::max(reached, span.to);
  }
  return sum;
}

}  // namespace

/// The obstacles around one way, with what each may be cut: only those of the ends may.
struct PipeRouter::Near {
  std::vector<const Polygon<XY>*> obstacles;
  std::vector<Box> boxes;
  std::vector<double> allowedM;
  double clearanceM = 0;

  bool isBlocked(XY a, XY b) const {
    Box box;
    box.add(a);
    box.add(b);
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
      if (boxes[i].intersects(box) && insideM(*obstacles[i], a, b) > allowedM[i]) return true;
    }
    return false;
  }

  double tightM(XY a, XY b) const {
    const double length = distance(a, b);
    if (length == 0) return 0;
    Box box;
    box.add(a);
    box.add(b);
    box = box.grownBy(clearanceM);
    std::vector<Span01> spans;
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
      if (!boxes[i].intersects(box)) continue;
      forEachWall(*obstacles[i], [&](XY p, XY q) {
        Box wall;
        wall.add(p);
        wall.add(q);
        if (!wall.intersects(box)) return;
        // A hair less, so that a way along the moved corners counts as clear.
        if (const auto span = withinOf(a, b, p, q, clearanceM - 0.01)) spans.push_back(*span);
      });
    }
    return lengthOfUnion(spans) * length;
  }
};

PipeRouter::PipeRouter(std::vector<Polygon<XY>> obstacles, const RouteLimits& limits) : m_obstacles(std::move(obstacles)), m_limits(limits) {
  std::vector<Box> boxes;
  boxes.reserve(m_obstacles.size());
  for (const auto& obstacle : m_obstacles) boxes.push_back(boxOf(obstacle));
  m_index = BoxIndex(boxes);
}

PipeRouter::Near PipeRouter::nearTo(XY from, XY to, double marginM) const {
  Near near;
  near.clearanceM = m_limits.clearanceM;
  Box box;
  box.add(from);
  box.add(to);
  for (const std::size_t position : m_index.find(box.grownBy(marginM))) {
    const Polygon<XY>& obstacle = m_obstacles[position];
    double allowed = kThroughM;
    for (const XY end : {from, to}) {
      const bool isIn = contains(obstacle, end);
      const double wall = distanceToWalls(obstacle, end);
      if (isIn || wall < kTouchM) allowed += (isIn ? wall : 0) + kOwnSlackM;
    }
    near.obstacles.push_back(&obstacle);
    near.boxes.push_back(boxOf(obstacle));
    near.allowedM.push_back(allowed);
  }
  return near;
}

bool PipeRouter::isInside(XY point) const {
  Box box;
  box.add(point);
  for (const std::size_t position : m_index.find(box)) {
    if (contains(m_obstacles[position], point)) return true;
  }
  return false;
}

std::optional<XY> PipeRouter::offWall(XY from) const {
  Box box;
  box.add(from);
  double nearestM = kAtWallM;
  std::optional<XY> off;
  for (const std::size_t position : m_index.find(box.grownBy(kAtWallM))) {
    forEachWall(m_obstacles[position], [&](XY p, XY q) {
      const XY wall = q - p;
      const double length = std::hypot(wall.x, wall.y);
      if (length == 0) return;
      const XY foot = nearestOn(p, q, from);
      if (distance(from, foot) >= nearestM) return;
      nearestM = distance(from, foot);
      const XY out = XY{wall.y, -wall.x} * (m_limits.clearanceM / length);
      off = foot + (contains(m_obstacles[position], foot + out * 0.1) ? out * -1.0 : out);
    });
  }
  if (!off || isInside(*off) || isBlocked({from, *off})) return std::nullopt;
  return off;
}

bool PipeRouter::isBlocked(const Line<XY>& line) const {
  if (m_obstacles.empty() || line.size() < 2) return false;
  const Near near = nearTo(line.front(), line.back(), std::max(boxOf(line).width(), boxOf(line).height()));
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (near.isBlocked(line[i - 1], line[i])) return true;
  }
  return false;
}

double PipeRouter::tightM(const Line<XY>& line) const {
  if (m_obstacles.empty()) return 0;
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += nearTo(line[i - 1], line[i], m_limits.clearanceM).tightM(line[i - 1], line[i]);
  return sum;
}

/// A* over the moved corners; edges are tried when their start is reached.
struct PipeRouter::Search {
  struct Step {
    double estimate = 0;
    std::size_t node = 0;
    bool operator<(const Step& other) const { return estimate > other.estimate; }
  };
  const Near& near;
  double clearanceCost = 0;
  std::vector<XY> nodes;   ///< from, to, corners
  Box around;              ///< corners outside are not tried

  /// Corners of the obstacle that stand out, moved out by `reach`.
  void addCorners(const Polygon<XY>& obstacle, double reach) {
    const Ring<XY>& ring = obstacle.outer;
    if (ring.size() < 4) return;
    const double turn = signedAreaM2(ring) > 0 ? 1 : -1;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const XY before = ring[i] - ring[i == 0 ? ring.size() - 2 : i - 1], after = ring[i + 1] - ring[i];
      const double a = std::hypot(before.x, before.y), b = std::hypot(after.x, after.y);
      if (a == 0 || b == 0 || cross(before, after) * turn <= kLeastTurn * a * b) continue;
      const XY out{turn * (before.y / a + after.y / b), -turn * (before.x / a + after.x / b)};
      const double square = dot(out, out);
      if (square < 1e-9) continue;
      const XY corner = ring[i] + out * (std::min(2 / square, kSharpest / std::sqrt(square)) * reach);
      if (!around.contains(corner)) continue;
      const bool isIn = std::any_of(near.obstacles.begin(), near.obstacles.end(), [&](const Polygon<XY>* other) { return contains(*other, corner); });
      if (!isIn) nodes.push_back(corner);
    }
  }

  std::optional<Line<XY>> run() const {
    std::vector<double> cost(nodes.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> cameFrom(nodes.size(), 0);
    std::vector<std::uint8_t> isDone(nodes.size(), 0);
    std::priority_queue<Step> open;
    cost[0] = 0;
    open.push({distance(nodes[0], nodes[1]), 0});
    while (!open.empty()) {
      const std::size_t here = open.top().node;
      open.pop();
      if (isDone[here]) continue;
      isDone[here] = 1;
      if (here == 1) break;
      for (std::size_t next = 1; next < nodes.size(); ++next) {
        const double length = distance(nodes[here], nodes[next]);
        if (isDone[next] || cost[here] + length >= cost[next] || near.isBlocked(nodes[here], nodes[next])) continue;
        const double total = cost[here] + length + clearanceCost * near.tightM(nodes[here], nodes[next]);
        if (total >= cost[next]) continue;
        cost[next] = total;
        cameFrom[next] = here;
        open.push({total + distance(nodes[next], nodes[1]), next});
      }
    }
    if (!isDone[1]) return std::nullopt;
    Line<XY> line;
    for (std::size_t here = 1; here != 0; here = cameFrom[here]) line.push_back(nodes[here]);
    line.push_back(nodes[0]);
    std::reverse(line.begin(), line.end());
    return line;
  }
};

std::optional<Line<XY>> PipeRouter::search(XY from, XY to, double marginM) const {
  // Corners are moved out: what stands behind them must be known too.
  const Near near = nearTo(from, to, marginM + 2 * kSharpest * m_limits.clearanceM);
  Search search{.near = near, .clearanceCost = m_limits.clearanceCost, .nodes = {from, to}, .around = {}};
  search.around.add(from);
  search.around.add(to);
  search.around = search.around.grownBy(marginM + kSharpest * m_limits.clearanceM);
  for (const Polygon<XY>* obstacle : near.obstacles) {
    search.addCorners(*obstacle, m_limits.clearanceM);
    search.addCorners(*obstacle, m_limits.clearanceM * kNarrow);
  }
  return search.run();
}

std::optional<Line<XY>> PipeRouter::route(XY from, XY to) const {
  if (m_obstacles.empty()) return Line<XY>{from, to};
  const Near near = nearTo(from, to, m_limits.clearanceM);
  // Leaving a facade cannot be avoided: a straight line that is near to walls only about its ends is as good as any.
  constexpr double kEnds = 2.4;
  if (!near.isBlocked(from, to) && near.tightM(from, to) <= kEnds * m_limits.clearanceM) return Line<XY>{from, to};
  for (const double margin : {m_limits.searchM / 4, m_limits.searchM}) {
    if (auto line = search(from, to, margin)) return line;
  }
  return std::nullopt;
}

}  // namespace pianqu::geo
