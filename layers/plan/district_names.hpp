#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "geo/shape/shape.hpp"
#include "layers/feature/city.hpp"

namespace pianqu::layers {

/// What a district ends at on each side (四至): the name of a road, water or estate, "空地" where nothing is near.
struct Bounds {
  std::string east, south, west, north;
};

/// "东至解放路，南至云梅河，西至江海小区，北至人民路"
std::string toText(const Bounds& bounds);

/// Finds the bounds of shapes. Each stretch of the outline belongs to the side that it faces and takes the name of the nearest road or
/// water before it within `nearM` metres, else of an estate outside; the name with the greatest length wins. Refers to the city.
class BoundsFinder {
 public:
  BoundsFinder(const City& city, double nearM);
  ~BoundsFinder();
  Bounds boundsOf(const geo::MultiPolygon<geo::XY>& shape) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

std::string boundsText(const City& city, const geo::MultiPolygon<geo::XY>& shape, double nearM);

/// "梅园片区" after the first of `estateNames` (largest first) that is not taken, else after the name that bounds it most, numbered
/// when that is taken too. The name is added to `taken`.
std::string districtName(const std::vector<std::string>& estateNames, const std::string& fallback, std::set<std::string>& taken);

}  // namespace pianqu::layers
