#include "geo/coverage/voronoi.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

#include <boost/polygon/voronoi.hpp>

#include "geo/coverage/noding.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

struct SeedPoint {
  std::int32_t x, y;
  std::size_t seed;
  bool operator<(const SeedPoint& o) const { return x != o.x ? x < o.x : y != o.y ? y < o.y : seed < o.seed; }
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

namespace bp = boost::polygon;
using Diagram = bp::voronoi_diagram<double>;

struct Stopped {};   ///< thrown through Boost.Polygon, which has no other way out

/// What the sweep line writes to; it asks now and then whether to go on.
class StoppableDiagram : public Diagram {
 public:
  explicit StoppableDiagram(const Progress& progress) : m_progress(progress) {}

  template <class... Sites>
  std::pair<void*, void*> _insert_new_edge(const Sites&... sites) {
    constexpr std::size_t kLookEvery = 1024;
    if (++m_edges % kLookEvery == 0 && m_progress.isCancelled()) throw Stopped{};
    return Diagram::_insert_new_edge(sites...);
  }

 private:
  const Progress& m_progress;
  std::size_t m_edges = 0;
};

enum class Land : char { Open, Solid, Loose };   ///< loose: solid, and between footprints alone

/// Seeds and their Voronoi diagram, in millimetres from the first seed.
class SeedDiagram {
 public:
  SeedDiagram(const std::vector<LandSeed>& seeds, const Progress& progress) : m_seeds(seeds), m_origin(seeds.front().point), m_diagram(progress) {
    m_grid.reserve(seeds.size());
    for (std::size_t i = 0; i < seeds.size(); ++i) {
      const XY p = seeds[i].point - m_origin;
      m_grid.push_back({static_cast<std::int32_t>(std::llround(p.x * 1000)), static_cast<std::int32_t>(std::llround(p.y * 1000)), i});
    }
    std::sort(m_grid.begin(), m_grid.end());
    m_grid.erase(std::unique(m_grid.begin(), m_grid.end(), [](const SeedPoint& p, const SeedPoint& q) { return p.x == q.x && p.y == q.y; }), m_grid.end());
    std::vector<bp::point_data<std::int32_t>> points;
    for (const SeedPoint& p : m_grid) points.emplace_back(p.x, p.y);
    bp::construct_voronoi(points.begin(), points.end(), &m_diagram);
  }

  std::vector<SeparatingEdge> edges(double reachM) const {
    std::vector<SeparatingEdge> edges;
    for (const auto& edge : m_diagram.edges()) {
      if (&edge > edge.twin()) continue;   // once a pair; both lie in one array
      const LandSeed& a = seedOf(edge);
      const LandSeed& b = seedOf(*edge.twin());
      if (a.site == b.site) continue;
      // An edge has its own cell on the left, so it runs as b - a does after a quarter turn to the left; open ends follow from that.
      const XY p = a.point, q = b.point;
      const auto ends = clipped(p, q, toXY(edge.vertex0()), toXY(edge.vertex1()), reachM);
      if (!ends) continue;
      edges.push_back({ends->first, ends->second, p, q, a.site, b.site, isBetween(p, q, ends->first, ends->second)});
    }
    return edges;
  }

  /// What the triangle (or more corners) around each corner of the diagram is.
  std::vector<Land> landAround(const RedLineOf& redLineOf, const SeedReach& reach) const {
    std::vector<Land> land;
    for (const auto& corner : m_diagram.vertices()) land.push_back(landAround(corner, redLineOf, reach));
    return land;
  }

  /// The triangles of at least this kind, united: their sides with no such triangle on the other side bound it.
  MultiPolygon<XY> unitedFrom(Land least, const std::vector<Land>& land) const {
    const auto isSolidAt = [&](const Diagram::vertex_type* corner) { return corner != nullptr && land[static_cast<std::size_t>(corner - m_diagram.vertices().data())] >= least; };
    std::vector<GridEdge> sides;
    for (const auto& edge : m_diagram.edges()) {
      // From its own seed to the twin's, what the edge runs to lies to the left.
      if (!isSolidAt(edge.vertex1()) || isSolidAt(edge.vertex0())) continue;
      const SeedPoint &a = m_grid[edge.cell()->source_index()], &b = m_grid[edge.twin()->cell()->source_index()];
      sides.push_back({{a.x, a.y}, {b.x, b.y}});
    }
    MultiPolygon<XY> solids = solidsOf(std::move(sides), kGridM);
    for (auto& part : solids) {
      for (XY& p : part.outer) p = p + m_origin;
      for (auto& hole : part.holes) {
        for (XY& p : hole) p = p + m_origin;
      }
    }
    return solids;
  }

 private:
  static constexpr double kGridM = 0.001;
  static constexpr double kOpposite = std::numbers::sqrt3;   ///< chord over radius where two owners are seen 120 degrees apart

  const LandSeed& seedOf(const Diagram::edge_type& edge) const { return m_seeds[m_grid[edge.cell()->source_index()].seed]; }
  std::optional<XY> toXY(const Diagram::vertex_type* corner) const {
    if (corner == nullptr) return std::nullopt;
    return XY{m_origin.x + corner->x() / 1000, m_origin.y + corner->y() / 1000};
  }

  /// Between the seeds that are nearest to a corner of the diagram.
  Land landAround(const Diagram::vertex_type& corner, const RedLineOf& redLineOf, const SeedReach& reach) const {
    const auto* first = corner.incident_edge();
    if (first == nullptr) return Land::Open;
    const LandSeed& one = seedOf(*first);
    bool isLoose = true, isOneLine = one.redLine >= 0;
    double widestM = 0;
    XY sum;
    int count = 0;
    const auto* edge = first;
    do {
      const LandSeed &a = seedOf(*edge), &b = seedOf(*edge->twin());
      if (a.site != b.site) widestM = std::max(widestM, distance(a.point, b.point));
      isLoose = isLoose && a.redLine < 0;
      isOneLine = isOneLine && a.site == one.site && a.redLine == one.redLine;
      sum = sum + a.point;
      ++count;
      edge = edge->rot_next();
    } while (edge != first);
    if (isOneLine) return contains(redLineOf(one), sum * (1.0 / count)) ? Land::Solid : Land::Open;
    const double radiusM = distance(*toXY(&corner), one.point);
    if (widestM > reach.gapM || radiusM > reach.fillM) return Land::Open;
    if (isLoose) return Land::Loose;
    return widestM == 0 || radiusM <= reach.narrowM || widestM >= kOpposite * radiusM ? Land::Solid : Land::Open;
  }

  const std::vector<LandSeed>& m_seeds;
  XY m_origin;
  std::vector<SeedPoint> m_grid;
  StoppableDiagram m_diagram;
};

}  // namespace

Result<SeedCells> seedCells(const std::vector<LandSeed>& seeds, const RedLineOf& redLineOf, const SeedReach& reach, const Progress& progress) {
  if (seeds.empty()) return SeedCells{};
  try {
    const SeedDiagram diagram(seeds, progress);
    const auto land = diagram.landAround(redLineOf, reach);
    SeedCells cells{diagram.edges(reach.edgeM), diagram.unitedFrom(Land::Solid, land), {}};
    const bool isAllLoose = std::find(land.begin(), land.end(), Land::Solid) == land.end();
    cells.loose = isAllLoose ? cells.solid : diagram.unitedFrom(Land::Loose, land);
    return cells;
  } catch (const Stopped&) {
    return fail(ErrorCode::Cancelled, "Dividing the land was cancelled.");
  }
}

}  // namespace pianqu::geo
