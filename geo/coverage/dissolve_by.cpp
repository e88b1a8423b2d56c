#include "geo/coverage/dissolve_by.hpp"

#include <algorithm>

#include "geo/base/disjoint_sets.hpp"
#include "geo/coverage/blocks.hpp"
#include "geo/index/box_index.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr std::size_t kChunk = 4096;

/// Pairs of shapes of one group whose boxes meet.
Result<std::vector<std::pair<std::size_t, std::size_t>>> meetingBoxes(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<int>& groupOf, const Progress& progress) {
  std::vector<Box> boxes;
  boxes.reserve(shapes.size());
  for (std::size_t s = 0; s < shapes.size(); ++s) boxes.push_back(groupOf[s] < 0 ? Box{} : boxOf(shapes[s]));
  const BoxIndex index(boxes);
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> found((shapes.size() + kChunk - 1) / kChunk);
  auto done = forEachBlock(found.size(), [&](std::size_t chunk) -> Result<void> {
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dissolving was cancelled.");
    for (std::size_t s = chunk * kChunk; s < std::min(shapes.size(), (chunk + 1) * kChunk); ++s) {
      for (std::size_t other : index.find(boxes[s])) {
        if (other > s && groupOf[other] == groupOf[s]) found[chunk].emplace_back(s, other);
      }
    }
    return {};
  });
  if (!done) return fail(std::move(done));
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& each : found) pairs.insert(pairs.end(), each.begin(), each.end());
  return pairs;
}

}  // namespace

Result<std::vector<MultiPolygon<XY>>> dissolveBy(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<int>& groupOf, std::size_t count, Progress& progress) {
  auto pairs = meetingBoxes(shapes, groupOf, progress);
  if (!pairs) return fail(std::move(pairs));
  DisjointSets clusters(shapes.size());
  for (const auto& [a, b] : *pairs) clusters.join(a, b);
  std::vector<char> isMeeting(shapes.size(), 0);
  for (const auto& [a, b] : *pairs) isMeeting[a] = isMeeting[b] = 1;
  std::vector<std::vector<std::size_t>> members;
  std::vector<int> clusterOf(shapes.size(), -1);
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    if (isMeeting[s] == 0) continue;
    const std::size_t root = clusters.rootOf(s);   // the first member, so it has been here before the others
    if (root == s) {
      clusterOf[s] = static_cast<int>(members.size());
      members.emplace_back();
    }
    clusterOf[s] = clusterOf[root];
    members[static_cast<std::size_t>(clusterOf[s])].push_back(s);
  }
  std::vector<MultiPolygon<XY>> joined(members.size());
  auto done = forEachBlock(members.size(), [&](std::size_t c) -> Result<void> {
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dissolving was cancelled.");
    MultiPolygon<XY> all;
    for (std::size_t s : members[c]) all.insert(all.end(), shapes[s].begin(), shapes[s].end());
    auto shape = unionOf(all);
    if (!shape) return fail(std::move(shape));
    joined[c] = std::move(*shape);
    return {};
  });
  if (!done) return fail(std::move(done));
  std::vector<MultiPolygon<XY>> result(count);
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    if (groupOf[s] < 0) continue;
    auto& into = result[static_cast<std::size_t>(groupOf[s])];
    if (clusterOf[s] < 0) into.insert(into.end(), shapes[s].begin(), shapes[s].end());
    else if (clusters.rootOf(s) == s) into.insert(into.end(), std::make_move_iterator(joined[static_cast<std::size_t>(clusterOf[s])].begin()), std::make_move_iterator(joined[static_cast<std::size_t>(clusterOf[s])].end()));
  }
  return result;
}

}  // namespace pianqu::geo
