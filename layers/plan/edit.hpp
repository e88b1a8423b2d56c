#pragma once

#include <string>
#include <variant>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::layers {

/// What can be done to a plan. Each is a value that prints, is journaled, and can be undone.
struct ReplaceDistricts { std::vector<District> districts; std::vector<Leftover> leftovers; std::map<std::string, std::string> parameters; };
struct AddDistrict { District district; };                                  ///< members leave the districts they were in
struct RemoveDistrict { Uid districtUid; };
struct RenameDistrict { Uid districtUid; std::string name; };
struct PinDistrict { Uid districtUid; bool isPinned = true; };
struct AssignMembers { Uid districtUid; std::vector<Member> members; };     ///< districtUid empty: take them out
/// What a gesture of the hand came to: districts as they are afterwards (new ones too), those that went, units that fell out.
/// `what` names the gesture for the journal: "split", "reshape". Made by the functions of edit_gestures.hpp.
struct RedrawDistricts { std::string what; std::vector<District> districts; std::vector<Uid> removed; std::vector<Leftover> leftovers; };
/// The whole plan becomes another one: an option that was kept aside is taken up.
struct ReplacePlan { Plan plan; };
struct ReplaceMeasures { Uid districtUid; std::string origin; std::vector<Measure> measures; };  ///< all of one origin in one district
struct AddMeasure { Measure measure; };
struct RemoveMeasure { Uid measureUid; };
struct ReplaceLiftStudies { Uid districtUid; std::vector<LiftStudy> studies; };
struct ReplaceParkingStudies { Uid districtUid; std::vector<ParkingStudy> studies; };

using Edit = std::variant<ReplaceDistricts, AddDistrict, RemoveDistrict, RenameDistrict, PinDistrict, AssignMembers, RedrawDistricts, ReplacePlan, ReplaceMeasures, AddMeasure,
                          RemoveMeasure, ReplaceLiftStudies, ReplaceParkingStudies>;

/// The plan after the edit; `plan` is untouched.
///
/// keeps     no building in two districts, every member exists in `city`, members sorted, measures of removed districts are gone,
///           district shapes stay an exact coverage (a drawn shape takes its area from its neighbours)
///           a pinned district keeps its members and its ground; what is to be done at a unit moves with the unit
geo::Result<Plan> apply(const City& city, const Plan& plan, const Edit& edit);
/// The same with an index of `city` that the caller keeps: a window that edits many times builds it once.
geo::Result<Plan> apply(const City& city, const CityIndex& index, const Plan& plan, const Edit& edit);
/// Several edits one after the other; the plan is copied and sorted once. errors as above; then nothing has happened
geo::Result<Plan> apply(const City& city, const CityIndex& index, const Plan& plan, const std::vector<Edit>& edits);

/// "AssignMembers PQ03 +12": one line for journal, undo menu and log.
std::string summaryOf(const Edit& edit);

}  // namespace pianqu::layers
