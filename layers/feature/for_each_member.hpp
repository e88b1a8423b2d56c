#pragma once

#include "layers/feature/city.hpp"

namespace pianqu::layers {

/// Calls `use` with each member of the city, in the order of citySchema().
template <class AnyCity, class Use>
void forEachMember(AnyCity& city, Use use) {
  use(city.adminAreas); use(city.estates); use(city.buildings); use(city.entrances); use(city.consents); use(city.illegalStructures);
  use(city.roads); use(city.barriers); use(city.waters); use(city.greens); use(city.trees); use(city.stalls); use(city.facilities);
  use(city.terrain); use(city.pipeNodes); use(city.pipes); use(city.risers); use(city.outfalls);
}

}  // namespace pianqu::layers
