#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/command.hpp"
#include "app/cli/open_plan.hpp"
#include "layers/plan/merge.hpp"

namespace pianqu::app {

/// What the options of `pianqu edit` say.
struct EditOptions {
  std::string project, action, district, name, code, members, polygon, line, brush, rectangle, at, to, reason, follow = "majority", pick = "touch";
  std::vector<std::string> with, only;
  std::string subDistrict;
  layers::MergeOptions merge;
  double radiusM = 10, withinM = 1, slitM = 0;
  bool isDryRun = false;
};

/// Names of the actions that change the plan (not undo and redo).
const std::vector<std::string>& editActions();

/// The edits that an action comes to on this plan; one but for a part of a proposal. An index is made when an action needs it.
/// errors    those of the gestures (layers/plan/edit_gestures.hpp); Invalid for a missing option or a geometry that cannot be read
geo::Result<std::vector<layers::Edit>> editsOf(const EditOptions& options, const OpenPlan& open, Context& context);

/// Polygons of a WKT text. errors Invalid, naming the option
geo::Result<geo::MultiPolygon<geo::XY>> readPolygon(const std::string& text, const char* option);

}  // namespace pianqu::app
