#pragma once

#include <map>

#include "geo/drainage/design.hpp"
#include "geo/index/box_index.hpp"

namespace pianqu::geo {

/// The state of designSeparation while it works. Steps in order: separateCombined, repairCrossLinks, repairSources, repairSlopes, keepRest.
class Designer {
 public:
  Designer(const SewerSystem& system, const SewerCheck& check, const DesignScope& scope, const DesignLimits& limits);

  void separateCombined();   // design_parallel.cpp
  void repairCrossLinks();   // design_repairs.cpp
  void repairSources();      // design_repairs.cpp
  void repairSlopes();       // design_repairs.cpp
  void keepRest();
  SeparationDesign take() { return std::move(m_design); }

 private:
  struct Target {
    int node = -1;
    double distanceM = 0;
    bool needsLift = false, isLevelKnown = true;
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
  };

  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  const SewerLink& link(int index) const { return m_system.links[at(index)]; }
  const SewerNode& node(int index) const { return m_system.nodes[at(index)]; }
  Water systemAt(int index) const { return m_check.systems[at(index)]; }
  Line<XY> lineOf(int link, bool isDownhill) const;
  std::optional<double> levelOf(int node) const;

  Targets targetsOf(Water water) const;
  std::optional<Target> nearestTarget(Water water, const Start& start) const;
  /// Lays a pipe from `start` to the nearest manhole of `water`; returns that manhole, or -1 with an item that says there is none.
  int connect(const Start& start, Water water);
  void layPipe(const Start& start, int toNode, Water water, const Line<XY>& line, double diameterMm, const Target& target);
  void addManholes(const Line<XY>& line, const Start& start, Water water);
  void setLink(int index, DesignAction action, Water water, std::string note);
  void seal(int index, std::string note);
  int addNode(SewerNode node);
  double leastDiameter(Water water) const { return water == Water::Storm ? m_limits.stormMm : m_limits.sewageMm; }
  Start startAt(int node, int link) const;
  Start startAtSource(int source) const;

  bool isConverted(int link) const;
  int twinOf(int node, int zone);
  void layTwin(int link);
  void endTwins();
  void moveRainTo(int twin, int node);
  void indexTwins();
  /// The new storm manhole nearest to `point` in `zone`; `own` when none is nearer.
  int nearestTwin(XY point, int zone, int own) const;
  void moveSourceRain(int source, int twin);
  void splitSource(int source, int rainNode, int sewageNode);
  void repairCrossLink(const Finding& finding);
  void repairSource(int source);
  bool hasOwnWayOut(int node, int exceptLink, Water water) const;

  const SewerSystem& m_system;
  const SewerCheck& m_check;
  const DesignScope& m_scope;
  const DesignLimits& m_limits;
  SeparationDesign m_design;
  std::vector<std::uint8_t> m_isDone;        ///< by link: has its item
  std::vector<std::uint8_t> m_isSourceDone;  ///< by source
  std::map<int, int> m_twins;                ///< combined node -> its storm node in `after`
  std::map<int, int> m_twinZone;             ///< combined node -> zone
  std::map<int, std::vector<int>> m_rainSourcesAt;  ///< combined node with a twin -> its sources of rain
  Targets m_storm, m_sewage;
  Targets m_newStorm;                        ///< the new storm manholes, nodes of `after`
  std::vector<int> m_newStormZone;           ///< by position in m_newStorm
  int m_serial = 0;
};

}  // namespace pianqu::geo
