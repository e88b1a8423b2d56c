#pragma once

#include "app/cli/edit_actions.hpp"

namespace pianqu::app {

/// `pianqu edit propose`: what merging would do inside a polygon, a sub-district or the whole city, or a part of it.
geo::Result<std::vector<layers::Edit>> propose(const EditOptions& options, const OpenPlan& open, Context& context);

}  // namespace pianqu::app
