#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "layers/sample/sample_city.hpp"
#include "layers/sample/town_plan.hpp"
#include "layers/sample/yard.hpp"

/// What the steps that make a sample city hand on to one another. Internal to layers/sample.
namespace pianqu::layers {

/// A parcel with what was built on it.
struct Site {
  std::size_t parcel = 0;
  Yard yard;
  int estate = -1;                                   ///< in City::estates; -1: none
  std::vector<std::vector<std::size_t>> buildings;   ///< by row and plot, in City::buildings; SIZE_MAX: left out
  bool isCombined = false;                           ///< its street drains by one combined sewer
};

/// Identifiers in the order of their making, so that vectors are sorted by uid.
class UidMaker {
 public:
  UidMaker(int table, std::uint64_t seed) : m_table(table), m_random(geo::seedFor(seed, 1000 + table)) {}
  Uid next();

 private:
  int m_table;
  std::uint64_t m_count = 0;
  geo::Random m_random;
};

struct Workshop {
  TownPlan town;
  std::uint64_t seed = 0;
  SampleCity sample;
  std::vector<Site> sites;
  std::vector<std::string> communityNames, communityCodes, streetNames;
  std::vector<Uid> streetUids;

  City& city() { return sample.city; }
  geo::Random random(int part) const { return geo::Random(geo::seedFor(seed, 50 + part)); }
};

void buildPlaces(Workshop& shop);      ///< admin areas, roads, river, belts, parks
void buildHouses(Workshop& shop);      ///< estates, buildings, stair units, households
void buildFurniture(Workshop& shop);   ///< walls, gates, trees, greens, stalls, illegal structures, facilities, terrain
void buildPipes(Workshop& shop);       ///< all eight classes, outfalls, risers, and the planted faults
void buildConsents(Workshop& shop);
void countAll(Workshop& shop);         ///< fills SampleTruth::counts

/// Height of the ground, metres; falls towards the river and along it.
double groundZ(const Workshop& shop, geo::XY world);
std::string numbered(std::string_view prefix, std::size_t number, int digits);
/// Inverse of the warp by fixed-point steps, to a millimetre.
geo::XY flatOf(const TownPlan& town, geo::XY world);

}  // namespace pianqu::layers
