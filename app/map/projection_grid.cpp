#include "app/map/projection_grid.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::app {
namespace {

constexpr double kCellM = 1000;
constexpr int kMostCells = 128;

int cellsFor(double metres) { return std::clamp(static_cast<int>(std::ceil(metres / kCellM)), 1, kMostCells); }

}  // namespace

geo::Result<ProjectionGrid> ProjectionGrid::make(const geo::Crs& crs, const geo::Box& box) {
  ProjectionGrid grid;
  const geo::Box area = box.grownBy(1);
  grid.m_corner = {area.minX, area.minY};
  grid.m_columns = cellsFor(area.width());
  grid.m_rows = cellsFor(area.height());
  grid.m_cellsPerMetreX = grid.m_columns / area.width();
  grid.m_cellsPerMetreY = grid.m_rows / area.height();
  for (int row = 0; row <= grid.m_rows; ++row)
    for (int column = 0; column <= grid.m_columns; ++column)
      grid.m_nodes.push_back({area.minX + column / grid.m_cellsPerMetreX, area.minY + row / grid.m_cellsPerMetreY});
  if (auto done = geo::transform(crs, geo::Crs::webMercator(), grid.m_nodes); !done) return geo::fail(std::move(done));
  return grid;
}

geo::XY ProjectionGrid::worldOf(geo::XY point) const {
  const double u = (point.x - m_corner.x) * m_cellsPerMetreX, v = (point.y - m_corner.y) * m_cellsPerMetreY;
  const int column = std::clamp(static_cast<int>(u), 0, m_columns - 1), row = std::clamp(static_cast<int>(v), 0, m_rows - 1);
  const double fu = u - column, fv = v - row;
  const geo::XY* node = &m_nodes[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns + 1) + static_cast<std::size_t>(column)];
  const geo::XY* above = node + m_columns + 1;
  const geo::XY low = node[0] + (node[1] - node[0]) * fu, high = above[0] + (above[1] - above[0]) * fu;
  return low + (high - low) * fv;
}

geo::Box ProjectionGrid::worldBoxOf(const geo::Box& box) const {
  geo::Box world;
  if (box.isEmpty()) return world;
  for (const geo::XY corner : {geo::XY{box.minX, box.minY}, {box.maxX, box.minY}, {box.minX, box.maxY}, {box.maxX, box.maxY}}) world.add(worldOf(corner));
  // The sides of a projected box bend by less than a thousandth of it.
  return world.grownBy(0.1 + (world.width() + world.height()) * 1e-3);
}

}  // namespace pianqu::app
