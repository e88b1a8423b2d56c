#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "app/map/projection_grid.hpp"
#include "layers/scene/layer_source.hpp"

namespace pianqu::app {

/// A square of the quadtree with its features: what is drawn, cached and drawn anew as one.
struct FeatureLeaf {
  geo::Box box;                    ///< of its features, project CRS
  geo::Box world;                  ///< the same, Web Mercator
  std::uint32_t first = 0, count = 0;
  std::uint32_t points = 0;        ///< of all outlines
  std::uint64_t looks = 0;         ///< of all features, in their order
};

/// Features in a quadtree by the middle of their boxes, each in one leaf. It holds numbers, no shapes.
///
/// keeps     leaves of at most kFeaturesPerLeaf features or kPointsPerLeaf points, unless more lie within kSmallestLeafM or belong to one feature
/// cost      150 ns a feature to build, 4 bytes to keep
class FeatureTree {
 public:
  static constexpr std::uint32_t kFeaturesPerLeaf = 1500, kPointsPerLeaf = 20000;
  static constexpr double kSmallestLeafM = 60;

  FeatureTree(const layers::LayerSource& source, std::vector<std::uint32_t> features, const ProjectionGrid& grid);

  const std::vector<FeatureLeaf>& leaves() const { return m_leaves; }
  std::span<const std::uint32_t> featuresOf(const FeatureLeaf& leaf) const { return {m_features.data() + leaf.first, leaf.count}; }
  std::size_t size() const { return m_features.size(); }
  const geo::Box& world() const { return m_world; }
  /// Points a square metre of Web Mercator that three quarters of all points do not exceed, leaf by leaf.
  double pointDensity() const { return m_pointDensity; }
  std::size_t pointCount() const { return m_pointCount; }
  /// Calls `use` with each feature of the leaves whose box meets `query` (project CRS).
  void visit(const geo::Box& query, const std::function<void(std::uint32_t)>& use) const;

 private:
  struct Builder;
  void measureDensity();
  std::vector<std::uint32_t> m_features;
  std::vector<FeatureLeaf> m_leaves;
  geo::Box m_world;
  double m_pointDensity = 0;
  std::size_t m_pointCount = 0;
};

}  // namespace pianqu::app
