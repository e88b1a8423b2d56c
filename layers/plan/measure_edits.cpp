#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "geo/shape/wkt.hpp"
#include "layers/plan/edit_context.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr double kSplitTolerance = 0.01;  // of the unit: invariant 4 of the ledgers

/// A uid from content for what came without one; a number makes equal content different.
template <class T>
void giveUid(T& item, std::vector<std::string> content, const std::unordered_set<Uid>& used) {
  if (!item.uid.empty()) return;
  content.push_back("0");
  item.uid = planUidOf(content);
  for (int n = 1; used.contains(item.uid); ++n) {
    content.back() = std::to_string(n);
    item.uid = planUidOf(content);
  }
}

template <class T>
std::unordered_set<Uid> uidsOf(const std::vector<T>& items) {
  std::unordered_set<Uid> uids;
  uids.reserve(items.size());
  for (const auto& item : items) uids.insert(item.uid);
  return uids;
}

geo::Result<Uid> districtUid(const Plan& plan, const Uid& uidOrCode) {
  const auto position = positionOf(plan, uidOrCode);
  if (!position) return fail(position);
  return plan.districts[*position].uid;
}

bool exists(const Draft& draft, TargetKind kind, const Uid& uid) {
  switch (kind) {
    case TargetKind::Estate: return draft.index.estate(uid).has_value();
    case TargetKind::Building: return draft.index.building(uid).has_value();
    case TargetKind::Entrance: return draft.index.entrance(uid).has_value();
    case TargetKind::Pipe: return draft.index.pipe(uid).has_value();
    case TargetKind::PipeNode: return draft.index.pipeNode(uid).has_value();
    case TargetKind::Riser: return draft.index.riser(uid).has_value();
    case TargetKind::District: return draft.plan.findDistrict(uid) != nullptr;
    case TargetKind::Road: return std::any_of(draft.city.roads.begin(), draft.city.roads.end(), [&uid](const Road& r) { return r.uid == uid; });
    case TargetKind::Green: return std::any_of(draft.city.greens.begin(), draft.city.greens.end(), [&uid](const Green& g) { return g.uid == uid; });
    case TargetKind::IllegalStructure:
      return std::any_of(draft.city.illegalStructures.begin(), draft.city.illegalStructures.end(), [&uid](const IllegalStructure& s) { return s.uid == uid; });
    case TargetKind::None: return true;
  }
  return false;
}

std::string groupOf(const Measure& measure) { return measure.districtUid + " " + measure.origin; }

/// A district is planned by a dozen edits, a city by thousands; what is there is gathered for the first of them.
std::unordered_set<Uid>& measureUidsOf(Draft& draft) {
  if (draft.measureUids) return *draft.measureUids;
  draft.measureUids = uidsOf(draft.plan.measures);
  draft.measureGroups.clear();
  for (const auto& measure : draft.plan.measures) draft.measureGroups.insert(groupOf(measure));
  return *draft.measureUids;
}

geo::Result<void> addMeasure(Draft& draft, Measure measure, std::unordered_set<Uid>& used) {
  const geo::Where where{.layer = "measure", .feature = measure.catalogueCode + " " + measure.targetUid};
  const auto uid = districtUid(draft.plan, measure.districtUid);
  if (!uid) return fail(uid);
  measure.districtUid = *uid;
  if (!std::isfinite(measure.quantity) || std::abs(measure.quantityInside + measure.quantityOutside - measure.quantity) > kSplitTolerance) {
    return fail(ErrorCode::Invalid, "inside and outside the red line do not add up to the quantity of measure " + measure.catalogueCode, "split the quantity again", where);
  }
  // A new pipe or shaft has no target yet: an empty uid is a place, not a mistake.
  if (!measure.targetUid.empty() && !exists(draft, measure.targetKind, measure.targetUid)) {
    return fail(ErrorCode::NotFound, "there is no " + tableOf(measure.targetKind) + " " + measure.targetUid + " for measure " + measure.catalogueCode, "", where);
  }
  giveUid(measure, {"measure", measure.districtUid, measure.catalogueCode, tableOf(measure.targetKind), measure.targetUid, measure.action, measure.origin, geo::toWkt(measure.geometry)}, used);
  if (!used.insert(measure.uid).second) return fail(ErrorCode::Conflict, "there is a measure " + measure.uid + " already", "", where);
  draft.measureGroups.insert(groupOf(measure));
  draft.plan.measures.push_back(std::move(measure));
  return {};
}

}  // namespace

geo::Result<void> applyTo(Draft& draft, const ReplaceMeasures& edit) {
  const auto uid = districtUid(draft.plan, edit.districtUid);
  if (!uid) return fail(uid);
  auto& used = measureUidsOf(draft);
  if (draft.measureGroups.erase(*uid + " " + edit.origin) > 0) {
    std::erase_if(draft.plan.measures, [&](const Measure& m) {
      const bool isReplaced = m.districtUid == *uid && m.origin == edit.origin;
      if (isReplaced) used.erase(m.uid);
      return isReplaced;
    });
  }
  for (Measure measure : edit.measures) {
    measure.districtUid = *uid;
    measure.origin = edit.origin;
    if (const auto added = addMeasure(draft, std::move(measure), used); !added) return added;
  }
  return {};
}

geo::Result<void> applyTo(Draft& draft, const AddMeasure& edit) {
  return addMeasure(draft, edit.measure, measureUidsOf(draft));
}

geo::Result<void> applyTo(Draft& draft, const RemoveMeasure& edit) {
  draft.measureUids.reset();
  if (std::erase_if(draft.plan.measures, [&edit](const Measure& m) { return m.uid == edit.measureUid; }) > 0) return {};
  return fail(ErrorCode::NotFound, "there is no measure " + edit.measureUid, "", {.layer = "measure", .feature = edit.measureUid});
}

geo::Result<void> applyTo(Draft& draft, const ReplaceLiftStudies& edit) {
  const auto uid = districtUid(draft.plan, edit.districtUid);
  if (!uid) return fail(uid);
  std::erase_if(draft.plan.liftStudies, [&uid](const LiftStudy& s) { return s.districtUid == *uid; });
  auto used = uidsOf(draft.plan.liftStudies);
  for (LiftStudy study : edit.studies) {
    study.districtUid = *uid;
    if (!exists(draft, TargetKind::Entrance, study.entranceUid)) {
      return fail(ErrorCode::NotFound, "there is no stair unit " + study.entranceUid, "", {.layer = "lift_study", .feature = study.entranceUid});
    }
    giveUid(study, {"lift_study", study.districtUid, study.entranceUid}, used);
    if (!used.insert(study.uid).second) return fail(ErrorCode::Conflict, "stair unit " + study.entranceUid + " is studied twice", "", {.layer = "lift_study", .feature = study.entranceUid});
    draft.plan.liftStudies.push_back(std::move(study));
  }
  return {};
}

geo::Result<void> applyTo(Draft& draft, const ReplaceParkingStudies& edit) {
  const auto uid = districtUid(draft.plan, edit.districtUid);
  if (!uid) return fail(uid);
  std::erase_if(draft.plan.parkingStudies, [&uid](const ParkingStudy& s) { return s.districtUid == *uid; });
  auto used = uidsOf(draft.plan.parkingStudies);
  for (ParkingStudy study : edit.studies) {
    study.districtUid = *uid;
    giveUid(study, {"parking_study", study.districtUid, study.profile, geo::toWkt(study.freeSpace)}, used);
    if (!used.insert(study.uid).second) return fail(ErrorCode::Conflict, "a parking study is there twice", "", {.layer = "parking_study", .feature = study.uid});
    draft.plan.parkingStudies.push_back(std::move(study));
  }
  return {};
}

}  // namespace pianqu::layers
