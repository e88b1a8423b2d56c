#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "geo/base/units.hpp"

namespace pianqu::geo {

/// `total` split in proportion to `weights` by largest remainder, ties to the earlier.
///
/// in        total >= 0, weights >= 0 and below 2^40
/// keeps     the shares sum to `total` to the fen; a weight of 0 pays nothing
/// returns   all zero when every weight is 0
std::vector<Fen> shareByWeight(Fen total, const std::vector<std::int64_t>& weights);

/// What one household of a floor pays, by floor. `weightMilli` holds the floor's coefficient in thousandths; floors above its last take the last.
/// `householdsPerFloor` homes of equal area on each floor; the remainder of a floor falls on its first homes, so homes of a floor differ by a fen at most
/// and the map holds the first.
struct FloorShares {
  std::map<int, Fen> byFloor;              ///< first home of the floor
  std::vector<std::vector<Fen>> byHome;    ///< [floor - 1][home]; sums to the total
};
FloorShares shareByFloor(Fen total, const std::vector<std::int64_t>& weightMilli, int floors, int householdsPerFloor);

}  // namespace pianqu::geo
