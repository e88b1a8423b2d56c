#include "layers/plan/plan.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "layers/io/digest.hpp"

namespace pianqu::layers {
namespace {

constexpr std::array<std::pair<TargetKind, std::string_view>, 11> kTables{{{TargetKind::Estate, "estate"},
                                                                           {TargetKind::Building, "building"},
                                                                           {TargetKind::Entrance, "entrance"},
                                                                           {TargetKind::Pipe, "pipe"},
                                                                           {TargetKind::PipeNode, "pipe_node"},
                                                                           {TargetKind::Riser, "riser"},
                                                                           {TargetKind::Road, "road"},
                                                                           {TargetKind::Green, "green"},
                                                                           {TargetKind::IllegalStructure, "illegal_structure"},
                                                                           {TargetKind::District, "district"},
                                                                           {TargetKind::None, ""}}};

template <class T, class Key>
void sortBy(std::vector<T>& items, Key key) {
  const auto before = [&key](const T& a, const T& b) { return key(a) < key(b); };
  if (!std::is_sorted(items.begin(), items.end(), before)) std::stable_sort(items.begin(), items.end(), before);
}

}  // namespace

std::string tableOf(TargetKind kind) {
  for (const auto& [each, table] : kTables) {
    if (each == kind) return std::string(table);
  }
  return {};
}

std::optional<TargetKind> targetKindOf(std::string_view table) {
  for (const auto& [kind, each] : kTables) {
    if (each == table) return kind;
  }
  return std::nullopt;
}

const District* Plan::findDistrict(const std::string& codeOrUid) const {
  if (codeOrUid.empty()) return nullptr;
  const auto it = std::find_if(districts.begin(), districts.end(), [&codeOrUid](const District& d) { return d.uid == codeOrUid || d.code == codeOrUid; });
  return it == districts.end() ? nullptr : &*it;
}

const District* Plan::districtOf(const City& city, const Building& building) const {
  // An estate that is named but was never imported leaves its buildings scattered.
  const bool hasEstate = !building.estateUid.empty() && std::any_of(city.estates.begin(), city.estates.end(), [&](const Estate& e) { return e.uid == building.estateUid; });
  const TargetKind kind = hasEstate ? TargetKind::Estate : TargetKind::Building;
  const Uid& uid = hasEstate ? building.estateUid : building.uid;
  for (const auto& district : districts) {
    for (const auto& member : district.members) {
      if (member.kind == kind && member.targetUid == uid) return &district;
    }
  }
  return nullptr;
}

void sortPlan(Plan& plan) {
  for (auto& district : plan.districts) sortBy(district.members, [](const Member& m) { return std::tie(m.kind, m.targetUid); });
  sortBy(plan.districts, [](const District& d) { return std::tie(d.code, d.uid); });
  sortBy(plan.leftovers, [](const Leftover& l) { return std::tie(l.kind, l.targetUid); });
  sortBy(plan.measures, [](const Measure& m) { return std::tie(m.districtUid, m.catalogueCode, m.uid); });
  sortBy(plan.liftStudies, [](const LiftStudy& s) { return std::tie(s.districtUid, s.entranceUid, s.uid); });
  sortBy(plan.parkingStudies, [](const ParkingStudy& s) { return std::tie(s.districtUid, s.profile, s.uid); });
}

Uid planUidOf(const std::vector<std::string>& content) {
  std::string text;
  // Lengths in front: ("ab", "c") and ("a", "bc") are different content.
  for (const auto& part : content) text += std::to_string(part.size()) + ":" + part;
  return sha256Of(text).substr(0, 32);
}

}  // namespace pianqu::layers
