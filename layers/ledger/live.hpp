#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/plan_index.hpp"

/// The ledger while the mouse moves: the same numbers as summarize(), from parts that were added up once.
namespace pianqu::layers {

/// A Summary and the mix of ownership.
struct LiveFigures {
  Summary summary;
  std::map<std::string, int> buildingsByTenure;   ///< "" for unknown
  LiveFigures& operator+=(const LiveFigures& other);
};

/// What a stroke does to one district before it is accepted.
struct LiveChange {
  Uid districtUid;               ///< empty: nobody's
  LiveFigures before, after;     ///< area and compactness are those of the boundary, which painting moves only when it is accepted
};

/// Built once for a city; answers while nothing in the city changes. Safe for concurrent questions.
///
/// keeps     of(members) and inside(area) equal summarize() over the same buildings and estates, figure for figure
/// cost      n log n to build, about 150 bytes a building; a question O(k) in the buildings near, whatever the city's size
class LiveLedger {
 public:
  explicit LiveLedger(const PlanIndex& index);
  ~LiveLedger();
  LiveLedger(LiveLedger&&) noexcept;

  LiveFigures of(const std::vector<Member>& units) const;
  LiveFigures of(const District& district) const;
  /// Buildings whose centre of mass is inside a boundary that is being dragged, with its area and compactness; estates as summarize() counts them.
  LiveFigures inside(const geo::MultiPolygon<geo::XY>& area) const;
  /// Districts that differ when `units` go into `districtUid` (empty: out of all); the one that gains first, then by code.
  std::vector<LiveChange> stroke(const Plan& plan, const Uid& districtUid, const std::vector<Member>& units) const;
  /// The same for any edit of districts: those that differ, as they would be. Ground that a new district takes is not taken off its
  /// neighbours until the edit is made. Edits that change no district give nothing.
  std::vector<LiveChange> changes(const Plan& plan, const Edit& edit) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// How a figure stands against what the catalogue asks of a district.
enum class Standing { Met, Below, Above, Unknown };
struct ThresholdState {
  std::string key, zh, en, unit;       ///< key of the column in districtLedger()
  std::optional<double> value, least, most;
  Standing standing = Standing::Unknown;
};

/// Bounds of a district: those of the merge that made the plan (`plan.parameters`), else rows merge.* and district.min-area of rules.csv, or what the city says instead;
/// stalls that its households need by parking.demand-per-household.
class DistrictThresholds {
 public:
  /// errors    those of the catalogue
  static geo::Result<DistrictThresholds> read(const std::string& dataFolder, const Plan& plan, const CityProfile& profile = {});
  std::vector<ThresholdState> judge(const Summary& summary) const;

 private:
  double m_minAreaM2 = 0, m_minHouseholds = 0, m_maxHouseholds = 0, m_maxFloorAreaM2 = 0, m_stallsPerHousehold = 0;
};

/// Districts of which members or boundary differ, one row each: figures before and after, and the difference.
LedgerTable changeLedger(const City& city, const Plan& before, const Plan& after);

}  // namespace pianqu::layers
