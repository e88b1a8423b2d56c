#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layers/feature/city.hpp"
#include "layers/feature/table.hpp"

namespace pianqu::layers {

/// Other values in rows of `city` that are there: `places[row]` is the position in its table of the row that `rows` names ("uid" first); nullopt is
/// left out, and so are fields that the table lacks.
///
/// cost      O(values); nothing else of the city is touched
void setValues(City& city, const FeatureTable& rows, const std::vector<std::optional<std::size_t>>& places);

}  // namespace pianqu::layers
