#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/map/tiled_layer.hpp"

namespace pianqu::app {

/// What two builds of a layer have in common, square by square: an edit of one district changes the pieces around it and no other.
///
/// cost      O(squares log squares); shapes were looked at when the layers were built
class LayerChange {
 public:
  LayerChange(const TiledLayer& before, const TiledLayer& after);

  /// Where a group or a leaf of `before` is in `after`; nullopt: it is drawn differently now.
  std::optional<std::size_t> groupOf(std::size_t group) const { return m_groups[group]; }
  std::optional<std::size_t> leafOf(std::size_t group, std::size_t leaf) const { return m_leaves[group][leaf]; }
  /// Something in `world` (Web Mercator) is drawn differently now, in a group of `before`.
  bool touches(std::size_t group, const geo::Box& world) const;

 private:
  void compare(const TiledLayer& before, const TiledLayer& after, std::size_t group);
  std::vector<std::optional<std::size_t>> m_groups;
  std::vector<std::vector<std::optional<std::size_t>>> m_leaves;
  std::vector<std::vector<geo::Box>> m_changed;
};

}  // namespace pianqu::app
