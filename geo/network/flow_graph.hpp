#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pianqu::geo {

/// What a link's direction of flow rests on.
enum class FlowProof : std::uint8_t { None, Inverts, Arrow };

/// A link as surveyed. Nodes are positions in the caller's list of nodes.
struct FlowLink {
  int from = -1;
  int to = -1;
  std::optional<double> fromInvertM, toInvertM;  ///< level of the pipe's bottom at each end, metres
  int arrow = 0;                                 ///< surveyed arrow: 1 from->to, -1 to->from, 0 none
  double lengthM = 0;
};

/// `sense` 1 from->to, -1 to->from, 0 not known.
struct FlowDirection {
  std::int8_t sense = 0;
  FlowProof proof = FlowProof::None;
};

/// Water runs to the lower invert. When an invert is missing, or the two differ by less than `minFallM` (metres), the surveyed
/// arrow decides; without an arrow the direction is not known.
FlowDirection directionOf(const FlowLink& link, double minFallM);

/// One step along a link, to the node at its other end.
struct FlowHop {
  int link = -1;
  int node = -1;
};

/// Directed graph of links whose direction is known, as compact rows; links of unknown direction are kept apart and are passed
/// only by a search that asks for it.
///
/// in        every `from` and `to` in 0..nodeCount-1
/// keeps     hops of a node are in ascending link order, so that every search is deterministic
/// cost      O(nodes + links) to build; about 60 bytes a link
class FlowGraph {
 public:
  FlowGraph() = default;
  FlowGraph(int nodeCount, const std::vector<FlowLink>& links, double minFallM);

  int nodeCount() const { return m_nodeCount; }
  int linkCount() const { return static_cast<int>(m_up.size()); }
  FlowDirection direction(int link) const { return m_direction[at(link)]; }
  bool isKnown(int link) const { return m_direction[at(link)].sense != 0; }
  int upNode(int link) const { return m_up[at(link)]; }      ///< the surveyed start when the direction is not known
  int downNode(int link) const { return m_down[at(link)]; }  ///< the surveyed end when the direction is not known
  double lengthM(int link) const { return m_lengthM[at(link)]; }

  std::span<const FlowHop> downstream(int node) const { return m_out.of(node); }
  std::span<const FlowHop> upstream(int node) const { return m_in.of(node); }
  std::span<const FlowHop> unknown(int node) const { return m_unknown.of(node); }

 private:
  struct Rows {
    std::vector<int> start;
    std::vector<FlowHop> hops;
    std::span<const FlowHop> of(int node) const {
      const auto first = static_cast<std::size_t>(start[at(node)]);
      return {hops.data() + first, static_cast<std::size_t>(start[at(node) + 1]) - first};
    }
  };
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  template <class Ends>
  Rows rowsOf(Ends&& ends) const;

  int m_nodeCount = 0;
  std::vector<FlowDirection> m_direction;
  std::vector<int> m_up, m_down;
  std::vector<double> m_lengthM;
  Rows m_out, m_in, m_unknown;
};

}  // namespace pianqu::geo
