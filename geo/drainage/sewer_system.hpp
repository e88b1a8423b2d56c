#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/network/flow_graph.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// The system a pipe or manhole is built for: 雨水 YS, 污水 WS, 合流 HS.
enum class Water : std::uint8_t { Unknown, Storm, Sewage, Combined };

enum class SewerRole : std::uint8_t {
  Manhole,
  Gully,        ///< 雨水箅: rain from the street enters here
  HouseOutlet,  ///< 出户, 化粪池: sewage of a building enters here
  Terminal,     ///< 出水口: the survey says that the network ends here; an outfall row says where to
};

/// Where the network hands its water over. None: this node is not an outfall.
enum class OutfallKind : std::uint8_t { None, Storm, River, Sewage, Combined, Unknown };

struct SewerNode {
  std::string code;
  XY point;
  Water water = Water::Unknown;
  SewerRole role = SewerRole::Manhole;
  OutfallKind outfall = OutfallKind::None;
  std::optional<double> groundM, invertM;
};

struct SewerLink {
  std::string code;
  int from = -1, to = -1;  ///< positions of nodes
  Water water = Water::Unknown;
  std::optional<double> fromInvertM, toInvertM, fromDepthM, toDepthM;
  std::optional<double> diameterMm;  ///< of a box: of the circle with the same area
  int arrow = 0;                     ///< as FlowLink
  double lengthM = 0;
  bool isAbandoned = false;  ///< carries nothing; kept so that positions and records stay
  Line<XY> line;             ///< from -> to; empty: straight
};

/// Where water enters: risers, house outlets, gullies.
struct SewerSource {
  enum class Kind : std::uint8_t { Riser, HouseOutlet, Gully };
  std::string code;
  Kind kind = Kind::Riser;
  int node = -1;               ///< -1: spills on the ground or not recorded
  bool carriesSewage = false;  ///< both: a mixed riser or an outlet of a combined house drain; none: not known
  bool carriesRain = false;
  bool isSpilling = false;     ///< seen to spill on the ground (散排)
  double runoffM2 = 0;         ///< area that drains here times its runoff coefficient
  double persons = 0;          ///< whose sewage enters here
  XY point;
};

struct SewerSystem {
  std::vector<SewerNode> nodes;
  std::vector<SewerLink> links;
  std::vector<SewerSource> sources;
};

/// Invert of a link's end: as surveyed, else ground minus depth. nullopt: not known.
std::optional<double> fromInvertOf(const SewerSystem& system, const SewerLink& link);
std::optional<double> toInvertOf(const SewerSystem& system, const SewerLink& link);

/// Abandoned links have no direction and are never passed: they stand in the graph as a link of unknown direction from their
/// start to itself.
FlowGraph flowGraphOf(const SewerSystem& system, double minFallM);

/// "YS", "WS", "HS", "" and "雨水", "污水", "合流", "不明".
std::string_view codeOf(Water water);
std::string_view nameOf(Water water);     ///< storm, sewage, combined, unknown
std::string_view zhOf(Water water);
std::string_view zhOf(OutfallKind kind);  ///< 市政雨水, 河道, 市政污水, 合流, 去向不明, ""

/// The system that a node is part of: of the outfall there, else its own label, else what all pipes out of it agree on, else what
/// all its pipes agree on.
std::vector<Water> systemOfNodes(const SewerSystem& system, const FlowGraph& graph);

}  // namespace pianqu::geo
