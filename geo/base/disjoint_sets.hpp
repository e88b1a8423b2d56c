#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace pianqu::geo {

/// Things numbered from 0 that join into sets. The root of a set is its least member, whatever order they joined in.
/// cost      O(log n) a call, less over many calls
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), std::size_t{0}); }

  std::size_t rootOf(std::size_t member) {
    while (m_parent[member] != member) member = m_parent[member] = m_parent[m_parent[member]];
    return member;
  }
  void join(std::size_t a, std::size_t b) {
    a = rootOf(a);
    b = rootOf(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

  /// A number for each member: sets count from 0 in the order of their roots.
  std::vector<int> numbers() {
    std::vector<int> numberOf(m_parent.size(), -1);
    int count = 0;
    for (std::size_t member = 0; member < m_parent.size(); ++member) {
      const std::size_t root = rootOf(member);
      if (root == member) numberOf[member] = count++;
      numberOf[member] = numberOf[root];
    }
    return numberOf;
  }

 private:
  std::vector<std::size_t> m_parent;
};

}  // namespace pianqu::geo
