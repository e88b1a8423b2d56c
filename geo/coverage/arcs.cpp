#include "geo/coverage/arcs.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <unordered_map>

namespace pianqu::geo {
namespace {

struct PlaceHash {
  std::size_t operator()(XY p) const {
    const auto mix = [](std::uint64_t z) {
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
      return z ^ (z >> 27);
    };
    // -0.0 and 0.0 are one place.
    return static_cast<std::size_t>(mix(std::bit_cast<std::uint64_t>(p.x + 0.0) * 31 + mix(std::bit_cast<std::uint64_t>(p.y + 0.0))));
  }
};

std::uint64_t sideOf(int from, int to) { return static_cast<std::uint64_t>(static_cast<std::uint32_t>(from)) << 32 | static_cast<std::uint32_t>(to); }

class Builder {
 public:
  explicit Builder(const std::vector<MultiPolygon<XY>>& coverage) {
    std::vector<std::vector<std::vector<std::vector<int>>>> rings;
    for (const auto& shape : coverage) {
      auto& parts = rings.emplace_back();
      for (const auto& polygon : shape) {
        auto& own = parts.emplace_back();
        own.push_back(numbersOf(polygon.outer));
        for (const auto& hole : polygon.holes) own.push_back(numbersOf(hole));
      }
    }
    for (const auto& shape : rings) {
      auto& uses = m_arcs.shapes.emplace_back();
      for (const auto& polygon : shape) {
        Arcs::PolygonUse use{.outer = useOf(polygon.front())};
        for (std::size_t h = 1; h < polygon.size(); ++h) use.holes.push_back(useOf(polygon[h]));
        uses.push_back(std::move(use));
      }
    }
  }

  Arcs take() { return std::move(m_arcs); }

 private:
  struct Around {
    int first = -1, second = -1;
    bool isNode = false;
  };

  /// Open ring of point numbers without repeated neighbours.
  std::vector<int> numbersOf(const Ring<XY>& ring) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const auto [found, isNew] = m_numbers.emplace(ring[i], static_cast<int>(m_arcs.points.size()));
      if (isNew) {
        m_arcs.points.push_back(ring[i]);
        m_around.emplace_back();
      }
      if (numbers.empty() || numbers.back() != found->second) numbers.push_back(found->second);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const int here = numbers[i], next = numbers[(i + 1) % numbers.size()];
      meet(here, next);
      meet(next, here);
    }
    return numbers;
  }

  void meet(int here, int other) {
    Around& around = m_around[static_cast<std::size_t>(here)];
    if (around.first == other || around.second == other) return;
    if (around.first < 0) around.first = other;
    else if (around.second < 0) around.second = other;
    else around.isNode = true;
  }

  Arcs::RingUse useOf(std::vector<int> ring) {
    Arcs::RingUse use;
    if (ring.empty()) return use;
    const auto isNode = [&](int p) { return m_around[static_cast<std::size_t>(p)].isNode; };
    auto start = std::find_if(ring.begin(), ring.end(), isNode);
    if (start == ring.end()) start = std::min_element(ring.begin(), ring.end());
    std::rotate(ring.begin(), start, ring.end());
    ring.push_back(ring.front());
    std::vector<int> arc{ring.front()};
    for (std::size_t i = 1; i < ring.size(); ++i) {
      arc.push_back(ring[i]);
      if (!isNode(ring[i]) && i + 1 < ring.size()) continue;
      use.push_back(useOfArc(arc));
      arc = {ring[i]};
    }
    return use;
  }

  Arcs::Use useOfArc(const std::vector<int>& arc) {
    const std::uint64_t forward = sideOf(arc[0], arc[1]), back = sideOf(arc[arc.size() - 1], arc[arc.size() - 2]);
    if (const auto known = m_known.find(forward); known != m_known.end()) return known->second;
    const int number = static_cast<int>(m_arcs.arcs.size());
    m_arcs.arcs.push_back(arc);
    m_known.emplace(forward, Arcs::Use{number, false});
    m_known.emplace(back, Arcs::Use{number, true});
    return {number, false};
  }

  Arcs m_arcs;
  std::unordered_map<XY, int, PlaceHash> m_numbers;
  std::vector<Around> m_around;
  std::unordered_map<std::uint64_t, Arcs::Use> m_known;   ///< by the first side of an arc, seen from either end
};

Ring<XY> ringOf(const Arcs& arcs, const Arcs::RingUse& use) {
  Ring<XY> ring;
  for (const Arcs::Use& each : use) {
    std::vector<int> arc = arcs.arcs[static_cast<std::size_t>(each.arc)];
    if (each.isReversed) std::reverse(arc.begin(), arc.end());
    if (!ring.empty()) ring.pop_back();
    for (int p : arc) ring.push_back(arcs.points[static_cast<std::size_t>(p)]);
  }
  return ring;
}

}  // namespace

Arcs arcsOf(const std::vector<MultiPolygon<XY>>& coverage) { return Builder(coverage).take(); }

std::vector<MultiPolygon<XY>> shapesOf(const Arcs& arcs) {
  std::vector<MultiPolygon<XY>> coverage;
  for (const auto& shape : arcs.shapes) {
    auto& parts = coverage.emplace_back();
    for (const auto& polygon : shape) {
      auto& part = parts.emplace_back();
      part.outer = ringOf(arcs, polygon.outer);
      for (const auto& hole : polygon.holes) part.holes.push_back(ringOf(arcs, hole));
    }
  }
  return coverage;
}

}  // namespace pianqu::geo
