#include "layers/plan/merge_current.hpp"

#include <algorithm>
#include <set>

#include "geo/district/check.hpp"

namespace pianqu::layers {
namespace {

struct Present {
  std::vector<int> districtOf;             ///< of each unit: position in the plan's districts, -1 for none
  std::vector<std::size_t> touched;
};

Present presentOf(const geo::DistrictProblem& problem, const MergeUnits& found, const Plan& current) {
  std::map<Uid, int> positionOf;
  for (std::size_t d = 0; d < current.districts.size(); ++d) {
    if (current.districts[d].isPinned) continue;
    for (const Member& member : current.districts[d].members) positionOf.emplace(member.targetUid, static_cast<int>(d));
  }
  std::set<Uid> known;
  for (const Leftover& leftover : current.leftovers) known.insert(leftover.targetUid);
  Present present;
  for (std::size_t u = 0; u < found.units.size(); ++u) {
    const auto at = positionOf.find(found.units[u].uid);
    present.districtOf.push_back(at == positionOf.end() ? -1 : at->second);
    if (at == positionOf.end() && !known.contains(found.units[u].uid)) present.touched.push_back(u);
  }
  std::set<int> broken;
  for (const geo::Problem& problemFound : geo::checkDistricts(problem, present.districtOf)) broken.insert(std::stoi(problemFound.where.feature));
  for (std::size_t u = 0; u < found.units.size(); ++u) {
    if (present.districtOf[u] >= 0 && broken.contains(present.districtOf[u])) present.touched.push_back(u);
  }
  return present;
}

}  // namespace

geo::Result<CurrentMerge> mergeFromCurrent(const geo::DistrictProblem& problem, const MergeUnits& found, const Plan& current, geo::Progress& progress) {
  const Present present = presentOf(problem, found, current);
  auto change = geo::resolveDistricts(problem, present.districtOf, present.touched, progress);
  if (!change) return geo::fail(std::move(change));
  CurrentMerge merge;
  std::map<int, int> numberOf;
  for (int d : change->districtOf) if (d >= 0) numberOf.emplace(d, 0);
  int next = 0;
  for (auto& [district, number] : numberOf) {
    number = next++;
    const auto position = static_cast<std::size_t>(district);
    merge.keptFrom.push_back(position < current.districts.size() ? std::optional(position) : std::nullopt);
  }
  std::vector<int> districtOf;
  for (int d : change->districtOf) districtOf.push_back(d < 0 ? -1 : numberOf.at(d));
  auto solution = geo::describeDistricts(problem, districtOf);
  if (!solution) return geo::fail(std::move(solution));
  merge.solution = std::move(*solution);
  for (geo::DistrictMove move : change->moved) {
    move.after = move.after < 0 ? -1 : numberOf.at(move.after);
    merge.moved.push_back(move);
  }
  return merge;
}

}  // namespace pianqu::layers
