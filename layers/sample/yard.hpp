#pragma once

#include <optional>
#include <vector>

#include "layers/sample/town_plan.hpp"

/// What stands in a parcel: rows of buildings along a spine from the gate, in a local frame whose u runs along the rows and v north.
namespace pianqu::layers {

/// Local frame of a parcel. u is mirrored where the spine is on the east side, so that the spine is always at small u.
struct Frame {
  geo::XY origin;
  double cosine = 1, sine = 0, mirror = 1;
  geo::XY toWorld(geo::XY local) const;
  geo::XY toLocal(geo::XY world) const;
};

enum class PlotKind { Slab, Tower, House, Apartment, Shop, School, Office, Hall, Shed };

struct Stair {              ///< of one stair unit, local frame
  double u = 0, v = 0;      ///< door, on the north wall
  double halfWidth = 1.3;
};

/// One building: its outline and its stair units from west to east.
struct Plot {
  PlotKind kind = PlotKind::House;
  geo::Ring<geo::XY> ring;  ///< local city system, closed
  std::vector<Stair> stairs;
  double u0 = 0, u1 = 0, v0 = 0, v1 = 0;  ///< local box
  std::uint64_t key = 0;
};

struct YardRow {
  double v0 = 0, v1 = 0;            ///< band of the buildings
  double serviceV = 0;              ///< where the yard lane with the pipes runs, north of them
  double left = 0, right = 0;       ///< ground between these at the lane
  std::vector<Plot> plots;
};

struct Gate {
  geo::XY place;                    ///< local city system, on the wall
  geo::XY inside;                   ///< local frame, first point of the spine
  geo::XY tapFlat;                  ///< on the road's centre line, flat
  int cut = -1;
};

struct Yard {
  Frame frame;
  std::vector<YardRow> rows;        ///< from south to north
  std::optional<Gate> gate;
};

/// Fills a parcel according to its use.
/// keeps   buildings stay 2 m from the parcel's edge and 1 m from one another
Yard fillParcel(const TownPlan& town, const Parcel& parcel);

}  // namespace pianqu::layers
