#pragma once

#include "geo/crs/crs.hpp"
#include "layers/feature/city.hpp"

namespace pianqu::test {

/// The system of the small city: central meridian 115.5 E.
geo::Crs smallCityCrs();

/// Two estates of 100 m side by side, four buildings of 40 x 12 m in each, and one single building north of them.
/// South-west corner at 500 000, 3 400 000; the estates are 酱品厂小区 and 梅园小区, the single building is 独1.
layers::City smallCity();

}  // namespace pianqu::test
