#include "tests/support/district_oracle.hpp"

#include <bit>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace pianqu::test {
namespace {

using Mask = std::uint32_t;

class Search {
 public:
  explicit Search(const geo::DistrictProblem& problem) : m_problem(problem), m_count(problem.units.size()), m_touching(m_count, 0), m_sets(m_count) {
    for (const geo::DistrictEdge& edge : problem.edges) {
      if (edge.isCut || edge.a == edge.b) continue;
      m_touching[edge.a] |= Mask{1} << edge.b;
      m_touching[edge.b] |= Mask{1} << edge.a;
    }
    for (std::size_t first = 0; first < m_count; ++first) extend(first, Mask{1} << first, (Mask{1} << (first + 1)) - 1);
  }

  OracleOptimum run() { return best(m_count == 32 ? ~Mask{0} : (Mask{1} << m_count) - 1); }

 private:
  /// Connected sets whose lowest unit is `first`; `banned` are units that another branch takes.
  void extend(std::size_t first, Mask set, Mask banned) {
    if (!obeysMaxima(set)) return;
    if (obeysMinima(set)) m_sets[first].push_back(set);
    Mask next = 0;
    for (std::size_t u = 0; u < m_count; ++u) if (set >> u & 1) next |= m_touching[u];
    next &= ~(set | banned);
    while (next != 0) {
      const Mask unit = next & (~next + 1);
      next ^= unit;
      extend(first, set | unit, banned);
      banned |= unit;
    }
  }

  double sum(Mask set, std::size_t rule) const {
    double total = 0;
    for (std::size_t u = 0; u < m_count; ++u) total += set >> u & 1 ? m_problem.units[u].sums[rule] : 0;
    return total;
  }

  bool obeysMaxima(Mask set) const {
    for (std::size_t rule = 0; rule < m_problem.rules.sums.size(); ++rule) {
      if (m_problem.rules.sums[rule].maximum && sum(set, rule) > *m_problem.rules.sums[rule].maximum + 1e-9) return false;
    }
    for (const auto& [a, b] : m_problem.apart) if ((set >> a & 1) != 0 && (set >> b & 1) != 0) return false;
    for (std::size_t a = 0; a < m_count && m_problem.rules.maxSpanM; ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        if ((set >> a & 1) == 0 || (set >> b & 1) == 0) continue;
        const geo::XY p = m_problem.units[a].points.front(), q = m_problem.units[b].points.front();
        if (std::hypot(p.x - q.x, p.y - q.y) > *m_problem.rules.maxSpanM + 1e-9) return false;
      }
    }
    return true;
  }

  bool obeysMinima(Mask set) const {
    for (std::size_t rule = 0; rule < m_problem.rules.sums.size(); ++rule) {
      if (m_problem.rules.sums[rule].minimum && sum(set, rule) < *m_problem.rules.sums[rule].minimum - 1e-9) return false;
    }
    for (const auto& [a, b] : m_problem.together) if ((set >> a & 1) != (set >> b & 1)) return false;
    return true;
  }

  static bool isBetter(const OracleOptimum& a, const OracleOptimum& b) { return a.leftover < b.leftover - 1e-9 || (a.leftover < b.leftover + 1e-9 && a.districts > b.districts); }

  OracleOptimum best(Mask open) {
    if (open == 0) return {};
    if (const auto known = m_known.find(open); known != m_known.end()) return known->second;
    const auto first = static_cast<std::size_t>(std::countr_zero(open));
    OracleOptimum found = best(open & ~(Mask{1} << first));
    found.leftover += m_problem.units[first].sums[0];
    for (Mask set : m_sets[first]) {
      if ((set & ~open) != 0) continue;
      OracleOptimum with = best(open & ~set);
      ++with.districts;
      if (isBetter(with, found)) found = with;
    }
    return m_known[open] = found;
  }

  const geo::DistrictProblem& m_problem;
  std::size_t m_count;
  std::vector<Mask> m_touching;
  std::vector<std::vector<Mask>> m_sets;
  std::unordered_map<Mask, OracleOptimum> m_known;
};

}  // namespace

OracleOptimum bestDistricts(const geo::DistrictProblem& problem) { return Search(problem).run(); }

}  // namespace pianqu::test
