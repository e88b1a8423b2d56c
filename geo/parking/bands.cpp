#include "geo/parking/bands.hpp"

#include <algorithm>
#include <utility>

namespace pianqu::geo {
namespace {

constexpr double kThinM = 1e-6;

}  // namespace

/// Range of x of the part of the edge with y in low..high.
Span Bands::reachOf(const Edge& e, double low, double high) {
  const double first = e.a.y >= low ? e.a.x : e.a.x + e.slope * (low - e.a.y);
  const double last = e.b.y <= high ? e.b.x : e.a.x + e.slope * (high - e.a.y);
  return {std::min(first, last), std::max(first, last)};
}

Bands::Bands(const Polygon<XY>& polygon) {
  const auto addRing = [this](const Ring<XY>& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const bool isUp = ring[i - 1].y <= ring[i].y;
      const XY a = ring[isUp ? i - 1 : i], b = ring[isUp ? i : i - 1];
      m_edges.push_back({a, b, b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0});
    }
  };
  addRing(polygon.outer);
  for (const auto& hole : polygon.holes) addRing(hole);
  std::sort(m_edges.begin(), m_edges.end(), [](const Edge& e, const Edge& f) { return e.a.y < f.a.y; });
  m_extent = boxOf(polygon);
}

bool Bands::isInside(XY point) const {
  bool isIn = false;
  for (const Edge& e : m_edges) {
    if (e.a.y > point.y) break;
    if (e.b.y <= point.y) continue;
    if (point.x < e.a.x + e.slope * (point.y - e.a.y)) isIn = !isIn;
  }
  return isIn;
}

std::vector<Span> Bands::along(double y, double depth) const {
  std::vector<Span> spans;
  BandSweep(*this, depth).append(y, spans);
  return spans;
}

void BandSweep::append(double y, std::vector<Span>& spans) {
  const double low = y + kThinM, high = y + m_depth - kThinM, middle = (low + high) / 2;
  const auto& edges = m_bands.m_edges;
  std::erase_if(m_blocked, [&](const Blocked& blocked) { return edges[blocked.edge].b.y <= low; });
  for (; m_next < edges.size() && edges[m_next].a.y < high; ++m_next) {
    if (edges[m_next].b.y > low) m_blocked.push_back({{}, m_next, false});
  }
  // The order of the band below is all but that of this one: each edge moves past the few that it has overtaken.
  for (std::size_t i = 0; i < m_blocked.size(); ++i) {
    const auto& edge = edges[m_blocked[i].edge];
    const Blocked moved{Bands::reachOf(edge, low, high), m_blocked[i].edge, edge.a.y <= middle && edge.b.y > middle};
    std::size_t at = i;
    for (; at > 0 && moved.reach.low < m_blocked[at - 1].reach.low; --at) m_blocked[at] = m_blocked[at - 1];
    m_blocked[at] = moved;
  }
  // Between two groups of edges no edge is met, so the parity of those that cross the middle further left tells whether the gap is inside.
  bool isIn = false;
  for (std::size_t i = 0; i < m_blocked.size();) {
    double end = m_blocked[i].reach.high;
    isIn = isIn != m_blocked[i].isCrossing;
    std::size_t next = i + 1;
    for (; next < m_blocked.size() && m_blocked[next].reach.low <= end + kThinM; ++next) {
      end = std::max(end, m_blocked[next].reach.high);
      isIn = isIn != m_blocked[next].isCrossing;
    }
    if (next < m_blocked.size() && isIn) spans.push_back({end, m_blocked[next].reach.low});
    i = next;
  }
}

bool Bands::holds(const Box& box) const {
  const double low = box.minY + kThinM, high = box.maxY - kThinM;
  for (const Edge& e : m_edges) {
    if (e.a.y >= high) break;
    if (e.b.y <= low) continue;
    const Span reach = reachOf(e, low, high);
    if (reach.low < box.maxX - kThinM && reach.high > box.minX + kThinM) return false;
  }
  return isInside(box.centre());
}

Polygon<XY> transposed(Polygon<XY> polygon) {
  for (XY& p : polygon.outer) std::swap(p.x, p.y);
  for (auto& hole : polygon.holes)
    for (XY& p : hole) std::swap(p.x, p.y);
  return polygon;
}

std::vector<Span> clipped(std::span<const Span> spans, Span limit, const Span* hole) {
  std::vector<Span> parts;
  const auto keep = [&parts](double low, double high) {
    if (high > low) parts.push_back({low, high});
  };
  for (const Span& span : spans) {
    const double low = std::max(span.low, limit.low), high = std::min(span.high, limit.high);
    if (high <= low) continue;
    if (hole == nullptr || hole->high <= low || hole->low >= high) {
      keep(low, high);
    } else {
      keep(low, hole->low);
      keep(hole->high, high);
    }
  }
  return parts;
}

}  // namespace pianqu::geo
