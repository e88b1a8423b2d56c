#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "geo/drainage/design.hpp"
#include "geo/index/box_index.hpp"

namespace pianqu::geo {

/// The state of designSeparation while it works. Steps in order: separateCombined, repairCrossLinks, repairSources, repairSlopes, connectWaiting, keepRest.
class Designer {
 public:
  Designer(const SewerSystem& system, const SewerCheck& check, const DesignScope& scope, const DesignLimits& limits, const Progress& progress);

  void separateCombined();   // design_parallel.cpp
  void repairCrossLinks();   // design_repairs.cpp
  void repairSources();      // design_repairs.cpp
  void repairSlopes();       // design_repairs.cpp
  void connectWaiting();     // design_pipes.cpp
  void keepRest();
  SeparationDesign take() { return std::move(m_design); }

 private:
  struct Target {
    int node = -1;
    double distanceM = 0;   ///< straight
    std::optional<double> levelM;
    bool needsLift = false, isLevelKnown = true;
  };
  /// A manhole of a new pipe: later pipes of the same water and zone may end there, so that they gather in one trunk.
  struct LaidNode {
    int node = -1;   ///< in `after`
    std::optional<double> levelM;
  };
  /// From manhole to manhole.
  struct Stretch {
    Line<XY> line;
    int fromNode = -1, toNode = -1;   ///< in `after`; fromNode -1: a riser
    std::optional<double> fromLevelM, toLevelM;
  };
  struct StretchFacts {
    bool isLead = false, needsLift = false;
    std::string note;
  };
  /// Manholes to connect to: of one system, those that reach its own outfall.
  struct Targets {
    std::vector<int> nodes;
    BoxIndex index;
  };
  /// Where a new pipe begins and why it is laid.
  struct Start {
    XY point;
    int node = -1;  ///< in `after`; -1: a riser, which has no manhole
    std::optional<double> levelM;
    int zone = -1, link = -1, source = -1;
    std::string note;
    bool isLead = false;
    int arrow = 1;   ///< 0: which way it will run is not known
  };

  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  const SewerLink& link(int index) const { return m_system.links[at(index)]; }
  const SewerNode& node(int index) const { return m_system.nodes[at(index)]; }
  Water systemAt(int index) const { return m_check.systems[at(index)]; }
  Line<XY> lineOf(int link, bool isDownhill) const;
  std::optional<double> levelOf(int node) const;

  Targets targetsOf(Water water) const;
  /// Manholes within reach, the best to connect to by straight distance first.
  std::vector<Target> targetsNear(Water water, const Start& start) const;
  void addTargetsNear(const std::vector<LaidNode>& laid, const Start& start, std::vector<Target>& found) const;
  Line<XY> wayTo(XY from, XY to) const;
  /// Lays a pipe from `start` to the nearest manhole of `water`; returns as layPipe, or -1 with an item that says there is no manhole.
  int connect(const Start& start, Water water);
  /// With the manholes between the ends. returns the node of `after` in which the water of a riser arrives; of all else the target
  int layPipe(const Start& start, Water water, const Line<XY>& line, const Target& target);
  void layStretch(const Stretch& stretch, const Start& start, Water water, const StretchFacts& facts);
  int addManhole(XY point, const Start& start, Water water, std::optional<double> levelM);
  std::string nextCode(std::string_view prefix, Water water);
  void setLink(int index, DesignAction action, Water water, std::string note);
  void seal(int index, std::string note);
  int addNode(SewerNode node);
  double leastDiameter(Water water, bool isLead) const { return isLead ? m_limits.leadMm : water == Water::Storm ? m_limits.stormMm : m_limits.sewageMm; }
  Start startAt(int node, int link) const;
  Start startAtSource(int source) const;

  bool isConverted(int link) const;
  int twinOf(int node, int zone);
  void layTwin(int link);
  void endTwins();
  void moveRainTo(int twin, int node);
  void moveSourcesRain();
  std::optional<double> levelBelow(int twin, const Start& start) const;
  void indexTwins();
  /// New storm manholes near `point` in `zone` that the rain of a riser may be led to, the nearest first; `own` is always among them.
  std::vector<int> rainTargets(XY point, int zone, int own) const;
  struct RainWay { int node = -1; Line<XY> line; double lengthM = 0; };
  RainWay rainWay(XY from, int zone, int own) const;
  void moveSourceRain(int source, int twin);
  void splitSource(int source, int rainNode, int sewageNode);
  void repairCrossLink(const Finding& finding);
  void repairSource(int source);
  bool hasOwnWayOut(int node, int exceptLink, Water water) const;

  const SewerSystem& m_system;
  const SewerCheck& m_check;
  const DesignScope& m_scope;
  const DesignLimits& m_limits;
  const Progress& m_progress;   ///< when stopped, no more ways are looked for: what is designed then is thrown away
  SeparationDesign m_design;
  std::vector<std::uint8_t> m_isDone;        ///< by link: has its item
  std::vector<std::uint8_t> m_isSourceDone;  ///< by source
  std::map<int, int> m_twins;                ///< combined node -> its storm node in `after`
  std::map<int, int> m_twinZone;             ///< combined node -> zone
  std::map<int, std::vector<int>> m_rainSourcesAt;  ///< combined node with a twin -> its sources of rain
  Targets m_storm, m_sewage;
  Targets m_newStorm;                        ///< the new storm manholes, nodes of `after`
  std::vector<int> m_newStormZone;           ///< by position in m_newStorm
  std::map<int, std::vector<int>> m_rainWells;   ///< by zone: manholes laid on the way from a riser to a new storm manhole
  std::map<std::pair<Water, int>, std::vector<LaidNode>> m_laid;   ///< by water and zone
  std::vector<std::pair<Start, Water>> m_waiting;   ///< nothing to connect to was near enough yet
  bool m_isLastCall = false;
  int m_serial = 0;
};

}  // namespace pianqu::geo
