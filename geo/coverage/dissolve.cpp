#include <algorithm>
#include <map>
#include <set>

#include "geo/coverage/faces.hpp"
#include "geo/coverage/land.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

/// Groups of faces without a district that one district encloses become part of it when they are small.
void absorbHoles(const LandCells& land, const std::vector<FaceEdge>& edges, double mostM2, std::vector<int>& districtOfFace) {
  const auto at = [&](int face) { return districtOfFace[static_cast<std::size_t>(face)]; };
  const auto groups = groupFaces(land.faces.size(), edges, [&](int a, int b) { return at(a) < 0 && at(b) < 0; });
  std::map<int, double> areas;
  std::map<int, std::set<int>> around;   // -1: the outside
  for (std::size_t f = 0; f < land.faces.size(); ++f) {
    if (districtOfFace[f] < 0) areas[groups[f]] += areaOf(land.faces[f].shape).value;
  }
  for (const FaceEdge& edge : edges) {
    const int left = at(edge.left), right = edge.right == kNoFace ? -1 : at(edge.right);
    if (edge.right == kNoFace && left < 0) around[groups[static_cast<std::size_t>(edge.left)]].insert(-1);
    if (edge.right == kNoFace || (left < 0) == (right < 0)) continue;
    if (left < 0) around[groups[static_cast<std::size_t>(edge.left)]].insert(right);
    else around[groups[static_cast<std::size_t>(edge.right)]].insert(left);
  }
  std::vector<int> absorbed = districtOfFace;
  for (std::size_t f = 0; f < land.faces.size(); ++f) {
    if (districtOfFace[f] >= 0) continue;
    const auto& neighbours = around[groups[f]];
    if (areas[groups[f]] <= mostM2 && neighbours.size() == 1 && *neighbours.begin() >= 0) absorbed[f] = *neighbours.begin();
  }
  districtOfFace = std::move(absorbed);
}

bool coversAll(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<MultiPolygon<XY>>& footprints) {
  for (std::size_t i = 0; i < footprints.size(); ++i) {
    for (const auto& footprint : footprints[i]) {
      if (!covers(shapes[i], {footprint})) return false;
    }
  }
  return true;
}

}  // namespace

Result<std::vector<MultiPolygon<XY>>> dissolveLand(const LandCells& land, const std::vector<int>& districtOf, std::size_t count,
                                                   const DissolveOptions& options) {
  std::vector<const Polygon<XY>*> shapes;
  std::vector<int> districtOfFace;
  for (const LandFace& face : land.faces) {
    shapes.push_back(&face.shape);
    districtOfFace.push_back(face.site < 0 ? -1 : districtOf[static_cast<std::size_t>(face.site)]);
  }
  absorbHoles(land, faceEdges(shapes), options.absorbedHoleM2, districtOfFace);
  std::vector<std::vector<Polygon<XY>>> faces(count);
  for (std::size_t f = 0; f < land.faces.size(); ++f) {
    if (districtOfFace[f] >= 0) faces[static_cast<std::size_t>(districtOfFace[f])].push_back(land.faces[f].shape);
  }
  std::vector<MultiPolygon<XY>> districts;
  for (const auto& own : faces) {
    auto joined = coverageUnionOf(own);
    if (!joined) return fail(std::move(joined));
    districts.push_back(std::move(*joined));
  }
  return districts;
}

Result<SimplifiedCoverage> simplifyAround(const std::vector<MultiPolygon<XY>>& coverage, const std::vector<MultiPolygon<XY>>& footprints, double toleranceM) {
  constexpr int kHalvings = 4;
  double tolerance = toleranceM;
  for (int attempt = 0; attempt < kHalvings && tolerance > 0; ++attempt, tolerance /= 2) {
    auto simplified = simplifyCoverage(coverage, tolerance, false);
    if (!simplified) return fail(std::move(simplified));
    if (coversAll(*simplified, footprints)) return SimplifiedCoverage{std::move(*simplified), tolerance};
  }
  return SimplifiedCoverage{coverage, 0};
}

}  // namespace pianqu::geo
