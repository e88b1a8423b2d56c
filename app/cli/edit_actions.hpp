#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/command.hpp"
#include "app/cli/open_plan.hpp"

namespace pianqu::app {

/// What the options of `pianqu edit` say.
struct EditOptions {
  std::string project, action, district, name, code, members, polygon, line, brush, rectangle, at, to, reason, follow = "majority", pick = "touch";
  std::vector<std::string> with;
  double radiusM = 10, withinM = 1, slitM = 0;
  bool isDryRun = false;
};

/// Names of the actions that change the plan (not undo and redo).
const std::vector<std::string>& editActions();

/// The edit that an action comes to on this plan. `index` is made when an action needs it.
/// errors    those of the gestures (layers/plan/edit_gestures.hpp); Invalid for a missing option or a geometry that cannot be read
geo::Result<layers::Edit> editOf(const EditOptions& options, const OpenPlan& open, const std::string& dataFolder);

}  // namespace pianqu::app
