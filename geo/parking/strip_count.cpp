#include <algorithm>
#include <array>

#include "geo/parking/strip_plan.hpp"
#include "geo/parking/strip_units.hpp"

namespace pianqu::geo {

StripPlanner::Sides StripPlanner::sidesOf(Aisle aisle, int step, const Span& span) const {
  Sides sides;
  if (span.length() < m_rules.aisleM - kFitM) return sides;
  const int top = step + m_aisleSteps[aisle];
  for (const Row row : {Perpendicular, Parallel}) {
    if (aisle == Narrow && row == Perpendicular) continue;
    if (step >= m_rowSteps[row]) sides.below[row] = countIn(row, step - m_rowSteps[row], span, nullptr);
    if (top + m_rowSteps[row] <= m_steps) sides.above[row] = countIn(row, top, span, nullptr);
  }
  return sides;
}

/// Stalls of a row within `limit` that a hole takes: only the spans that meet the hole are looked at.
int StripPlanner::lostIn(Row row, int step, const Span& limit, const Span& hole) const {
  int lost = 0;
  for (const Span& span : m_rows[row].at(step)) {
    if (span.low >= hole.high) break;
    const double low = std::max(span.low, limit.low), high = std::min(span.high, limit.high);
    if (high <= low || hole.high <= low || hole.low >= high) continue;
    lost += stallsIn(high - low, m_pitch[row]) - stallsIn(hole.low - low, m_pitch[row]) - stallsIn(high - hole.high, m_pitch[row]);
  }
  return lost;
}

StripPlanner::Sides StripPlanner::cutSides(Aisle aisle, int step, const Span& span, const Sides& whole, const Span& hole) const {
  Sides cut = whole;
  const int top = step + m_aisleSteps[aisle];
  for (const Row row : {Perpendicular, Parallel}) {
    if (cut.below[row] > 0) cut.below[row] -= lostIn(row, step - m_rowSteps[row], span, hole);
    if (cut.above[row] > 0) cut.above[row] -= lostIn(row, top, span, hole);
  }
  return cut;
}

/// The best rows from each step to the top when every aisle is joined and no cross aisle cuts a row.
void StripPlanner::prepareBound() {
  m_bound.assign(static_cast<std::size_t>(m_steps) + 1, 0);
  for (int step = m_steps - 1; step >= 0; --step) {
    int most = m_bound[static_cast<std::size_t>(step) + 1];
    for (const Shape& shape : kShapes) {
      const int bottom = step + m_rowSteps[shape.lower], next = bottom + m_aisleSteps[shape.aisle] + m_rowSteps[shape.upper];
      if (next > m_steps) continue;
      const std::size_t first = m_aisles[shape.aisle].first(bottom), end = first + m_aisles[shape.aisle].at(bottom).size();
      for (std::size_t i = first; i < end; ++i) {
        const Sides& sides = m_sides[shape.aisle][i];
        most = std::max(most, m_bound[static_cast<std::size_t>(next)] + sides.below[shape.lower] + sides.above[shape.upper]);
      }
    }
    m_bound[static_cast<std::size_t>(step)] = most;
  }
}

/// What countBest() knows: the same recurrence as Search, values only.
struct StripPlanner::Tally {
  XY entrance;
  const std::optional<Spine>& spine;
  int best;                                    ///< what a plan must be better than, and the best one since
  std::vector<std::array<int, 4>> values;      ///< at each step; state as in Search
};

/// All blocks whose aisle starts at `bottom`. What they follow is final: a block ends above its aisle's bottom.
void StripPlanner::extend(Tally& tally, Aisle aisle, int bottom) const {
  const Reach reach = reachOf(aisle, bottom, tally.entrance, tally.spine);
  if (!reach.isUsable) return;
  const Sides& whole = m_sides[aisle][reach.at];
  Sides cut = whole;
  const int top = bottom + m_aisleSteps[aisle];
  bool mayStart = false, mayEnd = false;
  if (tally.spine) {
    cut = cutSides(aisle, bottom, reach.span, whole, {tally.spine->x, tally.spine->x + m_rules.aisleM});
    mayEnd = !(tally.spine->isAtEntrance && tally.entrance.y > yOf(top) + kFitM);
    mayStart = !(tally.spine->isAtEntrance && tally.entrance.y < yOf(bottom) - kFitM);
  }
  for (const Shape& shape : kShapes) {
    const int step = bottom - m_rowSteps[shape.lower], next = top + m_rowSteps[shape.upper];
    if (shape.aisle != aisle || step < 0 || next > m_steps) continue;
    const int below = cut.below[shape.lower], above = cut.above[shape.upper];
    const int belowFirst = mayStart ? whole.below[shape.lower] : below, aboveLast = mayEnd ? whole.above[shape.upper] : above;
    const auto& before = tally.values[static_cast<std::size_t>(step)];
    auto& after = tally.values[static_cast<std::size_t>(next)];
    for (std::size_t state = 0; state < 4; ++state) {
      if (before[state] < 0) continue;
      const int value = before[state] + (state >= 2 ? below : belowFirst);
      const std::size_t nextState = (state & 1) != 0 || reach.isAtEntrance ? 3 : 2;
      after[nextState] = std::max(after[nextState], value + above);
      if (nextState == 3) tally.best = std::max(tally.best, value + aboveLast);
    }
  }
}

int StripPlanner::countBest(XY entrance, const std::optional<Spine>& spine, int floor) const {
  Tally tally{entrance, spine, std::max(0, floor), {}};
  if (m_bound.front() <= tally.best) return tally.best;
  tally.values.assign(static_cast<std::size_t>(m_steps) + 1, {-1, -1, -1, -1});
  tally.values[0][spine && spine->isAtEntrance ? 1 : 0] = 0;
  for (int bottom = 0; bottom < m_steps; ++bottom) {
    auto& values = tally.values[static_cast<std::size_t>(bottom)];
    if (bottom > 0) {
      const auto& below = tally.values[static_cast<std::size_t>(bottom) - 1];
      for (std::size_t state = 0; state < 4; ++state) values[state] = std::max(values[state], below[state]);
    }
    // A block whose aisle starts here begins at most the deeper row's depth below.
    const int reached = *std::max_element(values.begin(), values.end());
    const int earliest = std::max(0, bottom - std::max(m_rowSteps[Perpendicular], m_rowSteps[Parallel]));
    if (reached + m_bound[static_cast<std::size_t>(earliest)] <= tally.best) continue;
    for (const Aisle aisle : {Wide, Narrow}) extend(tally, aisle, bottom);
  }
  return tally.best;
}

}  // namespace pianqu::geo
