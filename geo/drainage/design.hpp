#pragma once

#include <memory>
#include <vector>

#include "geo/drainage/check.hpp"
#include "geo/drainage/pipe_router.hpp"

namespace pianqu::geo {

/// Thresholds of the separation design; values come from the catalogue.
struct DesignLimits {
  double manholeSpacingM = 0;   ///< at most this far between two manholes of a new pipe
  double parallelOffsetM = 0;   ///< axis of a new pipe from the axis of the pipe it accompanies
  double directLeadM = 0;       ///< a longer lead from a rain riser begins with a manhole off the wall
  double connectDistanceM = 0;  ///< how far a manhole of the right system may be away
  double minSlope = 0;          ///< of a new pipe; metres a metre
  double stormMm = 0, sewageMm = 0;  ///< least diameters of new pipes
  double leadMm = 0;                 ///< least diameter from a riser, gully or house to its first manhole
};

/// Where to design: the zone (district) of each link and source by position; -1: outside, is left as it is.
struct DesignScope {
  std::vector<int> links, sources;
  std::shared_ptr<const PipeRouter> ground;  ///< what stands in the way of new pipes; null: nothing
};

enum class DesignAction : std::uint8_t { Keep, Convert, Rebuild, Abandon, New };

/// One thing to do, or to leave. What `kind` says tells which of the other members hold something.
struct DesignItem {
  enum class Kind : std::uint8_t {
    Link,         ///< an existing pipe: `link`
    Source,       ///< an existing riser or outlet: `source`; Convert splits it into a rain and a sewage pipe
    NewPipe,      ///< `line`, `lengthM`, `diameterMm`
    NewManhole,   ///< `line` of one point
    Reconnection  ///< a misconnection to take apart: `link` or `source`, `line` of one point
  };
  Kind kind = Kind::Link;
  DesignAction action = DesignAction::Keep;
  Water water = Water::Unknown;  ///< after the work
  int zone = -1;
  int link = -1, source = -1;    ///< what it is done to, or what it is done because of
  Line<XY> line;
  double lengthM = 0;
  double diameterMm = 0;
  double flowLs = 0;             ///< NewPipe: design flow that its diameter was chosen for; 0: nothing drains through it by what is known
  double slope = 0;              ///< NewPipe: that the diameter was chosen for, m/m
  int newLink = -1;              ///< NewPipe: its position in the links of `after`; -1: a lead from a riser into its manhole
  bool isLead = false;           ///< NewPipe: of one riser, gully or house
  bool needsLift = false;        ///< 需提升: the level check found no way to drain by gravity
  std::string note;              ///< Chinese: it is printed in tables and sheets
};

struct SeparationDesign {
  std::vector<DesignItem> items;  ///< every link and source in scope once (but Source only for risers), and all that is new
  SewerSystem after;              ///< the system as it would be: positions of what exists stay, new nodes, links and sources follow
  DesignScope scope;              ///< the zones of the links and sources of `after`
};

/// Separates rain and sewage in the zones.
///
/// Combined pipes become sewage pipes; beside each a new storm pipe is laid, to whose manholes gullies, storm pipes and rain risers are
/// moved; it ends in the storm node that the combined pipe ran into, or in the nearest storm manhole. Pipes that cross systems are
/// sealed and their upstream manhole is connected to the nearest manhole of its own system. Mixed risers are split. Reverse slopes and
/// narrowings are rebuilt, dead ends connected. All else is kept.
///
/// New pipes go around the houses and waters of `scope.ground` and keep its clearance where there is room; a stretch nearer to a wall is
/// named in the note. Manholes stand at both ends, at bends, and at most limits.manholeSpacingM apart.
///
/// in        `check` of the same system; scope lists as long as the system's
/// keeps     each link in scope has exactly one item of kind Link; `after` has valid references
/// level check  a connection drains when its target lies lower than its start by minSlope times the distance; a nearer target that does
///           not is taken only when none drains, and is marked needsLift; a target without level is marked 标高待勘测.
///           New parallel pipes take over the inverts of their neighbour. Diameters are the least ones: see sizing.hpp
/// errors    Cancelled
Result<SeparationDesign> designSeparation(const SewerSystem& system, const SewerCheck& check, const DesignScope& scope, const DesignLimits& limits, const Progress& progress = noProgress());

/// `line` moved sideways to the right of its direction; vertices keep their number.
Line<XY> offsetRight(const Line<XY>& line, double offsetM);

}  // namespace pianqu::geo
