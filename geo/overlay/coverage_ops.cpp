#include "geo/overlay/geos_shape.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

using namespace geos;

/// The coverage as a collection with one element a part, in order; null when a part cannot be made.
Shape collectionOf(const std::vector<MultiPolygon<XY>>& coverage) {
  std::vector<Shape> parts;
  for (const auto& each : coverage) {
    if (!parts.emplace_back(make(each))) return nullptr;
  }
  std::vector<GEOSGeometry*> raw;
  for (auto& part : parts) raw.push_back(part.release());
  return Shape(GEOSGeom_createCollection_r(context(), GEOS_GEOMETRYCOLLECTION, raw.data(), static_cast<unsigned>(raw.size())));
}

}  // namespace

bool isCoverageValid(const std::vector<MultiPolygon<XY>>& coverage, double gapWidthM) {
  const Shape collection = collectionOf(coverage);
  return collection && GEOSCoverageIsValid_r(context(), collection.get(), gapWidthM, nullptr) == 1;
}

Result<std::vector<MultiPolygon<XY>>> simplifyCoverage(const std::vector<MultiPolygon<XY>>& coverage, double toleranceM, bool keepOuterBoundary) {
  const Shape collection = collectionOf(coverage);
  const Shape simple(collection ? GEOSCoverageSimplifyVW_r(context(), collection.get(), toleranceM, keepOuterBoundary ? 1 : 0) : nullptr);
  if (!simple || GEOSGetNumGeometries_r(context(), simple.get()) != static_cast<int>(coverage.size())) {
    return fail(ErrorCode::Invalid, "the coverage cannot be simplified: " + words(), "check that its polygons share their edges exactly");
  }
  std::vector<MultiPolygon<XY>> result;
  for (int i = 0; i < static_cast<int>(coverage.size()); ++i) result.push_back(polygonsOf(GEOSGetGeometryN_r(context(), simple.get(), i)));
  return result;
}

Result<MultiPolygon<XY>> coverageUnionOf(const std::vector<Polygon<XY>>& faces) {
  if (faces.empty()) return MultiPolygon<XY>{};
  std::vector<MultiPolygon<XY>> parts;
  for (const auto& face : faces) parts.push_back({face});
  const Shape collection = collectionOf(parts);
  return toPolygons(Shape(collection ? GEOSCoverageUnion_r(context(), collection.get()) : nullptr), "coverage union");
}

}  // namespace pianqu::geo
