#include "layers/plan/coverage_edit.hpp"

#include <algorithm>

#include "geo/coverage/noding.hpp"
#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::layers {
namespace {

using geo::MultiPolygon;
using geo::XY;

constexpr double kGridM = 0.001;  // surveys are good to centimetres; a millimetre loses nothing and nodes robustly
constexpr double kReachM = 1.0;   // a district whose box is farther from every claim cannot share an edge with what changes

void addLines(const MultiPolygon<XY>& shape, geo::MultiLine<XY>& lines) {
  for (const auto& polygon : shape) {
    lines.push_back(polygon.outer);
    lines.insert(lines.end(), polygon.holes.begin(), polygon.holes.end());
  }
}

/// For each claim the faces that are its own; the shape of claim i is then their union.
geo::Result<std::vector<std::vector<geo::Polygon<XY>>>> facesByClaim(const std::vector<Claim>& claims) {
  geo::MultiLine<XY> lines;
  std::vector<geo::Box> boxes;
  for (const auto& claim : claims) {
    addLines(claim.shape, lines);
    boxes.push_back(boxOf(claim.shape));
  }
  auto faces = geo::facesOnGrid(lines, kGridM);
  if (!faces) return geo::fail(std::move(faces));
  std::vector<std::vector<geo::Polygon<XY>>> owned(claims.size());
  for (auto& face : *faces) {
    const auto inside = geo::pointInside({face});
    if (!inside) continue;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (!boxes[i].contains(*inside) || !geo::contains(claims[i].shape, *inside)) continue;
      owned[i].push_back(std::move(face));
      break;
    }
  }
  return owned;
}

geo::Result<std::vector<MultiPolygon<XY>>> shapesAfter(const std::vector<District>& districts, const std::vector<Claim>& claims, const std::vector<std::size_t>& touched) {
  std::vector<Claim> all = claims;
  for (const std::size_t d : touched) all.push_back({d, districts[d].shape});
  auto owned = facesByClaim(all);
  if (!owned) return geo::fail(std::move(owned));
  std::vector<std::vector<geo::Polygon<XY>>> faces(districts.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].district) continue;
    auto& into = faces[*all[i].district];
    into.insert(into.end(), std::make_move_iterator((*owned)[i].begin()), std::make_move_iterator((*owned)[i].end()));
  }
  std::vector<MultiPolygon<XY>> shapes;
  for (const auto& district : districts) shapes.push_back(district.shape);
  for (std::size_t d = 0; d < districts.size(); ++d) {
    const bool isTouched = std::find(touched.begin(), touched.end(), d) != touched.end();
    if (!isTouched && faces[d].empty()) continue;
    if (faces[d].empty()) {
      shapes[d].clear();
      continue;
    }
    auto shape = geo::coverageUnionOf(faces[d]);
    if (!shape) return geo::fail(std::move(shape));
    shapes[d] = std::move(*shape);
  }
  return shapes;
}

/// The touched shapes and those beside them; the rest are as they were, and so is their fit.
std::vector<MultiPolygon<XY>> withNeighbours(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<std::size_t>& touched) {
  std::vector<geo::Box> reach;
  for (const std::size_t d : touched) reach.push_back(boxOf(shapes[d]).grownBy(kReachM));
  std::vector<MultiPolygon<XY>> beside;
  for (const auto& shape : shapes) {
    const geo::Box box = boxOf(shape);
    if (std::any_of(reach.begin(), reach.end(), [&box](const geo::Box& own) { return own.intersects(box); })) beside.push_back(shape);
  }
  return beside;
}

}  // namespace

geo::Result<void> redraw(std::vector<District>& districts, const std::vector<Claim>& claims) {
  geo::Box reach;
  for (const auto& claim : claims) reach.add(boxOf(claim.shape));
  if (reach.isEmpty()) return {};
  reach = reach.grownBy(kReachM);
  const auto isClaiming = [&](std::size_t d) { return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) { return claim.district == d; }); };
  std::vector<std::size_t> near, every;
  for (std::size_t d = 0; d < districts.size(); ++d) {
    every.push_back(d);
    if (boxOf(districts[d].shape).intersects(reach) || isClaiming(d)) near.push_back(d);
  }
  // Shapes that never were on the grid may move by half a millimetre when they are noded, away from neighbours that were left out:
  // then all of them go onto the grid together, once.
  for (const auto* touched : {&near, &every}) {
    auto shapes = shapesAfter(districts, claims, *touched);
    if (!shapes) return geo::fail(std::move(shapes));
    const auto filled = withNeighbours(*shapes, *touched);
    // Faces that touch in a point may join to a ring that crosses itself by the width of the grid.
    if (!geo::isCoverageValid(filled) || std::any_of(filled.begin(), filled.end(), [](const auto& shape) { return geo::findInvalidity(shape).has_value(); })) continue;
    for (std::size_t d = 0; d < districts.size(); ++d) districts[d].shape = std::move((*shapes)[d]);
    return {};
  }
  return geo::fail(geo::ErrorCode::Invalid, "the boundaries would not fit together after the edit: the line runs within a millimetre of a boundary", "draw the polygon with fewer points or away from existing corners");
}

}  // namespace pianqu::layers
