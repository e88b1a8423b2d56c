#include "geo/drainage/profile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/measure/measure.hpp"
#include "geo/network/path.hpp"
#include "geo/shape/segment.hpp"

namespace pianqu::geo {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

ProfileStation stationOf(const SewerSystem& system, int node, double chainageM) {
  const SewerNode& there = system.nodes[at(node)];
  return {.node = node, .code = there.code, .point = there.point, .chainageM = chainageM, .groundM = there.groundM, .bottomM = there.invertM};
}

/// A pipe never lies below the bottom of its manhole: the lowest level that is known counts.
void settleBottom(ProfileStation& station) {
  for (const auto& level : {station.arrivingInvertM, station.leavingInvertM})
    if (level) station.bottomM = station.bottomM ? std::min(*station.bottomM, *level) : *level;
}

std::optional<double> between(const std::optional<double>& from, const std::optional<double>& to, double share) {
  return from && to ? std::optional(*from + (*to - *from) * share) : std::nullopt;
}

}  // namespace

std::optional<double> ProfileReach::slopePermille() const {
  if (!fromInvertM || !toInvertM || !(lengthM() > 0)) return std::nullopt;
  return (*fromInvertM - *toInvertM) / lengthM() * 1000;
}

Result<Profile> profileAlong(const SewerSystem& system, int start, const std::vector<int>& links) {
  Profile profile;
  profile.stations.push_back(stationOf(system, start, 0));
  int node = start;
  double chainage = 0;
  for (const int index : links) {
    const SewerLink& link = system.links[at(index)];
    if (link.from != node && link.to != node) {
      return fail(ErrorCode::Invalid, "pipe " + link.code + " does not begin where the one before it ends", "give pipes that follow each other", {.layer = "pipe", .feature = link.code});
    }
    ProfileReach reach{.link = index, .code = link.code, .water = link.water, .isReversed = link.from != node, .fromM = chainage, .toM = chainage + link.lengthM,
                       .fromInvertM = fromInvertOf(system, link), .toInvertM = toInvertOf(system, link), .diameterMm = link.diameterMm, .line = link.line};
    if (reach.line.size() < 2) reach.line = {system.nodes[at(link.from)].point, system.nodes[at(link.to)].point};
    if (reach.isReversed) {
      std::swap(reach.fromInvertM, reach.toInvertM);
      std::reverse(reach.line.begin(), reach.line.end());
    }
    node = link.from == node ? link.to : link.from;
    chainage = reach.toM;
    profile.stations.back().leavingInvertM = reach.fromInvertM;
    profile.stations.push_back(stationOf(system, node, chainage));
    profile.stations.back().arrivingInvertM = reach.toInvertM;
    profile.reaches.push_back(std::move(reach));
  }
  for (ProfileStation& station : profile.stations) settleBottom(station);
  return profile;
}

Result<Profile> profileBetween(const SewerSystem& system, const FlowGraph& graph, int from, int to) {
  if (const auto down = shortestPath(graph, from, to, PathWay::Downstream)) return profileAlong(system, from, *down);
  if (auto up = shortestPath(graph, to, from, PathWay::Downstream)) {
    std::reverse(up->begin(), up->end());
    return profileAlong(system, from, *up);
  }
  if (const auto any = shortestPath(graph, from, to, PathWay::Any)) return profileAlong(system, from, *any);
  const auto& nodes = system.nodes;
  return fail(ErrorCode::NotFound, "no pipes lead from " + nodes[at(from)].code + " to " + nodes[at(to)].code, "choose two manholes of one network; abandoned pipes do not count", {.layer = "pipe_node", .feature = nodes[at(from)].code});
}

ProfilePlace placeAt(const Profile& profile, double chainageM) {
  ProfilePlace place;
  if (profile.stations.empty()) return place;
  place.chainageM = std::clamp(chainageM, 0.0, profile.lengthM());
  place.point = profile.stations.front().point;
  place.groundM = profile.stations.front().groundM;
  if (profile.reaches.empty()) return place;
  const auto after = std::find_if(profile.reaches.begin(), profile.reaches.end(), [&](const ProfileReach& reach) { return place.chainageM <= reach.toM; });
  place.reach = after == profile.reaches.end() ? profile.reaches.size() - 1 : static_cast<std::size_t>(after - profile.reaches.begin());
  const ProfileReach& reach = profile.reaches[place.reach];
  const double share = reach.lengthM() > 0 ? (place.chainageM - reach.fromM) / reach.lengthM() : 0;
  // The surveyed length may differ from that of the drawn line: shares of the one are shares of the other.
  place.point = pointAlong(reach.line, lengthOf(reach.line).value * share);
  place.groundM = between(profile.stations[place.reach].groundM, profile.stations[place.reach + 1].groundM, share);
  place.invertM = between(reach.fromInvertM, reach.toInvertM, share);
  if (place.invertM && reach.diameterMm) place.topM = *place.invertM + *reach.diameterMm / 1000;
  return place;
}

NearestOnProfile nearestOn(const Profile& profile, XY point) {
  NearestOnProfile nearest{0, std::numeric_limits<double>::infinity()};
  for (const ProfileReach& reach : profile.reaches) {
    const double whole = lengthOf(reach.line).value;
    double walked = 0;
    for (std::size_t i = 0; i + 1 < reach.line.size(); ++i) {
      const XY from = reach.line[i], to = reach.line[i + 1];
      const double length = distance(from, to), share = nearestShare(from, to, point);
      const double metres = distance(point, from + (to - from) * share);
      if (metres < nearest.distanceM) nearest = {reach.fromM + (whole > 0 ? (walked + length * share) / whole : 0) * reach.lengthM(), metres};
      walked += length;
    }
  }
  return nearest;
}

}  // namespace pianqu::geo
