#pragma once

#include <optional>
#include <string>

#include "geo/coverage/follow.hpp"
#include "geo/coverage/land.hpp"
#include "layers/plan/merge_units.hpp"

/// Inside of merging: the lines of a city that boundaries keep to.
namespace pianqu::layers {

/// Lines that no district crosses (rows `barrier` of barriers.csv), and lines that boundaries follow: middle lines of streets and banks
/// (rows `guide`), with Wall enclosing walls too (rows `wall`), their gates closed. Dead ends are led on to the next line.
geo::LandLines mergeLines(const City& city, const MergeRules& rules, BoundaryFollow follow, const geo::MultiLine<geo::XY>& cuts);

/// Streets with the width that is known, else that of their class. Those without either are left out.
std::vector<geo::Street> mergeStreets(const City& city, const MergeRules& rules);

}  // namespace pianqu::layers
