#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/plan.hpp"

/// The parts apply() is made of; one Draft is one edit under way.
namespace pianqu::layers {

struct Draft {
  const City& city;
  const CityIndex& index;
  Plan plan;
  /// Uids of plan.measures, and "district origin" of each; made when first needed, then kept in step by the edits of measures.
  std::optional<std::unordered_set<Uid>> measureUids;
  std::unordered_set<std::string> measureGroups = {};
};

/// Position of a district by uid or code. errors NotFound
geo::Result<std::size_t> positionOf(const Plan& plan, const Uid& districtUidOrCode);
/// errors    Invalid when the district is pinned
geo::Result<void> refusePinned(const District& district, const char* what);
/// Units exist, estates are whole, none is named twice.
geo::Result<void> checkMembers(const Draft& draft, const std::vector<Member>& members);
/// Takes the units out of whatever district or leftover list they are in. errors Invalid when a pinned district holds one
geo::Result<void> takeOut(Draft& draft, const std::vector<Member>& members);
/// Districts that lost their last unit go; what is to be done at a unit moves with it; what belongs to a district that is gone goes.
void settle(Draft& draft, const std::vector<Uid>& hadMembers);
/// Uids of the districts that have members now; to be handed to settle() after the change.
std::vector<Uid> districtsWithMembers(const Plan& plan);

/// Gives a new district what it lacks: code, name, uid. errors Conflict when its code or uid is taken
geo::Result<void> nameDistrict(const Draft& draft, District& district);
/// errors    Invalid with the place when the boundary is no polygon
geo::Result<void> checkShape(const District& district);

// One function an edit; each leaves `draft` unusable when it fails.
geo::Result<void> applyTo(Draft& draft, const ReplaceDistricts& edit);
geo::Result<void> applyTo(Draft& draft, const AddDistrict& edit);
geo::Result<void> applyTo(Draft& draft, const RemoveDistrict& edit);
geo::Result<void> applyTo(Draft& draft, const RenameDistrict& edit);
geo::Result<void> applyTo(Draft& draft, const PinDistrict& edit);
geo::Result<void> applyTo(Draft& draft, const AssignMembers& edit);
geo::Result<void> applyTo(Draft& draft, const RedrawDistricts& edit);
geo::Result<void> applyTo(Draft& draft, const ReplacePlan& edit);
geo::Result<void> applyTo(Draft& draft, const ReplaceMeasures& edit);
geo::Result<void> applyTo(Draft& draft, const AddMeasure& edit);
geo::Result<void> applyTo(Draft& draft, const RemoveMeasure& edit);
geo::Result<void> applyTo(Draft& draft, const ReplaceLiftStudies& edit);
geo::Result<void> applyTo(Draft& draft, const ReplaceParkingStudies& edit);

}  // namespace pianqu::layers
