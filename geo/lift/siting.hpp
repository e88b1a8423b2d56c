#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Outer size of a shaft with its frame: along the wall and away from it, metres.
struct ShaftSize {
  std::string name;
  double widthM = 0, depthM = 0;
};

/// Thresholds of the siting, metres; each comes from a row of the catalogue, none has a default.
struct SitingRules {
  std::vector<ShaftSize> sizes;
  double laneRemainderM = 0;        ///< clear width a fire lane keeps
  double oppositeWallM = 0;
  double treeM = 0, ancientTreeM = 0;
  double offsetMaxM = 0, offsetStepM = 0;      ///< off the middle of the stair wall
  double corridorMaxM = 0, corridorStepM = 0;  ///< between wall and shaft
  double unknownLaneHalfM = 0;      ///< half width within which a lane of unknown clear width makes the place unknown
  double detourM = 0;               ///< added at both ends of a pipe that is moved
  double surveyReachM = 0;          ///< no pipe surveyed within: the ground is unknown
};

struct SitingLane { Line<XY> line; std::optional<double> clearWidthM; std::string name; };
struct SitingTree { XY point; bool isProtected = false; };
struct SitingPipe {
  Line<XY> line;
  double clearanceM = 0;            ///< from the foundation, by class and size
  bool isHard = false;              ///< gas: may not come nearer and is not moved
  std::string name;                 ///< "污水 DN300"
  double unknownUpToM = 0;          ///< nearer than this the clearance depends on what is not recorded (the pressure of gas)
};
struct SitingBuilding { MultiPolygon<XY> shape; };

/// Everything near that a shaft may meet, indexed once for a city.
/// cost      O(n log n) to build; a query touches only what is near
class LiftSurroundings {
 public:
  struct Content {
    std::vector<SitingBuilding> buildings;
    std::vector<SitingLane> lanes;
    std::vector<SitingTree> trees;
    std::vector<SitingPipe> pipes;
    std::vector<MultiPolygon<XY>> temporary;   ///< illegal structures: a shaft there needs them gone first
  };
  LiftSurroundings(Content content, const SitingRules& rules);
  ~LiftSurroundings();
  LiftSurroundings(LiftSurroundings&&) noexcept;

  struct Index;
  const Index& index() const { return *m_index; }

 private:
  std::unique_ptr<Index> m_index;
};

/// One stair unit.
struct StairUnit {
  Line<XY> facade;                   ///< the stairwell's stretch of outer wall, 2 points; empty: not known
  std::size_t building = 0;          ///< position of its own building in the surroundings
  const MultiPolygon<XY>* redLine = nullptr;   ///< nullptr: none recorded
};

enum class SitingVerdict { Feasible, Conditional, Infeasible, Unknown };

/// A place for the shaft, or the reasons why there is none.
struct Siting {
  SitingVerdict verdict = SitingVerdict::Unknown;
  Polygon<XY> shaft;                 ///< empty when there is no place
  std::string size;                  ///< name of the shaft's size
  double corridorM = 0, offsetM = 0;
  double relocatedPipeM = 0;         ///< pipes to be moved, with detours
  MultiLine<XY> relocatedPipes;      ///< their stretches within the clearance
  std::vector<std::string> reasons;  ///< Chinese; of a place: its conditions; without: how many candidates fail for what
  int candidates = 0;
};

/// Tries every size, corridor depth and offset (about 200) against, in this order: red line, other buildings, wall opposite, lanes, ancient trees,
/// gas; then conditions: trees and pipes to be moved, illegal structures; then what is not known. The first candidate with the fewest conditions
/// is taken; ties: fewer trees and less pipe to move, larger car, shorter corridor, nearer to the middle.
///
/// cost      under 1 ms a unit in a built-up area (tests/bench)
Siting siteShaft(const StairUnit& unit, const LiftSurroundings& surroundings, const SitingRules& rules);

}  // namespace pianqu::geo
