#pragma once

#include <set>
#include <string>
#include <vector>

#include "geo/shape/shape.hpp"
#include "layers/feature/city.hpp"

namespace pianqu::layers {

/// Bounds of a district in words (四至): "东至解放路，南至云梅河，西至江海小区，北至人民路".
///
/// Each stretch of the outline belongs to the side that it faces and takes the name of the nearest road or water within `nearM`
/// metres, else of an estate outside; the name with the greatest length wins. "空地" where nothing is near.
std::string boundsText(const City& city, const geo::MultiPolygon<geo::XY>& shape, double nearM);

/// "梅园片区" after the first of `estateNames` (largest first) that is not taken, else after the name that bounds it most, numbered
/// when that is taken too. The name is added to `taken`.
std::string districtName(const std::vector<std::string>& estateNames, const std::string& fallback, std::set<std::string>& taken);

}  // namespace pianqu::layers
