#include "geo/network/min_cut.hpp"

#include <algorithm>

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Residual network: arc 2i is the i-th arc, 2i+1 its way back.
class Dinic {
 public:
  Dinic(int nodeCount, const std::vector<CutArc>& arcs, int source, int sink)
      : m_source(source), m_sink(sink), m_start(at(nodeCount) + 1, 0), m_level(at(nodeCount)), m_next(at(nodeCount)) {
    m_to.reserve(2 * arcs.size());
    m_room.reserve(2 * arcs.size());
    for (const CutArc& arc : arcs) {
      m_to.push_back(arc.to);
      m_to.push_back(arc.from);
      m_room.push_back(arc.price);
      m_room.push_back(0);
      ++m_start[at(arc.from) + 1];
      ++m_start[at(arc.to) + 1];
    }
    for (std::size_t i = 1; i < m_start.size(); ++i) m_start[i] += m_start[i - 1];
    m_rows.resize(m_to.size());
    std::vector<int> next(m_start.begin(), m_start.end() - 1);
    for (int arc = 0; arc < static_cast<int>(m_to.size()); ++arc) m_rows[at(next[at(m_to[at(arc ^ 1)])]++)] = arc;
  }

  /// Stops at kUncuttable: then no finite cut exists.
  std::int64_t run() {
    std::int64_t flow = 0;
    while (flow < kUncuttable && raiseLevels()) {
      for (std::size_t i = 0; i < m_next.size(); ++i) m_next[i] = m_start[i];
      while (const std::int64_t pushed = pushOnePath()) {
        flow += pushed;
        if (flow >= kUncuttable) break;
      }
    }
    return flow;
  }

  /// After run(): whether the source still reaches `node`.
  bool isOnSourceSide(int node) const { return m_level[at(node)] >= 0; }

 private:
  bool raiseLevels() {
    std::fill(m_level.begin(), m_level.end(), -1);
    m_level[at(m_source)] = 0;
    std::vector<int> queue{m_source};
    for (std::size_t head = 0; head < queue.size(); ++head) {
      const int node = queue[head];
      for (int i = m_start[at(node)]; i < m_start[at(node) + 1]; ++i) {
        const int arc = m_rows[at(i)];
        if (m_room[at(arc)] == 0 || m_level[at(m_to[at(arc)])] >= 0) continue;
        m_level[at(m_to[at(arc)])] = m_level[at(node)] + 1;
        queue.push_back(m_to[at(arc)]);
      }
    }
    return m_level[at(m_sink)] >= 0;
  }

  // Advances or retreats along m_path until the sink is met; m_next remembers what was tried in this phase.
  std::int64_t pushOnePath() {
    m_path.clear();
    int node = m_source;
    while (node != m_sink) {
      int& i = m_next[at(node)];
      while (i < m_start[at(node) + 1] && !leadsOn(m_rows[at(i)], node)) ++i;
      if (i < m_start[at(node) + 1]) {
        m_path.push_back(m_rows[at(i)]);
        node = m_to[at(m_path.back())];
        continue;
      }
      if (m_path.empty()) return 0;
      node = m_to[at(m_path.back() ^ 1)];
      m_path.pop_back();
      ++m_next[at(node)];
    }
    std::int64_t pushed = kUncuttable;
    for (const int arc : m_path) pushed = std::min(pushed, m_room[at(arc)]);
    for (const int arc : m_path) {
      m_room[at(arc)] -= pushed;
      m_room[at(arc ^ 1)] += pushed;
    }
    return pushed;
  }

  bool leadsOn(int arc, int node) const { return m_room[at(arc)] > 0 && m_level[at(m_to[at(arc)])] == m_level[at(node)] + 1; }

  int m_source, m_sink;
  std::vector<int> m_to, m_start, m_rows, m_level, m_next, m_path;
  std::vector<std::int64_t> m_room;
};

}  // namespace

MinCut minCut(int nodeCount, const std::vector<CutArc>& arcs, int source, int sink) {
  Dinic dinic(nodeCount, arcs, source, sink);
  MinCut result;
  result.flow = dinic.run();
  if (result.flow >= kUncuttable) {
    result.isPossible = false;
    return result;
  }
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (!dinic.isOnSourceSide(arcs[i].from) || dinic.isOnSourceSide(arcs[i].to)) continue;
    result.cut.push_back(static_cast<int>(i));
    result.cutPrice += arcs[i].price;
  }
  return result;
}

}  // namespace pianqu::geo
