#pragma once

#include <map>
#include <set>
#include <string>

#include "geo/base/random.hpp"

/// Invented place names in the manner of a county-level city. No name of a person.
namespace pianqu::layers {

class RoadNames {
 public:
  explicit RoadNames(std::uint64_t seed) : m_random(geo::seedFor(seed, 4)) {}
  std::string mainRoad(bool isVertical);
  std::string road();
  std::string lane();

 private:
  std::string unique(std::string name);
  geo::Random m_random;
  std::map<std::string, int> m_used;
  int m_main[2] = {0, 0};
};

class PlaceNames {
 public:
  explicit PlaceNames(std::uint64_t seed) : m_random(geo::seedFor(seed, 5)) {}
  std::string street(int number);                        ///< 街道
  std::string community();                               ///< 社区, unique in the city
  /// Unique within the community; `owner` becomes the former work unit when the name tells one.
  std::string estate(const std::string& community, bool isNew, std::string& owner);

 private:
  geo::Random m_random;
  std::set<std::string> m_communities, m_estates;
  int m_given = 0;
};

}  // namespace pianqu::layers
