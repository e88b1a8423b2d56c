#pragma once

#include <vector>

#include "geo/index/box_index.hpp"
#include "geo/shape/shape.hpp"
#include "layers/feature/city.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::app {

/// Which units a drawn boundary takes in: whole estates and single buildings whose inner point lies inside.
class MemberFinder {
 public:
  /// cost  one point inside a shape each, about 10 us
  explicit MemberFinder(const layers::City& city);

  struct Found {
    std::vector<std::size_t> estates;      ///< positions in the city, ascending
    std::vector<std::size_t> buildings;    ///< single ones and those of the estates
    std::vector<layers::Member> members;   ///< estates and single buildings, sorted as a District keeps them
  };
  /// `area` may be unfinished or cross itself: the even-odd rule decides.
  Found find(const geo::Polygon<geo::XY>& area) const;

 private:
  std::vector<geo::XY> m_estatePoints, m_buildingPoints;
  geo::BoxIndex m_estates, m_buildings;
  std::vector<std::vector<std::size_t>> m_buildingsOfEstate;
  std::vector<bool> m_isSingle;            ///< a building of no known estate
  std::vector<layers::Uid> m_estateUids, m_buildingUids;
};

}  // namespace pianqu::app
