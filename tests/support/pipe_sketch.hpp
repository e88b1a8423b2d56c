#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/drainage/check.hpp"
#include "geo/drainage/sewer_system.hpp"

namespace pianqu::testing {

/// A sewer system drawn as text, for tests. Capital letters are manholes; straight strokes between two letters are pipes:
///
///     ---  |  sewage        ~~~  :  storm        ===  #  combined
///
/// One mark in a stroke tells the direction: `>` `<` `v` `^` by falling inverts. A second mark changes that:
/// `@` by the surveyed arrow only, `!` the arrow as drawn and the inverts against it. `?` alone: nothing is known.
/// A column is 5 m, a row 10 m. Inverts fall by 0.10 m a pipe along the longest way; ground is 2 m above the invert; pipes are DN300.
///
/// `legend` words, each "what:LETTERS": YS WS HS (label of the manhole), gully house (role, and a source), storm river sewage combined
/// unclear (outfalls), riser-rain riser-sewage riser-mixed (sources R-<letter>).
geo::SewerSystem sketchSewers(std::string_view map, std::string_view legend);

/// Position of the manhole "A"; of the pipe "A-B" as drawn (left or upper end first); of a source by code. Ends the test on a typing error.
int nodeAt(const geo::SewerSystem& system, std::string_view code);
int linkAt(const geo::SewerSystem& system, std::string_view code);
int sourceAt(const geo::SewerSystem& system, std::string_view code);

/// The findings as lines "M1 sewage-into-storm B-C", with " ?" behind those that are unknown; without HS and UN unless asked for.
std::vector<std::string> faultLines(const geo::SewerSystem& system, const geo::SewerCheck& check);
std::vector<std::string> unknownLines(const geo::SewerSystem& system, const geo::SewerCheck& check);

/// The limits that tests use, of the same order as the catalogue's.
geo::DrainageLimits testLimits();

}  // namespace pianqu::testing
