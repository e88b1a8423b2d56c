#pragma once

#include <cstdint>

namespace pianqu::geo {

/// Small deterministic generator: same seed, same numbers, on every machine.
/// source  [Steele2014] SplitMix64
class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  /// Uniform in [0, 1), 53 bits.
  double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  /// Uniform in [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Uniform in low..high, both included. The bias of the modulo is below 2^-40 for the ranges used.
  int integer(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
  bool chance(double probability) { return uniform() < probability; }

 private:
  std::uint64_t m_state;
};

/// A seed for one named part of a run, so that adding a part does not shift the numbers of another.
std::uint64_t seedFor(std::uint64_t seed, std::uint64_t part);

}  // namespace pianqu::geo
