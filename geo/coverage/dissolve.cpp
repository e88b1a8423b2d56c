#include <algorithm>
#include <map>

#include "geo/coverage/blocks.hpp"
#include "geo/coverage/land.hpp"
#include "geo/coverage/noding.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

constexpr double kGridM = 0.001;   ///< of divideLand()

/// Groups of faces without a district become part of the district that encloses them when they are small, and of the one that borders
/// them most when they are very small and several enclose them.
void absorbHoles(const LandCells& land, const DissolveOptions& options, std::vector<int>& districtOfFace) {
  const auto at = [&](int face) { return face == kNoFace ? kNoFace : districtOfFace[static_cast<std::size_t>(face)]; };
  const auto groups = groupFaces(land.faces.size(), land.edges, [&](int a, int b) { return at(a) < 0 && at(b) < 0; });
  const auto groupOf = [&](int face) { return groups[static_cast<std::size_t>(face)]; };
  std::map<int, double> areas;
  std::map<int, std::map<int, double>> around;   // group -> district, or kNoFace for the outside -> metres
  for (std::size_t f = 0; f < land.faces.size(); ++f) {
    if (districtOfFace[f] < 0) areas[groups[f]] += areaOf(land.faces[f].shape).value;
  }
  for (const FaceEdge& edge : land.edges) {
    const int left = at(edge.left), right = at(edge.right);
    if (edge.right == kNoFace && left < 0) around[groupOf(edge.left)][kNoFace] += edge.lengthM;
    if (edge.right == kNoFace || (left < 0) == (right < 0)) continue;
    if (left < 0) around[groupOf(edge.left)][right] += edge.lengthM;
    else around[groupOf(edge.right)][left] += edge.lengthM;
  }
  std::map<int, int> takers;
  for (const auto& [group, districts] : around) {
    if (districts.contains(kNoFace) || areas[group] > (districts.size() == 1 ? options.absorbedHoleM2 : options.absorbedGapM2)) continue;
    takers[group] = std::max_element(districts.begin(), districts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
  }
  for (std::size_t f = 0; f < land.faces.size(); ++f) {
    if (districtOfFace[f] >= 0) continue;
    if (const auto taker = takers.find(groups[f]); taker != takers.end()) districtOfFace[f] = taker->second;
  }
}

}  // namespace

Result<std::vector<MultiPolygon<XY>>> dissolveLand(const LandCells& land, const std::vector<int>& districtOf, std::size_t count,
                                                   const DissolveOptions& options, const Progress& progress) {
  std::vector<int> districtOfFace;
  for (const LandFace& face : land.faces) districtOfFace.push_back(face.site < 0 ? -1 : districtOf[static_cast<std::size_t>(face.site)]);
  absorbHoles(land, options, districtOfFace);
  std::vector<std::vector<const Polygon<XY>*>> faces(count);
  for (std::size_t f = 0; f < land.faces.size(); ++f) {
    if (districtOfFace[f] >= 0) faces[static_cast<std::size_t>(districtOfFace[f])].push_back(&land.faces[f].shape);
  }
  std::vector<MultiPolygon<XY>> districts(count);
  auto done = forEachBlock(count, [&](std::size_t d) -> Result<void> {
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Dissolving was cancelled.");
    districts[d] = united(faces[d], kGridM);
    return {};
  });
  if (!done) return fail(std::move(done));
  return districts;
}

}  // namespace pianqu::geo
