#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "geo/parking/bands.hpp"
#include "geo/parking/stall_rules.hpp"

namespace pianqu::geo {

/// A stall in the frame of the rows: `front` is the side that lies on its aisle.
struct StallBox {
  enum class Front { Below, Above, Left, Right };
  Box box;
  Front front = Front::Below;
};

/// Stalls and aisles in the frame of the rows. Throats join the entrance to an aisle that a slanted boundary keeps off; they may stick out of the polygon.
struct StripPlan {
  std::vector<StallBox> stalls;
  std::vector<Box> aisles;
  std::vector<Box> throats;
  std::optional<Box> spine;   ///< the cross aisle, also among the aisles
};

/// A cross aisle x..x+aisle within `reach` (in y). The entrance is on it, or on one of the aisles that it joins.
struct Spine {
  double x = 0;
  Span reach;
  bool isAtEntrance = false;
};

/// The spans of bands of one depth at every step of a grid.
class StepSpans {
 public:
  StepSpans() = default;
  StepSpans(const Bands& bands, double depth, double firstY, double gridM, int steps);

  std::span<const Span> at(int step) const { return std::span(m_spans).subspan(m_first[static_cast<std::size_t>(step)], size(step)); }
  /// Position of the first span of `step` among all.
  std::size_t first(int step) const { return m_first[static_cast<std::size_t>(step)]; }
  std::size_t count() const { return m_spans.size(); }

 private:
  std::size_t size(int step) const { return m_first[static_cast<std::size_t>(step) + 1] - m_first[static_cast<std::size_t>(step)]; }

  std::vector<Span> m_spans;
  std::vector<std::size_t> m_first{0};   ///< of each step, and the end
};

/// Whether an aisle that runs over `along` with its sides at `across` takes in the entrance. On the aisle itself anywhere; before its end within
/// half an aisle's width, and then near the middle, since the end lies on a slanted boundary and the throat must be wide enough to drive.
bool takesIn(const Span& along, double entranceAlong, const Span& across, double entranceAcross, double aisleM);

/// Rows and aisles along x in one polygon, for any number of entrances and spines.
///
/// keeps     every aisle piece used is joined to the entrance through aisles
/// accuracy  exact among plans of straight parallel rows (perpendicular, parallel or none on each side of an aisle) on the grid of
///           `rules.gridM` that starts at `anchorY`, for the given spine
/// cost      O(rows x edges in a row) to prepare, O(rows) spans a call
class StripPlanner {
 public:
  StripPlanner(const Polygon<XY>& polygon, const StallRules& rules, double anchorY);

  /// The most stalls with the given spine, or with one aisle that starts at the entrance when there is none.
  StripPlan best(XY entrance, const std::optional<Spine>& spine) const;
  /// Number of stalls that best() would place when it is more than `floor`, else anything up to `floor`.
  int countBest(XY entrance, const std::optional<Spine>& spine, int floor) const;

 private:
  enum Row { None, Perpendicular, Parallel };
  enum Aisle { Wide, Narrow };
  struct Shape { Row lower; Aisle aisle; Row upper; };
  struct Block { int shape = -1; int aisle = 0; bool isLowerCut = true; bool isUpperCut = true; };
  struct Node { int value = -1; int from = -1; int fromState = 0; Block block; };
  struct Reach { bool isUsable = false; bool isAtEntrance = false; Span span; std::size_t at = 0; };   ///< `at`: position among the spans of its aisle
  using Counts = std::array<int, 3>;                     ///< by Row
  struct Sides { Counts below{}, above{}; };             ///< stalls on each side of an aisle over its whole span
  struct Search;
  struct Tally;
  static const std::array<Shape, 8> kShapes;

  double yOf(int step) const { return m_anchorY + step * m_grid; }
  int countIn(Row row, int step, const Span& limit, const Span* hole) const;
  int lostIn(Row row, int step, const Span& limit, const Span& hole) const;
  Sides sidesOf(Aisle aisle, int step, const Span& span) const;
  Sides cutSides(Aisle aisle, int step, const Span& span, const Sides& whole, const Span& hole) const;
  void prepareBound();
  Reach reachOf(Aisle aisle, int step, XY entrance, const std::optional<Spine>& spine) const;
  static void improve(Node& node, const Node& better);
  void extend(Search& search, int step, int shape) const;
  void extend(Tally& tally, Aisle aisle, int bottom) const;
  Search search(XY entrance, const std::optional<Spine>& spine) const;
  void place(const Block& block, const Search& search, StripPlan& plan) const;
  void placeRow(Row row, int step, const Span& limit, const Span* hole, StallBox::Front front, StripPlan& plan) const;

  StallRules m_rules;
  double m_anchorY, m_grid;
  int m_steps = 0;
  std::array<int, 3> m_rowSteps{};
  std::array<int, 2> m_aisleSteps{};
  std::array<double, 3> m_pitch{};
  std::array<StepSpans, 3> m_rows;
  std::array<StepSpans, 2> m_aisles;
  std::array<std::vector<Sides>, 2> m_sides;   ///< of each span of each aisle
  std::vector<int> m_bound;                    ///< stalls from a step on, at most, whatever the entrance and the spine
};

}  // namespace pianqu::geo
