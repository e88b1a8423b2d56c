#include "layers/sheet/turning_points.hpp"

#include "geo/coverage/turning_points.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::layers {
namespace {

constexpr int kCoordinateDecimals = 3;
constexpr std::size_t kPointsInARow = 2;

}  // namespace

std::vector<TurningPoint> turningPoints(const geo::MultiPolygon<geo::XY>& boundary) {
  std::vector<TurningPoint> points;
  for (const auto& point : geo::turningPointsOf(boundary)) points.push_back({point.name, point.point});
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
