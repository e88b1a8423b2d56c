#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/index/box_index.hpp"
#include "geo/lift/siting.hpp"

namespace pianqu::geo {

struct LiftSurroundings::Index {
  Content content;
  BoxIndex buildings, lanes, trees, pipes, temporary;
};

/// A straight piece in the frame of a stair wall: x along the wall from its middle, y away from the building, metres.
struct WallSegment { XY a, b; };

/// What is near one stair wall, in the frame of the wall, so that a candidate is an axis-parallel box.
struct SitingScene {
  struct Lane { std::vector<WallSegment> pieces; std::optional<double> clearWidthM; std::string name; };
  struct Pipe { std::vector<WallSegment> pieces; double clearanceM; bool isHard; std::string name; double unknownUpToM; };
  XY origin, along, out;              ///< to get back: origin + along x + out y
  std::vector<WallSegment> ownWalls;
  std::vector<WallSegment> wallsInFront;   ///< of other buildings, the parts that lie before the wall's line
  std::vector<WallSegment> redLine;
  std::vector<Polygon<XY>> redLineParts;
  std::vector<Polygon<XY>> ownParts;
  std::vector<Lane> lanes;
  std::vector<SitingTree> trees;      ///< points in the frame
  std::vector<Pipe> pipes;
  std::vector<WallSegment> temporary;
  std::vector<Polygon<XY>> temporaryParts;
  bool hasSurvey = false;             ///< a pipe is recorded within the survey reach

  XY toWorld(XY p) const { return origin + along * p.x + out * p.y; }
};

/// nullopt when the wall is not known or has no length.
std::optional<SitingScene> sceneOf(const StairUnit& unit, const LiftSurroundings::Index& index, const SitingRules& rules);

double distanceOf(const Box& box, const WallSegment& segment);   ///< 0 when they meet
double distanceOf(const Box& box, XY point);
/// The part of the segment inside the box.
std::optional<WallSegment> insideOf(const Box& box, const WallSegment& segment);

}  // namespace pianqu::geo
