#include "geo/coverage/block_faces.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "geo/coverage/noding.hpp"
#include "geo/coverage/plots.hpp"
#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/overlay/stop.hpp"

namespace pianqu::geo {
namespace {

void addRings(const MultiPolygon<XY>& polygons, MultiLine<XY>& lines) {
  for (const auto& polygon : polygons) {
    const auto rings = ringsOf(polygon);
    lines.insert(lines.end(), rings.begin(), rings.end());
  }
}

/// Finds the nearest seed; a grid, since seeds stand evenly and each is asked for about once.
class SeedGrid {
 public:
  explicit SeedGrid(const std::vector<LandSeed>& seeds) : m_seeds(seeds) {
    Box box;
    for (const LandSeed& seed : seeds) box.add(seed.point);
    if (box.isEmpty()) return;
    m_low = {box.minX, box.minY};
    m_cellM = std::max(5.0, std::sqrt(box.width() * box.height() / static_cast<double>(seeds.size())));
    m_columns = static_cast<long>(box.width() / m_cellM) + 1;
    m_rows = static_cast<long>(box.height() / m_cellM) + 1;
    m_starts.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const LandSeed& seed : seeds) ++m_starts[cellOf(seed.point) + 1];
    for (std::size_t c = 1; c < m_starts.size(); ++c) m_starts[c] += m_starts[c - 1];
    m_order.resize(seeds.size());
    auto next = m_starts;
    for (std::size_t s = 0; s < seeds.size(); ++s) m_order[next[cellOf(seeds[s].point)]++] = s;
  }

  /// Site of the nearest seed within `mostM`, -1 for none; the first of those at one distance.
  int nearest(XY p, double mostM) const {
    if (m_order.empty()) return -1;
    const long cx = static_cast<long>(std::floor((p.x - m_low.x) / m_cellM)), cy = static_cast<long>(std::floor((p.y - m_low.y) / m_cellM));
    double least = mostM;
    std::optional<std::size_t> best;
    const long rings = static_cast<long>(mostM / m_cellM) + 2;
    for (long r = 0; r <= rings && (static_cast<double>(r) - 1) * m_cellM <= least; ++r) {
      for (long y = cy - r; y <= cy + r; ++y) {
        if (y < 0 || y >= m_rows) continue;
        const long step = y == cy - r || y == cy + r ? 1 : std::max(1L, 2 * r);
        for (long x = cx - r; x <= cx + r; x += step) {
          if (x >= 0 && x < m_columns) look(p, static_cast<std::size_t>(y * m_columns + x), least, best);
        }
      }
    }
    return best ? m_seeds[*best].site : -1;
  }

 private:
  std::size_t cellOf(XY p) const { return static_cast<std::size_t>(static_cast<long>((p.y - m_low.y) / m_cellM) * m_columns + static_cast<long>((p.x - m_low.x) / m_cellM)); }
  void look(XY p, std::size_t cell, double& least, std::optional<std::size_t>& best) const {
    for (std::size_t i = m_starts[cell]; i < m_starts[cell + 1]; ++i) {
      const double metres = distance(m_seeds[m_order[i]].point, p);
      if (metres > least || (best && metres == least && m_order[i] > *best)) continue;
      least = metres;
      best = m_order[i];
    }
  }

  const std::vector<LandSeed>& m_seeds;
  XY m_low;
  double m_cellM = 1;
  long m_columns = 0, m_rows = 0;
  std::vector<std::size_t> m_starts, m_order;
};

/// Who owns land in a block, before its neighbours in the plot do.
class Ground {
 public:
  Ground(const Block& block, const std::vector<LandSite>& sites) {
    for (const Standing& standing : block.sites) m_outside.push_back(footprintsOutside(sites[static_cast<std::size_t>(standing.site)]));
    const auto own = [&](const MultiPolygon<XY>& parts, int site) {
      for (const auto& part : parts) {
        m_owned.push_back(&part);
        m_siteOf.push_back(site);
      }
    };
    const auto each = [&](bool isFixed) {
      for (const Standing& standing : block.sites) {
        const LandSite& site = sites[static_cast<std::size_t>(standing.site)];
        if (site.isFixed == isFixed) own(site.parcel, standing.site);
      }
    };
    each(true);
    for (std::size_t i = 0; i < block.sites.size(); ++i) own(m_outside[i], block.sites[i].site);
    each(false);
    m_locator.emplace(m_owned);
  }

  int ownerAt(XY p) const {
    const int owned = m_locator->find(p);
    return owned < 0 ? -1 : m_siteOf[static_cast<std::size_t>(owned)];
  }
  void addLines(MultiLine<XY>& lines) const {
    for (const Polygon<XY>* part : m_owned) addRings({*part}, lines);
  }

 private:
  std::vector<MultiPolygon<XY>> m_outside;
  std::vector<const Polygon<XY>*> m_owned;
  std::vector<int> m_siteOf;
  std::optional<PolygonLocator> m_locator;
};

/// Neighbours of the block, and the ways between them that are wider than the margins.
MultiLine<XY> findFacings(const std::vector<SeparatingEdge>& edges, const BarrierCrossing& crossing, const LandOptions& options, Facings& facings) {
  for (const SeparatingEdge& edge : edges) {
    if (!edge.isFacing) continue;
    const double gap = distance(edge.seedA, edge.seedB);
    Facing& facing = facings[std::minmax(edge.siteA, edge.siteB)];
    facing.blockedM = std::min(facing.blockedM, gap);
    if (gap >= facing.gapM || crossing.isCrossed(edge.seedA, edge.seedB)) continue;
    facing.gapM = gap;
    facing.way = {edge.seedA, edge.seedB};
  }
  MultiLine<XY> ways;
  for (const auto& [pair, facing] : facings) {
    if (facing.gapM > options.marginM && facing.gapM <= options.gapM) ways.push_back(facing.way);
  }
  return ways;
}

std::vector<SeparatingEdge> edgesInside(std::vector<SeparatingEdge> edges, const Polygon<XY>& plot) {
  std::erase_if(edges, [&](const SeparatingEdge& edge) { return !contains(plot, (edge.from + edge.to) * 0.5) && !contains(plot, edge.from) && !contains(plot, edge.to); });
  return edges;
}

/// The seeds that decide in a plot: its own, else those of the block.
const std::vector<LandSeed>& deciding(const Plot& plot, const Block& block) { return plot.seeds.empty() ? block.seeds : plot.seeds; }

PolygonLocator locatorOf(const MultiPolygon<XY>& parts) {
  std::vector<const Polygon<XY>*> pointers;
  for (const auto& part : parts) pointers.push_back(&part);
  return PolygonLocator(pointers);
}

class Division {
 public:
  Division(const Block& block, const std::vector<LandSite>& sites, const LandOptions& options) : m_block(block), m_sites(sites), m_options(options) {
    m_reach = {.edgeM = options.gapM / 2 + 2 * options.marginM, .fillM = options.gapM / 2 + options.marginM, .narrowM = 2 * options.spacingM, .gapM = options.gapM};
  }

  Result<BlockFaces> run(const BarrierCrossing& crossing, const Progress& progress) {
    const RedLineOf redLineOf = [this](const LandSeed& seed) -> const Polygon<XY>& { return m_sites[static_cast<std::size_t>(seed.site)].parcel[static_cast<std::size_t>(seed.redLine)]; };
    auto all = seedCells(m_block.seeds, redLineOf, m_reach, progress);
    if (!all) return fail(std::move(all));
    m_cells = std::move(*all);
    m_ways = findFacings(m_cells.edges, crossing, m_options, m_found.facings);
    auto plots = plotsOf(m_block, m_options, progress);
    if (!plots) return fail(std::move(plots));
    m_plots = std::move(*plots);
    for (Plot& plot : m_plots) {
      if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dividing the land was cancelled.");
      auto cells = m_plots.size() > 1 && !plot.seeds.empty() ? seedCells(plot.seeds, redLineOf, m_reach, progress) : Result<SeedCells>(m_cells);
      if (!cells) return fail(std::move(cells));
      if (!plot.seeds.empty()) {
        plot.solid = std::move(cells->solid);
        plot.loose = std::move(cells->loose);
      }
      plot.edges = std::move(cells->edges);
      auto reach = reachOf(plot, m_sites, m_ways, m_options);
      if (!reach) return fail(std::move(reach));
      plot.reach = std::move(*reach);
      addLines(plot);
    }
    const Ground ground(m_block, m_sites);
    ground.addLines(m_lines);
    auto shapes = facesOnGrid(m_lines, m_options.gridM, progress);
    if (!shapes) return fail(std::move(shapes));
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dividing the land was cancelled.");
    own(std::move(*shapes), ground);
    return std::move(m_found);
  }

 private:
  void addLines(const Plot& plot) {
    addRings({plot.shape}, m_lines);
    if (plot.reach.own.empty()) return;
    const auto edges = m_plots.size() == 1 ? plot.edges : edgesInside(plot.edges, plot.shape);
    for (const auto& lines : {joinEdges(edges, m_options.thinningM), spokesToParcels(edges, [this](int site) { return hasParcel(site); }), innerEdges(plot, m_sites)}) m_lines.insert(m_lines.end(), lines.begin(), lines.end());
  }

  void own(std::vector<Polygon<XY>> shapes, const Ground& ground) {
    std::vector<const Polygon<XY>*> plotShapes;
    std::vector<SeedGrid> seeds;
    std::vector<PolygonLocator> own, towardsEdge;
    for (const Plot& plot : m_plots) {
      plotShapes.push_back(&plot.shape);
      seeds.emplace_back(deciding(plot, m_block));
      own.push_back(locatorOf(plot.reach.own));
      towardsEdge.push_back(locatorOf(plot.reach.towardsEdge));
    }
    const PolygonLocator plots(plotShapes);
    std::map<std::size_t, OpenFace> open;
    for (Polygon<XY>& shape : shapes) {
      const auto inside = innerPointOf(shape);
      const int plot = inside ? plots.find(*inside) : -1;
      if (plot < 0) continue;   // beyond the block
      const auto p = static_cast<std::size_t>(plot);
      LandFace face{std::move(shape), ground.ownerAt(*inside), true};
      if (face.site < 0) {
        face.isGround = false;
        const int nearest = seeds[p].nearest(*inside, m_reach.edgeM);
        if (own[p].find(*inside) >= 0) face.site = nearest;
        else if (nearest >= 0) open[m_found.faces.size()] = {nearest, towardsEdge[p].find(*inside) >= 0};
      }
      m_found.faces.push_back(std::move(face));
      m_plotOfFace.push_back(plot);
    }
    std::vector<const Polygon<XY>*> outlines;
    for (const LandFace& face : m_found.faces) outlines.push_back(&face.shape);
    const auto edges = faceEdges(outlines);
    reachToEdge(edges, open);
    takeRests(edges, open);
    fillPockets(edges);
    endAtRedLines(edges);
  }

  /// Land that nobody reaches, near a site.
  struct OpenFace {
    int nearest = -1;
    bool isTowardsEdge = false;
  };

  int plotOf(int face) const { return face == kNoFace ? -1 : m_plotOfFace[static_cast<std::size_t>(face)]; }

  /// Open land between sites and the edge of their plot is theirs.
  void reachToEdge(const std::vector<FaceEdge>& edges, const std::map<std::size_t, OpenFace>& open) {
    const auto isPart = [&](int face) {
      const auto found = open.find(static_cast<std::size_t>(face));
      return found != open.end() && found->second.isTowardsEdge;
    };
    const auto groups = groupFaces(m_found.faces.size(), edges, [&](int a, int b) { return isPart(a) && isPart(b) && plotOf(a) == plotOf(b); });
    std::set<int> atEdge;
    for (const FaceEdge& edge : edges) {
      if (plotOf(edge.left) == plotOf(edge.right)) continue;
      for (int face : {edge.left, edge.right}) {
        if (face != kNoFace && isPart(face)) atEdge.insert(groups[static_cast<std::size_t>(face)]);
      }
    }
    for (const auto& [face, own] : open) {
      if (own.isTowardsEdge && atEdge.contains(groups[face])) m_found.faces[face].site = own.nearest;
    }
  }

  /// What remains of a plot that is reached for the most part goes to the nearest sites, but for large open land.
  void takeRests(const std::vector<FaceEdge>& edges, const std::map<std::size_t, OpenFace>& open) {
    const auto isOpen = [&](int face) { return m_found.faces[static_cast<std::size_t>(face)].site < 0; };
    const auto groups = groupFaces(m_found.faces.size(), edges, [&](int a, int b) { return isOpen(a) && isOpen(b) && plotOf(a) == plotOf(b); });
    std::vector<double> reached(m_plots.size(), 0), all(m_plots.size(), 0);
    std::map<int, double> rests;
    for (std::size_t f = 0; f < m_found.faces.size(); ++f) {
      const double area = areaOf(m_found.faces[f].shape).value;
      const auto plot = static_cast<std::size_t>(m_plotOfFace[f]);
      all[plot] += area;
      if (isOpen(static_cast<int>(f))) rests[groups[f]] += area;
      else reached[plot] += area;
    }
    for (const auto& [face, own] : open) {
      const auto plot = static_cast<std::size_t>(m_plotOfFace[face]);
      if (isOpen(static_cast<int>(face)) && rests[groups[face]] <= m_options.restM2 && reached[plot] >= m_options.restShare * all[plot]) m_found.faces[face].site = own.nearest;
    }
  }

  /// Small pieces that nobody reaches (a street corner, a bay between houses) go to the site of the block that borders them most.
  void fillPockets(const std::vector<FaceEdge>& edges) {
    const auto siteOf = [&](int face) { return m_found.faces[static_cast<std::size_t>(face)].site; };
    const auto groups = groupFaces(m_found.faces.size(), edges, [&](int a, int b) { return siteOf(a) < 0 && siteOf(b) < 0; });
    std::map<int, double> areas;
    std::map<int, std::map<int, double>> around;   // group -> site -> metres
    for (std::size_t f = 0; f < m_found.faces.size(); ++f) {
      if (m_found.faces[f].site < 0) areas[groups[f]] += areaOf(m_found.faces[f].shape).value;
    }
    for (const FaceEdge& edge : edges) {
      if (edge.right == kNoFace || (siteOf(edge.left) < 0) == (siteOf(edge.right) < 0)) continue;
      const int open = siteOf(edge.left) < 0 ? edge.left : edge.right, owned = open == edge.left ? edge.right : edge.left;
      around[groups[static_cast<std::size_t>(open)]][siteOf(owned)] += edge.lengthM;
    }
    for (std::size_t f = 0; f < m_found.faces.size(); ++f) {
      const auto sites = around.find(groups[f]);
      if (m_found.faces[f].site >= 0 || sites == around.end() || areas[groups[f]] > m_options.pocketM2) continue;
      m_found.faces[f].site = std::max_element(sites->second.begin(), sites->second.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
    }
  }

  bool hasParcel(int site) const { return !m_sites[static_cast<std::size_t>(site)].parcel.empty(); }

  /// An estate owns its red line and no more where a building without one stands beyond: the land between goes to the building, so that
  /// the boundary is the red line rather than a line beside it.
  void endAtRedLines(const std::vector<FaceEdge>& edges) {
    const auto siteOf = [&](int face) { return m_found.faces[static_cast<std::size_t>(face)].site; };
    const auto isAround = [&](int face) { return siteOf(face) >= 0 && !m_found.faces[static_cast<std::size_t>(face)].isGround; };
    std::map<int, std::map<int, double>> shared;   // land around a parcel -> site beside it -> metres
    for (const FaceEdge& edge : edges) {
      if (edge.right == kNoFace || m_plotOfFace[static_cast<std::size_t>(edge.left)] != m_plotOfFace[static_cast<std::size_t>(edge.right)]) continue;
      if (siteOf(edge.left) == siteOf(edge.right) || siteOf(edge.left) < 0 || siteOf(edge.right) < 0) continue;
      if (isAround(edge.left) && hasParcel(siteOf(edge.left))) shared[edge.left][siteOf(edge.right)] += edge.lengthM;
      if (isAround(edge.right) && hasParcel(siteOf(edge.right))) shared[edge.right][siteOf(edge.left)] += edge.lengthM;
    }
    for (const auto& [face, sites] : shared) {
      const auto most = std::max_element(sites.begin(), sites.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      if (!hasParcel(most->first)) m_found.faces[static_cast<std::size_t>(face)].site = most->first;
    }
  }

  const Block& m_block;
  const std::vector<LandSite>& m_sites;
  const LandOptions& m_options;
  SeedReach m_reach;
  SeedCells m_cells;
  MultiLine<XY> m_ways, m_lines;
  std::vector<Plot> m_plots;
  std::vector<int> m_plotOfFace;   ///< as m_found.faces
  BlockFaces m_found;
};

}  // namespace

Result<BlockFaces> divideBlock(const Block& block, const std::vector<LandSite>& sites, const BarrierCrossing& crossing, const LandOptions& options, const Progress& progress) {
  if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dividing the land was cancelled.");
  const StopWhenCancelled stop(progress);
  return Division(block, sites, options).run(crossing, progress);
}

}  // namespace pianqu::geo
