#include "app/map/feature_tree.hpp"

#include <algorithm>
#include <numeric>

namespace pianqu::app {
namespace {

/// More outline points than this say nothing more about the cost of drawing: the outline is thinned.
constexpr std::uint32_t kMostPointsCounted = 20000;
/// A disc with its ring takes as many vertices as so many points of an outline.
constexpr std::size_t kPointsOfDisc = 3;

std::uint32_t pointsOf(const layers::ShapeView& shape) {
  std::size_t count = shape.points.size() * kPointsOfDisc;
  if (shape.polygons)
    for (const auto& polygon : *shape.polygons) {
      count += polygon.outer.size();
      for (const auto& hole : polygon.holes) count += hole.size();
    }
  for (const auto& line : shape.lines) count += line.size();
  return static_cast<std::uint32_t>(std::min<std::size_t>(count, kMostPointsCounted));
}

}  // namespace

struct FeatureTree::Builder {
  FeatureTree& tree;
  const layers::LayerSource& source;
  const std::vector<std::uint32_t>& features;
  const std::vector<geo::Box>& boxes;               // by position in `order` before sorting: by feature number
  const std::vector<std::uint32_t>& points;
  std::vector<std::uint32_t>& order;                // positions in boxes and points

  void split(std::size_t from, std::size_t to, const geo::Box& area) {
    if (from == to) return;
    std::uint32_t pointCount = 0;
    for (std::size_t i = from; i < to; ++i) pointCount += points[order[i]];
    const bool isSmall = area.width() <= kSmallestLeafM && area.height() <= kSmallestLeafM;
    if (to - from == 1 || isSmall || (to - from <= kFeaturesPerLeaf && pointCount <= kPointsPerLeaf)) return addLeaf(from, to, pointCount);
    const geo::XY middle = area.centre();
    const auto begin = order.begin();
    const auto at = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
    const auto isSouth = [&](std::uint32_t i) { return boxes[i].centre().y < middle.y; };
    const auto isWest = [&](std::uint32_t i) { return boxes[i].centre().x < middle.x; };
    const auto south = static_cast<std::size_t>(std::partition(at(from), at(to), isSouth) - begin);
    const auto southWest = static_cast<std::size_t>(std::partition(at(from), at(south), isWest) - begin);
    const auto northWest = static_cast<std::size_t>(std::partition(at(south), at(to), isWest) - begin);
    split(from, southWest, {area.minX, area.minY, middle.x, middle.y});
    split(southWest, south, {middle.x, area.minY, area.maxX, middle.y});
    split(south, northWest, {area.minX, middle.y, middle.x, area.maxY});
    split(northWest, to, {middle.x, middle.y, area.maxX, area.maxY});
  }

  void addLeaf(std::size_t from, std::size_t to, std::uint32_t pointCount) {
    // In the order of the layer again: what comes later lies above.
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(from), order.begin() + static_cast<std::ptrdiff_t>(to));
    FeatureLeaf leaf{{}, {}, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from), pointCount};
    for (std::size_t i = from; i < to; ++i) leaf.box.add(boxes[order[i]]);
    leaf.looks = looksOf(from, to);
    tree.m_leaves.push_back(leaf);
  }

  std::uint64_t looksOf(std::size_t from, std::size_t to) const {
    std::uint64_t looks = 0;
    for (std::size_t i = from; i < to; ++i) {
      looks = looks * 0x100000001b3U + source.looks(features[order[i]]);
    }
    return looks;
  }
};

FeatureTree::FeatureTree(const layers::LayerSource& source, std::vector<std::uint32_t> features, const ProjectionGrid& grid) {
  std::vector<geo::Box> boxes;
  std::vector<std::uint32_t> points, order;
  boxes.reserve(features.size());
  points.reserve(features.size());
  geo::Box all;
  for (const std::uint32_t feature : features) {
    const layers::ShapeView shape = source.shape(feature);
    boxes.push_back(shape.box());
    points.push_back(pointsOf(shape));
    if (boxes.back().isEmpty()) continue;
    all.add(boxes.back());
    order.push_back(static_cast<std::uint32_t>(boxes.size() - 1));
  }
  Builder{*this, source, features, boxes, points, order}.split(0, order.size(), all);
  m_features.reserve(order.size());
  for (const std::uint32_t i : order) m_features.push_back(features[i]);
  for (FeatureLeaf& leaf : m_leaves) {
    leaf.world = grid.worldBoxOf(leaf.box);
    m_world.add(leaf.world);
    m_pointCount += leaf.points;
  }
  measureDensity();
}

void FeatureTree::measureDensity() {
  std::vector<std::pair<double, std::size_t>> densities;
  for (const FeatureLeaf& leaf : m_leaves) densities.emplace_back(leaf.points / std::max(1.0, leaf.world.width() * leaf.world.height()), leaf.points);
  std::sort(densities.begin(), densities.end());
  std::size_t counted = 0;
  for (const auto& [density, points] : densities) {
    m_pointDensity = density;
    if ((counted += points) * 4 >= m_pointCount * 3) return;
  }
}

void FeatureTree::visit(const geo::Box& query, const std::function<void(std::uint32_t)>& use) const {
  for (const FeatureLeaf& leaf : m_leaves) {
    if (!leaf.box.intersects(query)) continue;
    for (const std::uint32_t feature : featuresOf(leaf)) use(feature);
  }
}

}  // namespace pianqu::app
