#pragma once

#include <memory>
#include <optional>
#include <string>

#include "geo/base/result.hpp"
#include "geo/coverage/snap.hpp"
#include "layers/ledger/live.hpp"
#include "layers/plan/plan.hpp"
#include "layers/plan/plan_index.hpp"

namespace pianqu::app {

/// What a point that snapped lies on.
enum class SnapLayer { District, Road, Wall, Estate, Building, Water, Admin };

/// What is worked out once from a city for editing it. Never changes afterwards; safe for concurrent questions.
/// in        `city` outlives it
/// cost      O(n log n); sides of buildings are left out of the snapping in cities of more than kMostSnappedBuildings
struct EditGround {
  EditGround(const layers::City& city, geo::MultiLine<geo::XY> barrierLines);
  EditGround(const EditGround&) = delete;
  EditGround& operator=(const EditGround&) = delete;
  /// Barriers by the rows of the catalogue. errors those of the catalogue
  static geo::Result<std::shared_ptr<const EditGround>> make(const layers::City& city, const std::string& dataFolder);

  layers::PlanIndex index;
  layers::LiveLedger ledger;
  geo::SnapIndex snaps;
  geo::MultiLine<geo::XY> barriers;   ///< lines that merging does not cross
};

inline constexpr std::size_t kMostSnappedBuildings = 150000;

/// Boundaries of all districts of a plan; `line` of a Snap tells nothing about the district.
geo::SnapIndex boundarySnaps(const layers::Plan& plan);

/// What the tools look at: one project as it is at the moment. Pointers are never null once a tool exists.
struct EditScene {
  std::shared_ptr<const EditGround> ground;
  std::shared_ptr<const layers::Plan> plan;
  std::shared_ptr<const geo::SnapIndex> boundaries;

  /// The nearest thing to snap to: boundaries before the city at equal distance.
  std::optional<geo::Snap> snap(geo::XY at, double withinM, const geo::SnapFilter& filter = {}) const;
  /// The district around a place; nullptr for nobody's ground.
  const layers::District* districtAt(geo::XY at) const;
};

}  // namespace pianqu::app
