#include "geo/index/area_index.hpp"

#include <algorithm>
#include <cmath>
#include <execution>
#include <numeric>

#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

constexpr std::size_t kChunk = 8192;
constexpr double kMostCells = 4e6;

bool isFinite(const Box& box) { return std::isfinite(box.minX) && std::isfinite(box.minY) && std::isfinite(box.maxX) && std::isfinite(box.maxY); }

}  // namespace

AreaIndex::AreaIndex(const std::vector<MultiPolygon<XY>>& areas) : m_areas(areas) {
  Box all;
  double sides = 0;
  std::size_t count = 0;
  for (const auto& area : areas) {
    Box box = boxOf(area);
    if (box.isEmpty() || !isFinite(box)) box = {};
    m_boxes.push_back(box);
    if (box.isEmpty()) continue;
    all.add(box);
    sides += std::max(box.width(), box.height());
    ++count;
  }
  if (count == 0) return;
  // Cells as wide as the areas, but not more of them than memory should hold.
  const double least = std::sqrt(std::max(all.width(), 1.0) * std::max(all.height(), 1.0) / kMostCells);
  m_cells.low = {all.minX, all.minY};
  m_cells.sideM = std::max({sides / static_cast<double>(count), least, 1e-3});
  m_cells.columns = static_cast<long>(all.width() / m_cells.sideM) + 1;
  m_cells.rows = static_cast<long>(all.height() / m_cells.sideM) + 1;
  const auto eachCell = [&](const Box& box, const auto& visit) {
    const auto cell = [&](double v, double low, long most) { return std::clamp(static_cast<long>((v - low) / m_cells.sideM), 0L, most - 1); };
    for (long y = cell(box.minY, m_cells.low.y, m_cells.rows); y <= cell(box.maxY, m_cells.low.y, m_cells.rows); ++y) {
      for (long x = cell(box.minX, m_cells.low.x, m_cells.columns); x <= cell(box.maxX, m_cells.low.x, m_cells.columns); ++x) visit(static_cast<std::size_t>(y * m_cells.columns + x));
    }
  };
  m_cells.starts.assign(static_cast<std::size_t>(m_cells.columns * m_cells.rows) + 1, 0);
  for (const Box& box : m_boxes) {
    if (!box.isEmpty()) eachCell(box, [&](std::size_t c) { ++m_cells.starts[c + 1]; });
  }
  for (std::size_t c = 1; c < m_cells.starts.size(); ++c) m_cells.starts[c] += m_cells.starts[c - 1];
  m_cells.areas.resize(m_cells.starts.back());
  auto next = m_cells.starts;
  for (std::size_t a = 0; a < m_boxes.size(); ++a) {
    if (!m_boxes[a].isEmpty()) eachCell(m_boxes[a], [&](std::size_t c) { m_cells.areas[next[c]++] = a; });
  }
}

/// `found(area)` for each area at the point, in order, until it says false.
template <class Found>
void AreaIndex::look(XY point, const Found& found) const {
  const double dx = (point.x - m_cells.low.x) / m_cells.sideM, dy = (point.y - m_cells.low.y) / m_cells.sideM;
  if (!(dx >= 0 && dy >= 0 && dx < static_cast<double>(m_cells.columns) && dy < static_cast<double>(m_cells.rows))) return;
  const auto cell = static_cast<std::size_t>(static_cast<long>(dy) * m_cells.columns + static_cast<long>(dx));
  for (std::size_t i = m_cells.starts[cell]; i < m_cells.starts[cell + 1]; ++i) {
    const std::size_t area = m_cells.areas[i];
    if (m_boxes[area].contains(point) && contains(m_areas[area], point) && !found(area)) return;
  }
}

std::vector<std::size_t> AreaIndex::at(XY point) const {
  std::vector<std::size_t> areas;
  look(point, [&](std::size_t area) {
    areas.push_back(area);
    return true;
  });
  return areas;
}

std::pair<int, bool> AreaIndex::firstAt(XY point) const {
  int first = -1;
  bool isOneOfSeveral = false;
  look(point, [&](std::size_t area) {
    isOneOfSeveral = first >= 0;
    if (first < 0) first = static_cast<int>(area);
    return !isOneOfSeveral;
  });
  return {first, isOneOfSeveral};
}

Result<AreaJoin> joinToAreas(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<MultiPolygon<XY>>& areas, Progress& progress) {
  const AreaIndex index(areas);
  AreaJoin join{.areaOf = std::vector<int>(shapes.size(), -1)};
  std::vector<char> isInSeveral(shapes.size(), 0);
  std::vector<std::size_t> chunks((shapes.size() + kChunk - 1) / kChunk);
  std::iota(chunks.begin(), chunks.end(), std::size_t{0});
  std::for_each(std::execution::par, chunks.begin(), chunks.end(), [&](std::size_t chunk) {
    if (progress.isCancelled()) return;
    for (std::size_t s = chunk * kChunk; s < std::min(shapes.size(), (chunk + 1) * kChunk); ++s) {
      const auto place = innerPointOf(shapes[s]);
      if (!place) continue;
      const auto [area, isOneOfSeveral] = index.firstAt(*place);
      join.areaOf[s] = area;
      isInSeveral[s] = isOneOfSeveral ? 1 : 0;
    }
  });
  if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Joining was cancelled.");
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    if (isInSeveral[s] != 0) join.inSeveral.push_back(s);
  }
  return join;
}

}  // namespace pianqu::geo
