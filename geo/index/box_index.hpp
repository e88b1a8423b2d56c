#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "geo/shape/shape.hpp"

namespace pianqu::geo {

/// Static index of boxes by position in the input; packed (STR) R-tree. Safe for concurrent queries.
/// cost      O(n log n) to build, O(log n + k) a query
class BoxIndex {
 public:
  BoxIndex();
  explicit BoxIndex(const std::vector<Box>& boxes);  ///< empty boxes are never found
  ~BoxIndex();
  BoxIndex(BoxIndex&&) noexcept;
  BoxIndex& operator=(BoxIndex&&) noexcept;

  /// Positions of boxes that meet `query`, ascending.
  std::vector<std::size_t> find(const Box& query) const;
  /// Positions of the `count` boxes nearest to `point` by box distance, nearest first; ties by position.
  std::vector<std::size_t> nearest(XY point, std::size_t count) const;
  std::size_t size() const;

 private:
  struct Tree;
  std::unique_ptr<Tree> m_tree;
};

}  // namespace pianqu::geo
