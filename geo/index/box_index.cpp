#include "geo/index/box_index.hpp"

#include <algorithm>
#include <iterator>

#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/algorithms/comparable_distance.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <boost/geometry/index/rtree.hpp>

namespace pianqu::geo {
namespace {

namespace bg = boost::geometry;
using BoostPoint = bg::model::point<double, 2, bg::cs::cartesian>;
using BoostBox = bg::model::box<BoostPoint>;
using Entry = std::pair<BoostBox, std::size_t>;

BoostBox toBoost(const Box& box) { return {{box.minX, box.minY}, {box.maxX, box.maxY}}; }

}  // namespace

struct BoxIndex::Tree {
  bg::index::rtree<Entry, bg::index::rstar<16>> entries;
};

BoxIndex::BoxIndex() : m_tree(std::make_unique<Tree>()) {}

BoxIndex::BoxIndex(const std::vector<Box>& boxes) : BoxIndex() {
  std::vector<Entry> entries;
  entries.reserve(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) if (!boxes[i].isEmpty()) entries.emplace_back(toBoost(boxes[i]), i);
  m_tree->entries = decltype(m_tree->entries)(entries);
}

BoxIndex::~BoxIndex() = default;
BoxIndex::BoxIndex(BoxIndex&&) noexcept = default;
BoxIndex& BoxIndex::operator=(BoxIndex&&) noexcept = default;

std::vector<std::size_t> BoxIndex::find(const Box& query) const {
  std::vector<std::size_t> found;
  if (query.isEmpty()) return found;
  for (auto it = m_tree->entries.qbegin(bg::index::intersects(toBoost(query))); it != m_tree->entries.qend(); ++it) found.push_back(it->second);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::size_t> BoxIndex::nearest(XY point, std::size_t count) const {
  std::vector<std::pair<double, std::size_t>> found;
  const BoostPoint at{point.x, point.y};
  const auto wanted = static_cast<unsigned>(std::min(count, size()));
  if (wanted == 0) return {};
  for (auto it = m_tree->entries.qbegin(bg::index::nearest(at, wanted)); it != m_tree->entries.qend(); ++it) {
    const auto &low = it->first.min_corner(), &high = it->first.max_corner();
    const double dx = std::max({low.get<0>() - point.x, 0.0, point.x - high.get<0>()});
    const double dy = std::max({low.get<1>() - point.y, 0.0, point.y - high.get<1>()});
    found.emplace_back(dx * dx + dy * dy, it->second);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::size_t> result;
  std::transform(found.begin(), found.end(), std::back_inserter(result), [](const auto& each) { return each.second; });
  return result;
}

std::size_t BoxIndex::size() const { return m_tree->entries.size(); }

}  // namespace pianqu::geo
