#include <algorithm>

#include "geo/measure/measure.hpp"
#include "layers/ledger/live.hpp"

namespace pianqu::layers {
namespace {

/// What an added district does: it comes new, and those that its members leave lose them.
std::vector<LiveChange> added(const LiveLedger& ledger, const Plan& plan, const District& district) {
  auto changes = ledger.stroke(plan, {}, district.members);
  LiveChange gain{district.uid, {}, ledger.of(district.members)};
  gain.after.summary.areaM2 = geo::areaOf(district.shape).value;
  gain.after.summary.compactness = district.shape.empty() ? 0 : geo::polsbyPopper(district.shape);
  changes.insert(changes.begin(), std::move(gain));
  return changes;
}

std::vector<LiveChange> redrawn(const LiveLedger& ledger, const Plan& plan, const RedrawDistricts& edit) {
  std::vector<LiveChange> changes;
  for (const auto& district : edit.districts) {
    const District* before = plan.findDistrict(district.uid);
    if (before && before->members == district.members && before->shape == district.shape) continue;
    changes.push_back({district.uid, before ? ledger.of(*before) : LiveFigures{}, ledger.of(district)});
  }
  for (const auto& uid : edit.removed)
    if (const District* before = plan.findDistrict(uid)) changes.push_back({uid, ledger.of(*before), {}});
  return changes;
}

}  // namespace

std::vector<LiveChange> LiveLedger::changes(const Plan& plan, const Edit& edit) const {
  if (const auto* assign = std::get_if<AssignMembers>(&edit)) return stroke(plan, assign->districtUid, assign->members);
  if (const auto* add = std::get_if<AddDistrict>(&edit)) return added(*this, plan, add->district);
  if (const auto* redraw = std::get_if<RedrawDistricts>(&edit)) return redrawn(*this, plan, *redraw);
  return {};
}

}  // namespace pianqu::layers
