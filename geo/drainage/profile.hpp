#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/drainage/sewer_system.hpp"

namespace pianqu::geo {

/// A manhole on the way. Levels in metres; nullopt: not known, never guessed.
struct ProfileStation {
  int node = -1;
  std::string code;
  XY point;
  double chainageM = 0;
  std::optional<double> groundM;
  std::optional<double> arrivingInvertM;   ///< of the pipe that comes here along the way
  std::optional<double> leavingInvertM;    ///< of the pipe that goes on
  std::optional<double> bottomM;           ///< the lower of the two, else the surveyed bottom of the manhole

  std::optional<double> depthM() const { return groundM && bottomM ? std::optional(*groundM - *bottomM) : std::nullopt; }
};

/// A pipe on the way, from the station before it to the one after it.
struct ProfileReach {
  int link = -1;
  std::string code;
  Water water = Water::Unknown;
  bool isReversed = false;                 ///< walked against the order of its surveyed ends
  double fromM = 0, toM = 0;               ///< chainage
  std::optional<double> fromInvertM, toInvertM, diameterMm;
  Line<XY> line;                           ///< as walked, at least 2 points

  double lengthM() const { return toM - fromM; }
  /// Fall along the way in per mille, positive where it goes down; nullopt when an invert is missing or the length is 0.
  std::optional<double> slopePermille() const;
};

struct Profile {
  std::vector<ProfileStation> stations;    ///< one more than reaches
  std::vector<ProfileReach> reaches;
  double lengthM() const { return stations.empty() ? 0 : stations.back().chainageM; }
};

/// The levels along a walk.
///
/// in        `links` one behind the other from `start`, as shortestPath and pathTo give them
/// errors    Invalid when a link does not go on from where the one before it ended
Result<Profile> profileAlong(const SewerSystem& system, int start, const std::vector<int>& links);

/// The way of the water from one manhole to the other; against the water, then any way when there is none.
/// errors    NotFound when nothing connects them
Result<Profile> profileBetween(const SewerSystem& system, const FlowGraph& graph, int from, int to);

/// What is at a chainage, levels between stations by straight lines. Clamped to the ends.
struct ProfilePlace {
  XY point;
  double chainageM = 0;
  std::optional<double> groundM, invertM, topM;
  std::size_t reach = 0;
};
ProfilePlace placeAt(const Profile& profile, double chainageM);

/// The place of the profile that is nearest to `point` in plan, and how far it is, metres.
struct NearestOnProfile {
  double chainageM = 0;
  double distanceM = 0;
};
NearestOnProfile nearestOn(const Profile& profile, XY point);

}  // namespace pianqu::geo
