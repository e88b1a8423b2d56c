#include "geo/coverage/check.hpp"

#include <algorithm>
#include <cmath>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::geo {
namespace {

constexpr std::size_t kLookEvery = 64;

XY placeOf(const MultiPolygon<XY>& shape) {
  const Box box = boxOf(shape);
  return box.isEmpty() ? XY{} : box.centre();
}

class Checker {
 public:
  Checker(const std::vector<MultiPolygon<XY>>& shapes, const BoundaryTolerance& tolerance) : m_shapes(shapes), m_tolerance(tolerance) {
    m_report.shapes = shapes.size();
    std::vector<Box> boxes;
    for (const auto& shape : shapes) {
      boxes.push_back(boxOf(shape));
      m_report.areaM2 += areaOf(shape).value;
      for (const auto& part : shape) m_report.corners += part.outer.size();
    }
    m_index = BoxIndex(boxes);
  }

  void checkShape(std::size_t s) {
    if (const auto fault = findInvalidity(m_shapes[s])) add(BoundaryFault::Kind::Invalid, s, fault->place, 0);
  }

  Result<void> checkMembers(std::size_t s, const BoundaryMembers& members) {
    if (m_shapes[s].size() > std::max<std::size_t>(1, members.parts)) add(BoundaryFault::Kind::Multipart, s, placeOf(m_shapes[s]), static_cast<double>(m_shapes[s].size()));
    for (const auto& footprint : members.footprints) {
      if (covers(m_shapes[s], {footprint})) continue;
      const auto outside = differenceOf({footprint}, m_shapes[s]);
      if (!outside) return fail(outside);
      const double areaM2 = areaOf(*outside).value;
      if (areaM2 > m_tolerance.outsideM2) add(BoundaryFault::Kind::MemberOutside, s, centroidOf(*outside), areaM2);
    }
    return {};
  }

  Result<void> checkOverlaps(std::size_t s) {
    for (std::size_t other : m_index.find(boxOf(m_shapes[s]))) {
      if (other <= s) continue;
      const auto both = intersectionOf(m_shapes[s], m_shapes[other]);
      if (!both) return fail(both);
      const double areaM2 = areaOf(*both).value;
      m_report.errorM2 += areaM2;
      if (areaM2 > m_tolerance.overlapM2) add(BoundaryFault::Kind::Overlap, s, centroidOf(*both), areaM2);
    }
    return {};
  }

  /// The union by overlay: slivers and overlaps that the areas alone do not tell.
  Result<void> checkArea() {
    MultiPolygon<XY> all;
    for (const auto& shape : m_shapes) all.insert(all.end(), shape.begin(), shape.end());
    auto joined = unionOf(all);
    if (!joined) return fail(std::move(joined));
    m_report.errorM2 = std::max(m_report.errorM2, std::abs(m_report.areaM2 - areaOf(*joined).value));
    return {};
  }

  BoundaryReport take() { return std::move(m_report); }
  bool isSound() const { return m_report.faults.empty(); }

 private:
  void add(BoundaryFault::Kind kind, std::size_t shape, XY place, double amount) { m_report.faults.push_back({kind, shape, place, amount}); }

  const std::vector<MultiPolygon<XY>>& m_shapes;
  const BoundaryTolerance& m_tolerance;
  BoxIndex m_index;
  BoundaryReport m_report;
};

}  // namespace

Result<BoundaryReport> checkBoundaries(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<BoundaryMembers>& members, const BoundaryTolerance& tolerance, Progress& progress) {
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    for (const auto& part : shapes[s]) {
      const auto bad = std::find_if(part.outer.begin(), part.outer.end(), [](XY p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
      if (bad != part.outer.end()) return fail(ErrorCode::Invalid, "Shape " + std::to_string(s) + " has a coordinate that is not a number.", "Draw its boundary again.");
    }
  }
  Checker checker(shapes, tolerance);
  const auto isStopped = [&](std::size_t s) {
    if (s % kLookEvery != 0) return false;
    progress.report(static_cast<double>(s) / static_cast<double>(shapes.size()), "checking boundaries");
    return progress.isCancelled();
  };
  for (std::size_t s = 0; s < shapes.size(); ++s) checker.checkShape(s);
  if (!checker.isSound()) return checker.take();   // overlay of invalid shapes says nothing
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    if (isStopped(s)) return fail(ErrorCode::Cancelled, "Checking the boundaries was cancelled.");
    if (auto done = checker.checkMembers(s, s < members.size() ? members[s] : BoundaryMembers{.parts = shapes[s].size()}); !done) return fail(std::move(done));
    if (auto done = checker.checkOverlaps(s); !done) return fail(std::move(done));
  }
  if (auto done = checker.checkArea(); !done) return fail(std::move(done));
  return checker.take();
}

}  // namespace pianqu::geo
