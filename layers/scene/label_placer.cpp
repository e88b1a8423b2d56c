#include "layers/scene/label_placer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

std::int64_t cellKey(std::int64_t column, std::int64_t row) { return column * 0x10000000 + row; }

}  // namespace

template <class Visit>
void OccupiedPaper::visitCells(const geo::Box& box, Visit&& visit) {
  const auto cell = [](double mm) { return static_cast<std::int64_t>(std::floor(mm / kCellMm)); };
  for (auto column = cell(box.minX); column <= cell(box.maxX); ++column) {
    for (auto row = cell(box.minY); row <= cell(box.maxY); ++row) visit(cellKey(column, row));
  }
}

void OccupiedPaper::add(const geo::Box& box) {
  if (box.isEmpty()) return;
  const auto position = static_cast<std::uint32_t>(m_boxes.size());
  m_boxes.push_back(box);
  visitCells(box, [&](std::int64_t key) { m_cells[key].push_back(position); });
}

bool OccupiedPaper::isFree(const geo::Box& box) const {
  bool isFree = true;
  visitCells(box, [&](std::int64_t key) {
    const auto it = m_cells.find(key);
    if (!isFree || it == m_cells.end()) return;
    isFree = std::none_of(it->second.begin(), it->second.end(), [&](std::uint32_t i) { return m_boxes[i].intersects(box); });
  });
  return isFree;
}

bool Spacing::claim(geo::XY at) {
  const auto column = static_cast<std::int64_t>(std::floor(at.x / m_distance)), row = static_cast<std::int64_t>(std::floor(at.y / m_distance));
  for (std::int64_t c = column - 1; c <= column + 1; ++c) {
    for (std::int64_t r = row - 1; r <= row + 1; ++r) {
      const auto it = m_cells.find(cellKey(c, r));
      if (it == m_cells.end()) continue;
      for (const geo::XY other : it->second) if (geo::distance(other, at) < m_distance) return false;
    }
  }
  m_cells[cellKey(column, row)].push_back(at);
  return true;
}

std::vector<geo::Box> boxesOfText(geo::XY at, double widthMm, double heightMm, double angleDeg) {
  if (std::abs(angleDeg) < 1) return {{at.x - widthMm / 2, at.y - heightMm / 2, at.x + widthMm / 2, at.y + heightMm / 2}};
  const double angle = angleDeg * std::numbers::pi / 180;
  const geo::XY along{std::cos(angle), -std::sin(angle)};
  const double half = heightMm / 2 * (std::abs(std::cos(angle)) + std::abs(std::sin(angle)));  // box of a turned square
  const int count = std::max(1, static_cast<int>(std::ceil(widthMm / heightMm * 1.5)));
  const double reach = std::max(0.0, widthMm - heightMm) / 2;
  std::vector<geo::Box> boxes;
  for (int i = 0; i < count; ++i) {
    const double t = count == 1 ? 0 : -reach + 2 * reach * i / (count - 1);
    const geo::XY p = at + along * t;
    boxes.push_back({p.x - half, p.y - half, p.x + half, p.y + half});
  }
  return boxes;
}

}  // namespace pianqu::layers
