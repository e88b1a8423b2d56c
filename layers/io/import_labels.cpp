#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "layers/io/import_parts.hpp"

namespace pianqu::layers {
namespace {

using geo::RawXY;
using Polygons = RawGeometry::Polygons;

/// Storeys of a house as topographic maps write them: "砖6", "混3", "6", "6F", "6层". source [GBT20257] houses
std::optional<int> storeysOf(const std::string& label) {
  const std::string text = halfWidth(label);
  const std::size_t digits = text.find_first_of("0123456789");
  // Only words may stand before: "-1" is a basement, "2.5" and "12-3" are something else.
  if (digits == std::string::npos || std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digits), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return std::nullopt;
  int storeys = 0;
  const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), storeys);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  constexpr int kMostStoreys = 60;
  if (error != std::errc() || storeys < 1 || storeys > kMostStoreys || !(rest.empty() || rest == "F" || rest == "f" || rest == "层" || rest == "層")) return std::nullopt;
  return storeys;
}

bool holds(const std::vector<RawXY>& ring, RawXY point) {
  bool isIn = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const RawXY p = ring[i - 1], q = ring[i];
    if ((p.b > point.b) != (q.b > point.b) && point.a < p.a + (q.a - p.a) * (point.b - p.b) / (q.b - p.b)) isIn = !isIn;
  }
  return isIn;
}

/// Outlines by cells of a grid, so that each label meets only the few around it.
class Outlines {
 public:
  explicit Outlines(const std::vector<RawGeometry>& geometries) : m_geometries(geometries) {
    for (std::size_t row = 0; row < geometries.size(); ++row) {
      const auto* polygons = std::get_if<Polygons>(&geometries[row].value);
      if (!polygons || polygons->polygons.empty() || polygons->polygons[0].outer.empty()) continue;
      RawXY low = polygons->polygons[0].outer[0], high = low;
      for (const auto& polygon : polygons->polygons) {
        for (const RawXY p : polygon.outer) {
          low = {std::min(low.a, p.a), std::min(low.b, p.b)};
          high = {std::max(high.a, p.a), std::max(high.b, p.b)};
        }
      }
      constexpr double kLargest = 50;   // cells a side: what is larger is no house
      if (high.a - low.a > kLargest * kCell || high.b - low.b > kLargest * kCell) continue;
      for (auto a = cellOf(low.a); a <= cellOf(high.a); ++a) {
        for (auto b = cellOf(low.b); b <= cellOf(high.b); ++b) m_cells[key(a, b)].push_back(row);
      }
    }
  }

  /// The outline that holds the point, when it is one only.
  std::optional<std::size_t> around(RawXY point) const {
    const auto cell = m_cells.find(key(cellOf(point.a), cellOf(point.b)));
    std::optional<std::size_t> found;
    if (cell == m_cells.end()) return found;
    for (const std::size_t row : cell->second) {
      const auto& polygons = std::get<Polygons>(m_geometries[row].value).polygons;
      if (std::none_of(polygons.begin(), polygons.end(), [&](const auto& polygon) { return holds(polygon.outer, point); })) continue;
      if (found) return std::nullopt;
      found = row;
    }
    return found;
  }

 private:
  static constexpr double kCell = 50;
  static std::int64_t cellOf(double value) { return static_cast<std::int64_t>(std::floor(value / kCell)); }
  static std::uint64_t key(std::int64_t a, std::int64_t b) { return static_cast<std::uint64_t>(a) << 32 ^ (static_cast<std::uint64_t>(b) & 0xFFFFFFFFU); }

  const std::vector<RawGeometry>& m_geometries;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
};

}  // namespace

std::size_t takeStoreyLabels(Part& part, const RawLayer& source, const std::vector<std::size_t>& labels) {
  const auto text = source.columnOf("Text");
  if (part.kind != "building" || !text) return 0;
  const Outlines outlines(part.rows.geometries);
  std::vector<int> storeysAt(part.rows.rowCount(), 0);
  std::vector<std::size_t> labelsAt(part.rows.rowCount(), 0);
  for (const std::size_t label : labels) {
    const auto storeys = storeysOf(toText(source.columns[*text][label]));
    const auto* points = std::get_if<RawGeometry::Points>(&source.geometries[label].value);
    if (!storeys || !points || points->points.empty()) continue;
    const auto row = outlines.around(points->points[0]);
    if (!row) continue;
    storeysAt[*row] = std::max(storeysAt[*row], *storeys);   // a house with a lower wing has as many storeys as its highest part
    ++labelsAt[*row];
  }
  part.rowConstants.resize(part.rows.rowCount());
  std::size_t taken = 0;
  for (std::size_t row = 0; row < storeysAt.size(); ++row) {
    if (storeysAt[row] == 0) continue;
    part.rowConstants[row]["floors"] = std::to_string(storeysAt[row]);
    taken += labelsAt[row];
  }
  return taken;
}

}  // namespace pianqu::layers
