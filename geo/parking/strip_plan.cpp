#include "geo/parking/strip_plan.hpp"

#include <algorithm>
#include <cmath>

#include "geo/parking/strip_units.hpp"

namespace pianqu::geo {
namespace {

constexpr double kTouchM = 0.05;   ///< the entrance is given to the centimetre
int stepsFor(double lengthM, double gridM) { return static_cast<int>(std::ceil(lengthM / gridM - 1e-6)); }

}  // namespace

bool takesIn(const Span& along, double entranceAlong, const Span& across, double entranceAcross, double aisleM) {
  const auto isWithin = [](double value, const Span& span, double slack) { return value >= span.low - slack && value <= span.high + slack; };
  if (isWithin(entranceAlong, along, kTouchM)) return isWithin(entranceAcross, across, kTouchM);
  return isWithin(entranceAlong, along, 0.45 * aisleM) && isWithin(entranceAcross, across, -across.length() / 4);
}

/// What one call of best() knows: the reachable aisles, the nodes of the search, and how the best plan ends.
struct StripPlanner::Search {
  XY entrance;
  std::optional<Spine> spine;
  Span hole;                                   ///< the columns of the spine
  std::array<std::vector<Reach>, 2> reach;
  std::vector<std::array<Node, 4>> nodes;      ///< state: 2 * has an aisle + the entrance is joined
  Node end;                                    ///< last block and where it starts; value -1: no plan
};

const std::array<StripPlanner::Shape, 8> StripPlanner::kShapes = {{{Perpendicular, Wide, Perpendicular},
                                                                  {Perpendicular, Wide, Parallel},
                                                                  {Parallel, Wide, Perpendicular},
                                                                  {Perpendicular, Wide, None},
                                                                  {None, Wide, Perpendicular},
                                                                  {Parallel, Narrow, Parallel},
                                                                  {Parallel, Narrow, None},
                                                                  {None, Narrow, Parallel}}};

StepSpans::StepSpans(const Bands& bands, double depth, double firstY, double gridM, int steps) {
  // A thousandth of a step of slack lets a row end on a boundary whose height is a whole number of steps only in exact arithmetic.
  BandSweep sweep(bands, depth - 2e-5);
  for (int step = 0; step <= steps; ++step) {
    sweep.append(firstY + step * gridM + 1e-5, m_spans);
    m_first.push_back(m_spans.size());
  }
}

StripPlanner::StripPlanner(const Polygon<XY>& polygon, const StallRules& rules, double anchorY)
    : m_rules(rules), m_anchorY(anchorY), m_grid(rules.gridM) {
  const Bands bands(polygon);
  m_steps = std::max(0, static_cast<int>(std::floor((bands.extent().maxY - anchorY) / m_grid + 1e-4)));
  m_rowSteps = {0, stepsFor(rules.stallDepthM, m_grid), stepsFor(rules.parallelDepthM, m_grid)};
  m_aisleSteps = {stepsFor(rules.aisleM, m_grid), stepsFor(rules.parallelAisleM, m_grid)};
  m_pitch = {1, rules.stallWidthM, rules.parallelLengthM};
  for (const Row row : {Perpendicular, Parallel}) m_rows[row] = StepSpans(bands, m_rowSteps[row] * m_grid, anchorY, m_grid, m_steps);
  for (const Aisle aisle : {Wide, Narrow}) {
    m_aisles[aisle] = StepSpans(bands, m_aisleSteps[aisle] * m_grid, anchorY, m_grid, m_steps);
    for (int step = 0; step <= m_steps; ++step) {
      for (const Span& span : m_aisles[aisle].at(step)) m_sides[aisle].push_back(sidesOf(aisle, step, span));
    }
  }
  prepareBound();
}

int StripPlanner::countIn(Row row, int step, const Span& limit, const Span* hole) const {
  if (row == None) return 0;
  int count = 0;
  for (const Span& span : m_rows[row].at(step)) {
    if (span.low >= limit.high) break;
    const double low = std::max(span.low, limit.low), high = std::min(span.high, limit.high);
    if (high <= low) continue;
    if (hole == nullptr || hole->high <= low || hole->low >= high) count += stallsIn(high - low, m_pitch[row]);
    else count += stallsIn(hole->low - low, m_pitch[row]) + stallsIn(high - hole->high, m_pitch[row]);
  }
  return count;
}

StripPlanner::Reach StripPlanner::reachOf(Aisle aisle, int step, XY entrance, const std::optional<Spine>& spine) const {
  const double low = yOf(step), high = low + m_aisleSteps[aisle] * m_grid;
  if (spine && (low < spine->reach.low - kTouchM || high > spine->reach.high + kTouchM)) return {};
  std::size_t at = m_aisles[aisle].first(step);
  for (const Span& span : m_aisles[aisle].at(step)) {
    const std::size_t here = at++;
    if (span.length() < m_rules.aisleM - kFitM) continue;
    const bool isAtEntrance = takesIn(span, entrance.x, {low, high}, entrance.y, m_rules.aisleM);
    const bool isOnSpine = spine && span.low <= spine->x + kFitM && span.high >= spine->x + m_rules.aisleM - kFitM;
    if (spine ? isOnSpine : isAtEntrance) return {true, isAtEntrance, span, here};
  }
  return {};
}

void StripPlanner::improve(Node& node, const Node& better) {
  if (better.value > node.value) node = better;
}

/// One aisle with its rows that starts at `step`, after every state that is reached there. Rows are counted once for all states.
void StripPlanner::extend(Search& s, int step, int shape) const {
  const auto& [lower, aisle, upper] = kShapes[static_cast<std::size_t>(shape)];
  const int bottom = step + m_rowSteps[lower], top = bottom + m_aisleSteps[aisle], next = top + m_rowSteps[upper];
  if (next > m_steps) return;
  const Reach& reach = s.reach[aisle][static_cast<std::size_t>(bottom)];
  if (!reach.isUsable) return;
  const Span* hole = s.spine ? &s.hole : nullptr;
  const bool isJoined = s.spine && s.spine->isAtEntrance;
  // A row beyond the last aisle, seen from the entrance, is not cut by the cross aisle.
  const bool mayEnd = !(isJoined && s.entrance.y > yOf(top) + kFitM), mayStart = !(isJoined && s.entrance.y < yOf(bottom) - kFitM);
  const int below = countIn(lower, step, reach.span, hole), above = countIn(upper, top, reach.span, hole);
  const int belowWhole = hole != nullptr && mayStart ? countIn(lower, step, reach.span, nullptr) : below;
  const int aboveWhole = hole != nullptr && mayEnd ? countIn(upper, top, reach.span, nullptr) : above;
  for (int state = 0; state < 4; ++state) {
    const int value = s.nodes[static_cast<std::size_t>(step)][static_cast<std::size_t>(state)].value;
    if (value < 0) continue;
    const bool isLowerCut = state >= 2 || !mayStart;
    const int nextState = 2 + ((state & 1) != 0 || reach.isAtEntrance ? 1 : 0);
    Node after{value + (isLowerCut ? below : belowWhole) + above, step, state, {shape, bottom, isLowerCut, true}};
    improve(s.nodes[static_cast<std::size_t>(next)][static_cast<std::size_t>(nextState)], after);
    if (nextState != 3) continue;
    after.value += aboveWhole - above;
    after.block.isUpperCut = !mayEnd;
    improve(s.end, after);
  }
}

StripPlanner::Search StripPlanner::search(XY entrance, const std::optional<Spine>& spine) const {
  Search s{entrance, spine, {}, {}, {}, {}};
  if (spine) s.hole = {spine->x, spine->x + m_rules.aisleM};
  for (const Aisle aisle : {Wide, Narrow}) {
    for (int step = 0; step <= m_steps; ++step) s.reach[aisle].push_back(reachOf(aisle, step, entrance, spine));
  }
  const bool isJoined = spine && spine->isAtEntrance;
  s.nodes.resize(static_cast<std::size_t>(m_steps) + 1);
  s.nodes[0][isJoined ? 1 : 0].value = 0;
  for (int step = 0; step < m_steps; ++step) {
    for (int state = 0; state < 4; ++state) {
      const int value = s.nodes[step][state].value;
      if (value >= 0) improve(s.nodes[step + 1][state], {value, step, state, {}});
    }
    for (int shape = 0; shape < static_cast<int>(kShapes.size()); ++shape) extend(s, step, shape);
  }
  return s;
}

void StripPlanner::placeRow(Row row, int step, const Span& limit, const Span* hole, StallBox::Front front, StripPlan& plan) const {
  if (row == None) return;
  const double depth = row == Perpendicular ? m_rules.stallDepthM : m_rules.parallelDepthM;
  const double rowHigh = yOf(step + m_rowSteps[row]);
  const double low = front == StallBox::Front::Below ? yOf(step) : rowHigh - depth;
  for (const Span& part : clipped(m_rows[row].at(step), limit, hole)) {
    const int count = stallsIn(part.length(), m_pitch[row]);
    // A row as long as its stalls but for the tolerance is centred, so that neither end sticks out further than it must.
    const double start = part.low + std::min(0.0, (part.length() - count * m_pitch[row]) / 2);
    for (int i = 0; i < count; ++i) plan.stalls.push_back({{start + i * m_pitch[row], low, start + (i + 1) * m_pitch[row], low + depth}, front});
  }
}

void StripPlanner::place(const Block& block, const Search& s, StripPlan& plan) const {
  const auto& [lower, aisle, upper] = kShapes[static_cast<std::size_t>(block.shape)];
  const Reach& reach = s.reach[aisle][static_cast<std::size_t>(block.aisle)];
  const Span* hole = s.spine ? &s.hole : nullptr;
  const std::size_t first = plan.stalls.size();
  const int top = block.aisle + m_aisleSteps[aisle];
  placeRow(lower, block.aisle - m_rowSteps[lower], reach.span, block.isLowerCut ? hole : nullptr, StallBox::Front::Above, plan);
  placeRow(upper, top, reach.span, block.isUpperCut ? hole : nullptr, StallBox::Front::Below, plan);

  Box used{.minY = yOf(block.aisle), .maxY = yOf(top)};
  const auto extend = [&used](double x) { used.minX = std::min(used.minX, x); used.maxX = std::max(used.maxX, x); };
  for (std::size_t i = first; i < plan.stalls.size(); ++i) {
    extend(plan.stalls[i].box.minX);
    extend(plan.stalls[i].box.maxX);
  }
  if (s.spine) {
    extend(s.hole.low);
    extend(s.hole.high);
  }
  if (reach.isAtEntrance && !(s.spine && s.spine->isAtEntrance)) {
    extend(std::clamp(s.entrance.x, reach.span.low, reach.span.high));
    if (s.entrance.x < reach.span.low - kFitM) plan.throats.push_back({s.entrance.x, used.minY, reach.span.low, used.maxY});
    if (s.entrance.x > reach.span.high + kFitM) plan.throats.push_back({reach.span.high, used.minY, s.entrance.x, used.maxY});
  }
  const double missing = m_rules.aisleM - used.width();
  if (missing > 0) {
    used.minX = std::max(reach.span.low, used.minX - missing);
    used.maxX = std::min(reach.span.high, used.minX + m_rules.aisleM);
  }
  plan.aisles.push_back(used);
}

StripPlan StripPlanner::best(XY entrance, const std::optional<Spine>& spine) const {
  const Search s = search(entrance, spine);
  StripPlan plan;
  if (s.end.value <= 0) return plan;
  for (Node node = s.end; node.from >= 0; node = s.nodes[node.from][node.fromState]) {
    if (node.block.shape >= 0) place(node.block, s, plan);
  }
  if (spine) {
    Box column{.minX = s.hole.low, .maxX = s.hole.high};
    for (const Box& aisle : plan.aisles) {
      column.minY = std::min(column.minY, aisle.minY);
      column.maxY = std::max(column.maxY, aisle.maxY);
    }
    if (spine->isAtEntrance) {
      const double y = std::clamp(entrance.y, spine->reach.low, spine->reach.high);
      column.minY = std::min(column.minY, y);
      column.maxY = std::max(column.maxY, y);
      if (entrance.y < column.minY - kFitM) plan.throats.push_back({column.minX, entrance.y, column.maxX, column.minY});
      if (entrance.y > column.maxY + kFitM) plan.throats.push_back({column.minX, column.maxY, column.maxX, entrance.y});
    }
    plan.spine = column;
    plan.aisles.push_back(column);
  }
  return plan;
}

}  // namespace pianqu::geo
