#include <cstdlib>
#include <iostream>

#include "tests/support/city_graph.hpp"

/// make_city_graph BUILDINGS FOLDER [SEED]: units.csv and edges.csv of a made-up city.
int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "make_city_graph BUILDINGS FOLDER [SEED]\n";
    return 2;
  }
  const std::uint64_t seed = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1;
  pianqu::test::writeCity(pianqu::test::makeCity(std::strtoull(arguments[1], nullptr, 10), seed), arguments[2]);
  return 0;
}
