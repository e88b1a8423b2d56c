#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/plan/edit.hpp"
#include "layers/plan/edit_units.hpp"
#include "layers/plan/plan_index.hpp"

/// What the hand does to boundaries. Each function takes the plan and a stroke and returns the edit that it comes to; the plan is
/// untouched until apply() or Project::commit() is called with it. Cheap enough to ask on every movement of the mouse.
///
/// keeps     boundaries stay an exact coverage on a grid of 1 mm; pinned districts keep members and ground; a district in one part stays
///           in one part; every unit whose ground changes hands follows by the rule
/// errors    Invalid with the reason and what to try (a pinned district, a line that does not cross, a part without units, a boundary
///           that crosses itself), NotFound for a district
namespace pianqu::layers {

/// Which district a unit belongs to when a line runs through it or moves over it.
enum class FollowRule {
  Majority,  ///< the one that holds most of its footprints
  Centroid,  ///< the one that holds its centre (most of the centres of an estate's buildings)
  Whole,     ///< it moves only when all of its ground moved
  Stay       ///< members stay; only the line moves
};

/// A district that is drawn: units inside by `rule` join it, ground comes from the neighbours. Stay: the picked units are those of the majority.
geo::Result<Edit> drawDistrict(const PlanIndex& index, const Plan& plan, District drawn, FollowRule rule);
/// Units under a brush, rectangle or lasso go into a district, or out of every one when `districtUid` is empty. Units of pinned
/// districts are left where they are. errors Invalid when nothing that may move is inside
geo::Result<Edit> paint(const PlanIndex& index, const Plan& plan, const Uid& districtUid, const geo::MultiPolygon<geo::XY>& area, PickRule rule);
/// The same for units that are known already: a brush on its way, a click in a list.
/// cost      O(members of the plan) for the look-up, whatever was painted
geo::Result<Edit> paintUnits(const Plan& plan, const Uid& districtUid, const std::vector<Member>& units);
/// A new district of these units, those of pinned districts left out; its boundary follows from them.
geo::Result<Edit> districtOfUnits(const Plan& plan, const std::vector<Member>& units);

/// Redraws the boundary of a district along `line`: what the line encloses outside is gained, what it cuts off inside is given up
/// (the largest piece stays).
geo::Result<Edit> reshape(const PlanIndex& index, const Plan& plan, const Uid& districtUid, const geo::Line<geo::XY>& line, FollowRule rule);
/// Cuts a district into pieces; the piece with most households keeps code and name, the others become districts of their own; a piece
/// without a unit stays with the piece beside it.
geo::Result<Edit> split(const PlanIndex& index, const Plan& plan, const Uid& districtUid, const geo::MultiLine<geo::XY>& lines, FollowRule rule);
/// The first takes members and ground of the others. errors Invalid when they do not hang together
geo::Result<Edit> mergeDistricts(const Plan& plan, const std::vector<Uid>& districtUids);
/// Nobody's ground around `point` that districts enclose, or that lies between them in a slit narrower than `slitM`, joins a district
/// that it touches.
geo::Result<Edit> absorbGap(const PlanIndex& index, const Plan& plan, const Uid& districtUid, geo::XY point, double slitM, FollowRule rule);

/// Corners. Every boundary that has the corner changes with it. `withinM`: how far from `at` the corner or side may lie.
geo::Result<Edit> moveVertex(const PlanIndex& index, const Plan& plan, geo::XY at, geo::XY to, double withinM, FollowRule rule);
geo::Result<Edit> addVertex(const PlanIndex& index, const Plan& plan, geo::XY at, double withinM, FollowRule rule);
/// errors    Invalid where three boundaries meet, or when fewer than three corners would be left
geo::Result<Edit> deleteVertex(const PlanIndex& index, const Plan& plan, geo::XY at, double withinM, FollowRule rule);

}  // namespace pianqu::layers
