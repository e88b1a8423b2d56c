#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/random.hpp"
#include "geo/shape/shape.hpp"
#include "layers/sample/size_plan.hpp"

/// The town before houses: roads, river, railway, sub-districts, communities and parcels. It is cut out of a rectangle by straight
/// lines ("flat" coordinates, metres from the south-west corner) and then bent as a whole by `Warp`, so that roads and river meander,
/// neighbours still share every vertex, and nothing can overlap.
namespace pianqu::layers {

/// The smooth, invertible map from flat coordinates to the local city system. Shear stays below 0.65.
class Warp {
 public:
  Warp() = default;
  Warp(const SizePlan& size, std::uint64_t seed);
  geo::XY operator()(geo::XY flat) const;
  double riverFlatY() const { return m_riverY; }

 private:
  double m_width = 0, m_height = 0, m_riverY = 0, m_meander = 0, m_k = 0, m_reach = 1, m_swell = 0, m_swellK = 0;
  std::array<double, 6> m_phase{};
};

enum class CutKind { Edge, River, Railway, Riverside, Arterial, Secondary, Branch, Lane };

/// Where another line meets a cut, or a gate taps a road.
struct Junction {
  double t = 0;        ///< metres along the cut from its start
  geo::XY flat;
  int other = -1;      ///< the cut that meets here; -1: a gate
  int node = -1;       ///< number in the road graph, filled there
};

/// One straight line of the flat plan: a road, the river, the railway, or the town's edge.
struct Cut {
  CutKind kind = CutKind::Lane;
  geo::XY from, to;                 ///< flat; the whole line that faces share
  double widthM = 0;                ///< of the carriageway, or of the water
  double clearM = 0;                ///< half width that parcels keep free on each side
  std::string name;
  double roadFrom = 0, roadTo = 0;  ///< the part that is really built as a road, metres along
  std::vector<Junction> corners;    ///< where faces have a vertex
  std::vector<Junction> junctions;  ///< where roads connect; by t once the plan is finished
  std::vector<Junction> fine;       ///< all of these and a point at least each 15 m, by t; filled when the plan is finished
};
bool isRoad(CutKind kind);
geo::XY at(const Cut& cut, double t);
double positionOn(const Cut& cut, geo::XY flat);
/// Points of `fine` strictly between two positions, in the direction from t0 to t1: the same points whoever asks.
std::vector<geo::XY> stretch(const Cut& cut, double t0, double t1);

/// Convex flat polygon; edge i runs from corner i to the next and lies on cuts[edge[i]] (-1: a lot line without a road).
struct Face {
  std::vector<geo::XY> corners;
  std::vector<int> edge;
  int street = -1, community = -1;
};
double areaOf(const Face& face);
geo::XY centreOf(const Face& face);

enum class ParcelUse { OldEstate, NewEstate, Lanes, School, Hospital, Market, Office, Factory, Park, Plant };

/// A piece of ground with one use; for estates what its wall encloses.
struct Parcel {
  ParcelUse use = ParcelUse::Lanes;
  int street = -1, community = -1;
  geo::Ring<geo::XY> ring;                   ///< local city system, closed, bent
  struct Side { geo::XY a, b; int cut = -1; };
  std::vector<Side> sides;                   ///< straight in flat coordinates, inset; cut -1: neighbour's wall
  double areaM2 = 0;
  std::uint64_t key = 0;                     ///< seeds everything inside
};

struct TownPlan {
  SizePlan size{};
  Warp warp;
  std::vector<Cut> cuts;
  std::vector<Face> streets, communities;    ///< parts of the exact coverage
  std::vector<int> streetOfCommunity;
  std::vector<Parcel> parcels;
  int river = -1, southBank = -1, northBank = -1;  ///< cuts
  std::vector<geo::Ring<geo::XY>> riverBelts;  ///< green strips between river and riverside roads, bent
  geo::Ring<geo::XY> riverRing;              ///< bent
};

/// Cuts, faces and parcels. keeps exactly `size.estates` parcels with an estate use where there are that many of fitting area
TownPlan planTown(SampleSize size, std::uint64_t seed);
/// Fills Cut::fine; to be called again after gates have been added as junctions.
void refine(Cut& cut);
/// Bent outline of a face of the coverage: every vertex that a neighbour has is there.
geo::Ring<geo::XY> outlineOf(const TownPlan& town, const Face& face);

}  // namespace pianqu::layers
