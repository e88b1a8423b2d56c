#include "layers/plan/edit.hpp"

namespace pianqu::layers {
namespace {

/// A uid is shortened; a code is printed as it is.
std::string named(const Uid& uidOrCode) {
  const std::string text = uidOrCode;
  return text.size() == 32 ? text.substr(0, 8) : text;
}
std::string count(std::size_t n) { return std::to_string(n); }

struct Summary {
  std::string operator()(const ReplaceDistricts& e) const { return "ReplaceDistricts " + count(e.districts.size()) + " leftovers " + count(e.leftovers.size()); }
  std::string operator()(const AddDistrict& e) const {
    const std::string label = !e.district.code.empty() ? e.district.code : e.district.name;
    return "AddDistrict" + (label.empty() ? "" : " " + label) + (e.district.members.empty() ? " drawn" : " +" + count(e.district.members.size()));
  }
  std::string operator()(const RemoveDistrict& e) const { return "RemoveDistrict " + named(e.districtUid); }
  std::string operator()(const RenameDistrict& e) const { return "RenameDistrict " + named(e.districtUid) + " " + e.name; }
  std::string operator()(const PinDistrict& e) const { return (e.isPinned ? "PinDistrict " : "UnpinDistrict ") + named(e.districtUid); }
  std::string operator()(const AssignMembers& e) const {
    return e.districtUid.empty() ? "AssignMembers -" + count(e.members.size()) : "AssignMembers " + named(e.districtUid) + " +" + count(e.members.size());
  }
  std::string operator()(const RedrawDistricts& e) const {
    std::string text = "RedrawDistricts " + e.what;
    for (const auto& district : e.districts) text += " " + (district.code.empty() ? std::string("new") : district.code);
    for (const auto& uid : e.removed) text += " -" + named(uid);
    return text;
  }
  std::string operator()(const ReplacePlan& e) const { return "ReplacePlan " + e.plan.label + " " + count(e.plan.districts.size()); }
  std::string operator()(const ReplaceMeasures& e) const { return "ReplaceMeasures " + named(e.districtUid) + " " + e.origin + " " + count(e.measures.size()); }
  std::string operator()(const AddMeasure& e) const { return "AddMeasure " + named(e.measure.districtUid) + " " + e.measure.catalogueCode; }
  std::string operator()(const RemoveMeasure& e) const { return "RemoveMeasure " + named(e.measureUid); }
  std::string operator()(const ReplaceLiftStudies& e) const { return "ReplaceLiftStudies " + named(e.districtUid) + " " + count(e.studies.size()); }
  std::string operator()(const ReplaceParkingStudies& e) const { return "ReplaceParkingStudies " + named(e.districtUid) + " " + count(e.studies.size()); }
};

}  // namespace

std::string summaryOf(const Edit& edit) { return std::visit(Summary{}, edit); }

}  // namespace pianqu::layers
