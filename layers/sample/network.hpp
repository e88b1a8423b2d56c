#pragma once

#include <string>
#include <vector>

#include "layers/sample/workshop.hpp"

/// A pipe network before survey: points, each with the way to the next one downstream (or towards the works).
namespace pianqu::layers {

enum class NetKind { Well, Gully, Septic, Outlet, Junction, Mouth, Valve, Hydrant, Box };

struct NetNode {
  geo::XY place;
  int parentNet = -1, parent = -1;       ///< -1: the end of the network
  geo::Line<geo::XY> between;            ///< points of the way to the parent, without the ends
  double lengthM = 0;
  NetKind kind = NetKind::Well;
  double invert = 0;                     ///< metres; for pressure and cable classes the height of the pipe
  double load = 0;                       ///< own at first, then with all upstream
  double diameterMm = 0;                 ///< 0: by load
  int year = 2000;
  bool isYard = false;
  std::size_t firstPipe = 0, lastPipe = 0, cityNode = 0;  ///< filled by the survey: range of pipes towards the parent
};

/// A further connection of two points, so that mains form rings.
struct NetLoop { int a, b; geo::Line<geo::XY> between; double diameterMm; int year; };

struct Network {
  std::string pipeClass, subclass;
  bool isGravity = false;
  double depthM = 1;                     ///< of cover wanted at the start of a pipe, or of the pipe
  double offset = 0;                     ///< across the street, in half widths
  std::vector<NetNode> nodes;
  std::vector<NetLoop> loops;
};

/// Where the networks are in the list.
enum NetIndex { kNetHS, kNetWS, kNetYS, kNetJS, kNetRQ, kNetDL, kNetTX, kNetRL, kNetGY, kNetQT, kNetCount };
std::vector<Network> emptyNetworks();

/// Appends a point that drains to, or is fed from, `parent`, which must be in place already, and sets its height: with the ground where
/// it can, at least `minSlope` above the parent for gravity.
/// returns  its position
int addNode(std::vector<Network>& nets, int net, NetNode node, double minSlope, double groundZ);

/// Adds up loads downstream and chooses diameters that never decrease.
void sizePipes(std::vector<Network>& nets);

/// Turns the networks into survey points and pipes of the city, with points about `spacingM` apart.
void survey(Workshop& shop, std::vector<Network>& nets, double spacingM);
/// Number of pipes that `survey` would make.
std::int64_t pipeCount(const std::vector<Network>& nets, double spacingM);

}  // namespace pianqu::layers
