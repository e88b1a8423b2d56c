#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/district/solve.hpp"
#include "layers/feature/unit_graph.hpp"

namespace pianqu::layers {

/// What becomes of rows of one group that a cut keeps apart.
enum class StraddlingRule { LeaveOver, Split };

/// What a person wants of single units and districts; ids of rows, names of districts of an earlier result.
struct GraphPins {
  std::vector<std::pair<std::string, std::string>> together, apart;   ///< two ids
  std::vector<std::pair<std::string, std::string>> locks;             ///< id, district: units of one name stay together, in that district
  std::vector<std::string> kept;                                      ///< districts that stay as they are
  std::vector<std::string> touched;                                   ///< ids around which a re-solve looks for something better
};

struct GraphMergeOptions {
  geo::DistrictRules rules;                  ///< SumRule::name is a column of the graph
  geo::DistrictOptions search;
  std::vector<std::string> traits;           ///< columns that districts should be alike in; they weigh by search.likenessWeight
  unsigned cutFlags = 0;                     ///< an edge with one of these bits is a cut
  StraddlingRule straddling = StraddlingRule::LeaveOver;
  GraphPins pins;
  std::optional<std::map<std::string, std::string>> present;   ///< id -> district ("" left over) of an earlier result: only what must change is solved anew
};

/// Rows of one group on different sides of cuts.
struct Straddling {
  std::string group;
  std::vector<std::string> sides;            ///< an id of each side, in order
};

struct GraphMergeFigures {
  int districts = 0, upperBound = 0;
  std::optional<double> meanCompactness;     ///< Polsby-Popper; nullopt when areas, perimeters or borders are not known
  std::optional<double> wcssShare;           ///< of the variance of the traits (columns a1, a2 where none are named), what is left within districts
};

/// Districts over somebody's own graph.
struct GraphMerge {
  static constexpr std::size_t kNoUnit = static_cast<std::size_t>(-1);
  geo::DistrictProblem problem;              ///< a unit is a group, a side of one, or a row without group
  std::vector<std::size_t> unitOf;           ///< of each row; kNoUnit for one that straddles
  geo::DistrictSolution solution;
  std::vector<Straddling> straddling;
  std::vector<std::size_t> byId;             ///< rows in the order of their ids, numbers before words
  GraphMergeFigures figures;
  std::vector<std::string> districtNames;    ///< by number; those of the earlier result where they live on
  std::vector<int> presentOf;                ///< of each unit, a number; empty without an earlier result
  std::vector<std::size_t> touched;          ///< units around which is solved anew
  geo::DistrictChange change;                ///< what moved; empty without an earlier result

  int districtOf(std::size_t row) const;             ///< -1: left over
  std::string reasonOf(std::size_t row) const;       ///< why it is left over, a code; "" for a placed one
};

/// Contracts groups to units and says what is pinned and what has to be solved anew.
/// errors    NotFound for a column, unit or district that is not there; Invalid for pins that contradict each other; Cancelled
geo::Result<GraphMerge> prepareMerge(const UnitGraph& graph, const GraphMergeOptions& options, const geo::Progress& progress = geo::noProgress());
/// Merges, or re-solves from the earlier result.
geo::Result<void> runMerge(GraphMerge& merge, geo::Progress& progress);
/// Reasons, names and figures.
geo::Result<void> describeMerge(const UnitGraph& graph, const GraphMergeOptions& options, GraphMerge& merge);

/// All three.
///
/// keeps     the same districts for any order of rows and edges; every district passes checkDistricts(), whole groups and all
/// errors    those of solveDistricts(); NotFound for a column that the graph has not
geo::Result<GraphMerge> mergeGraph(const UnitGraph& graph, const GraphMergeOptions& options, geo::Progress& progress = geo::noProgress());

/// Why the unit with this id or group is where it is, in sentences. errors NotFound
geo::Result<std::vector<std::string>> explainRow(const UnitGraph& graph, const GraphMerge& merge, const std::string& id);

}  // namespace pianqu::layers
