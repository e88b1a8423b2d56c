#pragma once

#include <cstddef>

#include "geo/crs/crs.hpp"
#include "layers/feature/city.hpp"

namespace pianqu::test {

struct BigCityOptions {
  std::size_t buildings = 100000;
  std::size_t pipes = 200000;    ///< with two manholes for three pipes, as many as the streets' grid gives
  std::size_t estates = 0;       ///< 0: one for each 100 buildings
};

geo::Crs bigCityCrs();

/// A regular city for benches and for tests of size: blocks of 5 x 4 buildings of four to eight corners, a street with pipes around each, an
/// estate for five blocks. 100 000 buildings cover about 10 x 10 km. The same options give the same city.
layers::City bigCity(const BigCityOptions& options);

}  // namespace pianqu::test
