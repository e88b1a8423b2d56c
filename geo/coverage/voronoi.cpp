#include "geo/coverage/voronoi.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include <boost/polygon/voronoi.hpp>

namespace pianqu::geo {
namespace {

struct GridPoint {
  std::int32_t x, y;
  std::size_t seed;
  bool operator<(const GridPoint& o) const { return x != o.x ? x < o.x : y != o.y ? y < o.y : seed < o.seed; }
};

/// The bisector of a and b between the given ends, an end of an open edge being as far away as it may be.
/// nullopt when all of it is farther than `reachM` from the seeds.
std::optional<std::pair<XY, XY>> clipped(XY a, XY b, std::optional<XY> from, std::optional<XY> to, double reachM) {
  const XY middle = (a + b) * 0.5;
  const XY along{-(b.y - a.y), b.x - a.x};
  const double length = std::hypot(along.x, along.y);
  const double half = length / 2;
  if (half >= reachM) return std::nullopt;
  const XY unit = along * (1 / length);
  const double most = std::sqrt(reachM * reachM - half * half);
  const auto place = [&](XY p) { return (p.x - middle.x) * unit.x + (p.y - middle.y) * unit.y; };
  const double low = from ? place(*from) : -most, high = to ? place(*to) : most;
  if (low > most || high < -most || low >= high) return std::nullopt;
  return std::pair{from && low >= -most ? *from : middle + unit * std::max(low, -most), to && high <= most ? *to : middle + unit * std::min(high, most)};
}

bool isBetween(XY a, XY b, XY from, XY to) {
  const XY middle = (a + b) * 0.5;
  const XY u = from - middle, v = to - middle;
  return u.x * v.x + u.y * v.y <= 0;
}

}  // namespace

std::vector<SeparatingEdge> separatingEdges(const std::vector<LandSeed>& seeds, double reachM) {
  std::vector<SeparatingEdge> edges;
  if (seeds.size() < 2) return edges;
  const XY origin = seeds.front().point;
  std::vector<GridPoint> grid;
  grid.reserve(seeds.size());
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    const XY p = seeds[i].point - origin;
    grid.push_back({static_cast<std::int32_t>(std::llround(p.x * 1000)), static_cast<std::int32_t>(std::llround(p.y * 1000)), i});
  }
  std::sort(grid.begin(), grid.end());
  grid.erase(std::unique(grid.begin(), grid.end(), [](const GridPoint& p, const GridPoint& q) { return p.x == q.x && p.y == q.y; }), grid.end());
  namespace bp = boost::polygon;
  std::vector<bp::point_data<std::int32_t>> points;
  for (const GridPoint& p : grid) points.emplace_back(p.x, p.y);
  bp::voronoi_diagram<double> diagram;
  bp::construct_voronoi(points.begin(), points.end(), &diagram);
  const auto toXY = [&](const auto* vertex) -> std::optional<XY> {
    if (vertex == nullptr) return std::nullopt;
    return XY{origin.x + vertex->x() / 1000, origin.y + vertex->y() / 1000};
  };
  for (const auto& edge : diagram.edges()) {
    if (&edge > edge.twin()) continue;   // once a pair; both lie in one array
    const LandSeed& a = seeds[grid[edge.cell()->source_index()].seed];
    const LandSeed& b = seeds[grid[edge.twin()->cell()->source_index()].seed];
    if (a.site == b.site) continue;
    // An edge has its own cell on the left, so it runs as b - a does after a quarter turn to the left; open ends follow from that.
    const XY p = a.point, q = b.point;
    const auto ends = clipped(p, q, toXY(edge.vertex0()), toXY(edge.vertex1()), reachM);
    if (!ends) continue;
    edges.push_back({ends->first, ends->second, p, q, a.site, b.site, isBetween(p, q, ends->first, ends->second)});
  }
  return edges;
}

}  // namespace pianqu::geo
