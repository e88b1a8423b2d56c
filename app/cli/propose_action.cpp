#include "app/cli/propose_action.hpp"

#include "layers/plan/merge_scope.hpp"

namespace pianqu::app {
namespace {

geo::Result<geo::MultiPolygon<geo::XY>> scopeOf(const EditOptions& o, const layers::City& city) {
  if (!o.polygon.empty() && !o.subDistrict.empty()) return geo::fail(geo::ErrorCode::Invalid, "--polygon and --sub-district are both given", "give one of them, or none for the whole city");
  if (!o.polygon.empty()) return readPolygon(o.polygon, "--polygon");
  if (!o.subDistrict.empty()) return layers::groundOfArea(city, o.subDistrict);
  return geo::MultiPolygon<geo::XY>{};
}

}  // namespace

geo::Result<std::vector<layers::Edit>> propose(const EditOptions& o, const OpenPlan& open, Context& context) {
  const auto rules = layers::MergeRules::read(context.dataFolder, open.profile);
  if (!rules) return geo::fail(rules);
  const auto area = scopeOf(o, open.city);
  if (!area) return geo::fail(area);
  layers::MergeOptions merge = o.merge;
  std::size_t printed = 0;
  merge.onRemarks = [&](const geo::Problems& remarks) {
    context.printProblems(remarks);
    printed = remarks.size();
  };
  auto proposal = layers::proposeWithin(layers::PlanIndex(open.city), open.plan, *area, merge, *rules, context.progress());
  if (!proposal) return geo::fail(std::move(proposal));
  // A proposal by hand is a step in the option that is being worked on.
  proposal->edit.parameters["option"] = open.plan.label;
  context.printProblems({proposal->remarks.begin() + static_cast<std::ptrdiff_t>(printed), proposal->remarks.end()});
  return layers::partOf(open.plan, *proposal, o.only);
}

}  // namespace pianqu::app
