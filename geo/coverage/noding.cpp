#include "geo/coverage/noding.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pianqu::geo {
namespace {

constexpr std::int64_t kFarthest = std::int64_t{1} << 30;   ///< so that a product of two differences, doubled, is a 64 bit number
constexpr std::size_t kLookEvery = 1024;

__extension__ using Wide = __int128;

std::int64_t turn(GridPoint a, GridPoint b, GridPoint c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

/// n / d to the nearest number, a half up.
std::int64_t rounded(Wide n, Wide d) {
  if (d < 0) {
    n = -n;
    d = -d;
  }
  const Wide doubled = 2 * n + d;
  Wide quotient = doubled / (2 * d);
  if (doubled < 0 && quotient * 2 * d != doubled) --quotient;
  return static_cast<std::int64_t>(quotient);
}

/// Where two edges cross that do so inside both.
std::optional<GridPoint> crossingOf(const GridEdge& e, const GridEdge& f) {
  const std::int64_t c = turn(e.first, e.second, f.first), d = turn(e.first, e.second, f.second);
  if ((c > 0) == (d > 0) || c == 0 || d == 0) return std::nullopt;
  const std::int64_t a = turn(f.first, f.second, e.first), b = turn(f.first, f.second, e.second);
  if ((a > 0) == (b > 0) || a == 0 || b == 0) return std::nullopt;
  const Wide along = a, all = Wide{a} - b;
  return GridPoint{e.first.x + rounded(along * (e.second.x - e.first.x), all), e.first.y + rounded(along * (e.second.y - e.first.y), all)};
}

/// Does the edge pass through the cell around a point, its left and lower sides included? Ends are centres of cells, so in half steps
/// they are even and the sides of cells are odd.
bool passes(const GridEdge& e, GridPoint p) {
  const auto [left, right] = std::minmax(e.first.x, e.second.x);
  const auto [low, high] = std::minmax(e.first.y, e.second.y);
  if (p.x < left || p.x > right || p.y < low || p.y > high) return false;
  if (left == right || low == high) return true;
  // In half steps, of the direction and from the first end.
  const std::int64_t dx = e.second.x - e.first.x, dy = e.second.y - e.first.y;
  const std::int64_t x = 2 * (p.x - e.first.x), y = 2 * (p.y - e.first.y);
  const auto side = [&](std::int64_t cornerX, std::int64_t cornerY) { return dx * (y + cornerY) - dy * (x + cornerX); };
  const std::int64_t lowLeft = side(-1, -1), others[] = {side(-1, 1), side(1, -1), side(1, 1)};
  bool isLeft = lowLeft > 0, isRight = lowLeft < 0;
  for (std::int64_t other : others) {
    isLeft = isLeft || other > 0;
    isRight = isRight || other < 0;
  }
  return (isLeft && isRight) || lowLeft == 0;
}

Result<std::vector<GridEdge>> edgesOf(const MultiLine<XY>& lines, double gridM) {
  const double scale = std::round(1 / gridM);
  std::vector<GridEdge> edges;
  std::optional<GridPoint> origin;
  for (const auto& line : lines) {
    std::optional<GridPoint> before;
    for (XY p : line) {
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) return fail(ErrorCode::Invalid, "Lines cannot be noded: a coordinate is not a number.", "Repair the geometry.");
      const GridPoint at{std::llround(p.x * scale), std::llround(p.y * scale)};
      if (!origin) origin = at;
      if (std::abs(at.x - origin->x) >= kFarthest / 2 || std::abs(at.y - origin->y) >= kFarthest / 2) return fail(ErrorCode::Invalid, "Lines cannot be noded: they lie too far apart.", "Look for a point that is far away from the rest.");
      if (before && *before != at) edges.emplace_back(std::min(*before, at), std::max(*before, at));
      before = at;
    }
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

Error cancelled() { return {ErrorCode::Cancelled, "Noding was cancelled.", {}, {}}; }

/// Ends of edges and where edges cross. Edges come by their left ends.
Result<std::vector<GridPoint>> nodesOf(const std::vector<GridEdge>& edges, const Progress& progress) {
  std::vector<GridPoint> nodes;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (i % kLookEvery == 0 && progress.isCancelled()) return tl::unexpected(cancelled());
    const GridEdge& e = edges[i];
    nodes.push_back(e.first);
    nodes.push_back(e.second);
    const auto [low, high] = std::minmax(e.first.y, e.second.y);
    for (std::size_t j = i + 1; j < edges.size() && edges[j].first.x <= e.second.x; ++j) {
      const GridEdge& f = edges[j];
      if (std::max(f.first.y, f.second.y) < low || std::min(f.first.y, f.second.y) > high) continue;
      if (const auto crossing = crossingOf(e, f)) nodes.push_back(*crossing);
    }
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

}  // namespace

Result<std::vector<GridEdge>> nodeOnGrid(const MultiLine<XY>& lines, double gridM, const Progress& progress) {
  const auto edges = edgesOf(lines, gridM);
  if (!edges) return fail(edges);
  const auto nodes = nodesOf(*edges, progress);
  if (!nodes) return fail(nodes);
  std::vector<GridEdge> noded;
  std::vector<GridPoint> on;
  std::size_t first = 0;
  for (std::size_t i = 0; i < edges->size(); ++i) {
    if (i % kLookEvery == 0 && progress.isCancelled()) return tl::unexpected(cancelled());
    const GridEdge& e = (*edges)[i];
    while ((*nodes)[first].x < e.first.x) ++first;
    on.clear();
    for (std::size_t n = first; n < nodes->size() && (*nodes)[n].x <= e.second.x; ++n) {
      if (passes(e, (*nodes)[n])) on.push_back((*nodes)[n]);
    }
    const auto place = [&](GridPoint p) { return (p.x - e.first.x) * (e.second.x - e.first.x) + (p.y - e.first.y) * (e.second.y - e.first.y); };
    std::sort(on.begin(), on.end(), [&](GridPoint p, GridPoint q) { return place(p) < place(q); });
    for (std::size_t k = 0; k + 1 < on.size(); ++k) noded.emplace_back(std::min(on[k], on[k + 1]), std::max(on[k], on[k + 1]));
  }
  std::sort(noded.begin(), noded.end());
  noded.erase(std::unique(noded.begin(), noded.end()), noded.end());
  return noded;
}

}  // namespace pianqu::geo
