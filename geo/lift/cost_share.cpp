#include "geo/lift/cost_share.hpp"

#include <algorithm>
#include <numeric>

namespace pianqu::geo {
namespace {

__extension__ using Wide = __int128;

}  // namespace

std::vector<Fen> shareByWeight(Fen total, const std::vector<std::int64_t>& weights) {
  std::vector<Fen> shares(weights.size());
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  if (sum <= 0) return shares;
  std::vector<std::int64_t> remainder(weights.size());
  std::int64_t left = total.value;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Wide product = static_cast<Wide>(total.value) * weights[i];
    shares[i].value = static_cast<std::int64_t>(product / sum);
    remainder[i] = static_cast<std::int64_t>(product % sum);
    left -= shares[i].value;
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&remainder](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++shares[order[i]].value;
  return shares;
}

FloorShares shareByFloor(Fen total, const std::vector<std::int64_t>& weightMilli, int floors, int householdsPerFloor) {
  FloorShares result;
  if (floors <= 0 || householdsPerFloor <= 0 || weightMilli.empty()) return result;
  std::vector<std::int64_t> weights;
  for (int floor = 1; floor <= floors; ++floor) {
    const auto row = std::min(static_cast<std::size_t>(floor), weightMilli.size()) - 1;
    weights.insert(weights.end(), static_cast<std::size_t>(householdsPerFloor), weightMilli[row]);
  }
  const auto shares = shareByWeight(total, weights);
  for (int floor = 1; floor <= floors; ++floor) {
    const auto first = shares.begin() + static_cast<std::ptrdiff_t>(floor - 1) * householdsPerFloor;
    result.byHome.emplace_back(first, first + householdsPerFloor);
    result.byFloor.emplace(floor, *first);
  }
  return result;
}

}  // namespace pianqu::geo
