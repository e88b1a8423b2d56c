#include "layers/sheet/turning_points.hpp"

#include <algorithm>

#include "geo/measure/measure.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::layers {
namespace {

constexpr double kStraightM = 0.001;
constexpr int kCoordinateDecimals = 3;
constexpr std::size_t kPointsInARow = 2;

/// Open ring without corners that lie on the line of their neighbours.
std::vector<geo::XY> cornersOf(geo::Ring<geo::XY> ring) {
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  std::vector<geo::XY> corners;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const geo::XY before = corners.empty() ? ring[(i + ring.size() - 1) % ring.size()] : corners.back();
    if (ring.size() <= 3 || geo::distanceToLine(ring[i], {before, ring[(i + 1) % ring.size()]}) >= kStraightM) corners.push_back(ring[i]);
  }
  return corners;
}

/// Clockwise when `isClockwise`, starting at the corner farthest to the north-west.
std::vector<geo::XY> ordered(const geo::Ring<geo::XY>& ring, bool isClockwise) {
  std::vector<geo::XY> corners = cornersOf(ring);
  if (corners.empty()) return corners;
  if ((geo::signedAreaM2(ring) < 0) != isClockwise) std::reverse(corners.begin(), corners.end());
  const auto northWest = std::max_element(corners.begin(), corners.end(), [](geo::XY a, geo::XY b) { return a.y - a.x < b.y - b.x; });
  std::rotate(corners.begin(), northWest, corners.end());
  return corners;
}

}  // namespace

std::vector<TurningPoint> turningPoints(const geo::MultiPolygon<geo::XY>& boundary) {
  std::vector<const geo::Polygon<geo::XY>*> parts;
  for (const auto& polygon : boundary) parts.push_back(&polygon);
  std::stable_sort(parts.begin(), parts.end(), [](const auto* a, const auto* b) { return geo::areaOf(*a).value > geo::areaOf(*b).value; });
  std::vector<TurningPoint> points;
  const auto add = [&points](const std::vector<geo::XY>& corners) {
    for (const geo::XY p : corners) points.push_back({"J" + std::to_string(points.size() + 1), p});
  };
  for (const auto* part : parts) {
    add(ordered(part->outer, true));
    for (const auto& hole : part->holes) add(ordered(hole, false));
  }
  return points;
}

SheetTable coordinateTable(const std::vector<TurningPoint>& points) {
  SheetTable table{"界址点坐标表 (m)", {}, {}, 0};
  for (std::size_t c = 0; c < kPointsInARow; ++c) {
    for (const SheetColumn& column : {SheetColumn{"点号", Align::Centre}, SheetColumn{"X (北)", Align::Right}, SheetColumn{"Y (东)", Align::Right}}) table.columns.push_back(column);
  }
  for (std::size_t i = 0; i < points.size(); i += kPointsInARow) {
    std::vector<std::string> row;
    for (std::size_t c = 0; c < kPointsInARow && i + c < points.size(); ++c) {
      const TurningPoint& point = points[i + c];
      row.insert(row.end(), {point.name, formatNumber(point.at.y, kCoordinateDecimals), formatNumber(point.at.x, kCoordinateDecimals)});
    }
    row.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace pianqu::layers
