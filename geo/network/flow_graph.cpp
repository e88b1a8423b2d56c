#include "geo/network/flow_graph.hpp"

#include <cassert>
#include <cmath>

namespace pianqu::geo {

namespace {
constexpr double kRoundOffM = 1e-9;  // inverts are decimals of a metre: 0.30 - 0.29 must count as 0.01
}

FlowDirection directionOf(const FlowLink& link, double minFallM) {
  if (link.fromInvertM && link.toInvertM) {
    const double fallM = *link.fromInvertM - *link.toInvertM;
    if (std::abs(fallM) >= minFallM - kRoundOffM && fallM != 0) {
      return {static_cast<std::int8_t>(fallM > 0 ? 1 : -1), FlowProof::Inverts};
    }
  }
  if (link.arrow == 0) return {};
  return {static_cast<std::int8_t>(link.arrow > 0 ? 1 : -1), FlowProof::Arrow};
}

// Counting sort of (node, hop) pairs. `ends(link, put)` calls put(node, otherNode) for each row that the link belongs to.
template <class Ends>
FlowGraph::Rows FlowGraph::rowsOf(Ends&& ends) const {
  Rows rows;
  rows.start.assign(at(m_nodeCount) + 1, 0);
  for (int link = 0; link < linkCount(); ++link) ends(link, [&](int node, int) { ++rows.start[at(node) + 1]; });
  for (std::size_t i = 1; i < rows.start.size(); ++i) rows.start[i] += rows.start[i - 1];
  rows.hops.resize(static_cast<std::size_t>(rows.start.back()));
  std::vector<int> next(rows.start.begin(), rows.start.end() - 1);
  for (int link = 0; link < linkCount(); ++link) {
    ends(link, [&](int node, int other) { rows.hops[at(next[at(node)]++)] = {link, other}; });
  }
  return rows;
}

FlowGraph::FlowGraph(int nodeCount, const std::vector<FlowLink>& links, double minFallM) : m_nodeCount(nodeCount) {
  m_direction.reserve(links.size());
  m_up.reserve(links.size());
  m_down.reserve(links.size());
  m_lengthM.reserve(links.size());
  for (const FlowLink& link : links) {
    assert(link.from >= 0 && link.from < nodeCount && link.to >= 0 && link.to < nodeCount);
    const FlowDirection direction = directionOf(link, minFallM);
    m_direction.push_back(direction);
    m_up.push_back(direction.sense < 0 ? link.to : link.from);
    m_down.push_back(direction.sense < 0 ? link.from : link.to);
    m_lengthM.push_back(link.lengthM);
  }
  m_out = rowsOf([this](int link, auto&& put) {
    if (isKnown(link)) put(m_up[at(link)], m_down[at(link)]);
  });
  m_in = rowsOf([this](int link, auto&& put) {
    if (isKnown(link)) put(m_down[at(link)], m_up[at(link)]);
  });
  m_unknown = rowsOf([this](int link, auto&& put) {
    if (isKnown(link)) return;
    put(m_up[at(link)], m_down[at(link)]);
    if (m_up[at(link)] != m_down[at(link)]) put(m_down[at(link)], m_up[at(link)]);
  });
}

}  // namespace pianqu::geo
