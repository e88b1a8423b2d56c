#include "layers/plan/records.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <nlohmann/json.hpp>

#include "geo/shape/wkt.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::XYGeometry;
using nlohmann::json;

const Uid kPlanUid = "00000000000000000000000000000001";
const char* const kStall = "车位";
const char* const kAisle = "通道";

struct MemberOf {
  Uid districtUid;
  Member member;
  bool operator==(const MemberOf&) const = default;
};
struct PlanHead {
  std::string label;
  std::map<std::string, std::string> parameters;
  bool operator==(const PlanHead&) const = default;
};
struct ParkingPart {
  Uid studyUid;
  const char* kind = kStall;
  std::int64_t number = 0;
  geo::MultiPolygon<geo::XY> shape;
  bool operator==(const ParkingPart& o) const { return studyUid == o.studyUid && std::string_view(kind) == o.kind && number == o.number && shape == o.shape; }
};

Value textValue(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
Value fenValue(const std::optional<geo::Fen>& fen) { return fen ? Value{fen->value} : Value{}; }
Value flagValue(bool flag) { return std::int64_t{flag}; }
std::string dumped(const json& j) { return j.dump(-1, ' ', false, json::error_handler_t::replace); }
XYGeometry shapeValue(const geo::MultiPolygon<geo::XY>& shape) { return shape.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Polygons{shape}}; }

Uid uidOf(const PlanHead&) { return kPlanUid; }
Uid uidOf(const District& d) { return d.uid; }
Uid uidOf(const MemberOf& m) { return planUidOf({"district_member", m.districtUid, tableOf(m.member.kind), m.member.targetUid}); }
Uid uidOf(const Leftover& l) { return planUidOf({"leftover", tableOf(l.kind), l.targetUid}); }
Uid uidOf(const Measure& m) { return m.uid; }
Uid uidOf(const LiftStudy& s) { return s.uid; }
Uid uidOf(const ParkingStudy& s) { return s.uid; }
Uid uidOf(const ParkingPart& p) { return planUidOf({"parking_part", p.studyUid, p.kind, std::to_string(p.number)}); }

Row rowOf(const PlanHead& h) { return {{textValue(h.label), textValue(h.parameters.empty() ? "" : dumped(h.parameters))}, {}}; }
Row rowOf(const District& d) { return {{textValue(d.code), textValue(d.name), flagValue(d.isPinned), textValue(d.note)}, shapeValue(d.shape)}; }
Row rowOf(const MemberOf& m) { return {{m.districtUid, tableOf(m.member.kind), m.member.targetUid, textValue(m.member.role), textValue(m.member.reason)}, {}}; }
Row rowOf(const Leftover& l) { return {{tableOf(l.kind), l.targetUid, textValue(l.reasonCode), textValue(l.reason)}, {}}; }
Row rowOf(const Measure& m) {
  return {{textValue(m.districtUid), textValue(m.catalogueCode), textValue(tableOf(m.targetKind)), textValue(m.targetUid), textValue(m.action), m.quantity, m.quantityInside,
           m.quantityOutside, textValue(m.unit), fenValue(m.unitPrice), fenValue(m.cost), textValue(m.status), textValue(m.origin), textValue(m.note)},
          m.geometry};
}
Row rowOf(const LiftStudy& s) {
  json shares = json::object();
  for (const auto& [floor, share] : s.shareByFloor) shares[std::to_string(floor)] = share.value;
  return {{textValue(s.districtUid), textValue(s.entranceUid), textValue(s.verdict), textValue(s.reasons.empty() ? "" : dumped(s.reasons)), textValue(s.consent),
           textValue(s.shareByFloor.empty() ? "" : dumped(shares))},
          shapeValue(s.shaft)};
}
Row rowOf(const ParkingStudy& s) { return {{textValue(s.districtUid), textValue(s.profile), s.entrance.x, s.entrance.y, flagValue(s.isVerified)}, shapeValue(s.freeSpace)}; }
Row rowOf(const ParkingPart& p) { return {{p.studyUid, std::string(p.kind), p.number}, shapeValue(p.shape)}; }

std::vector<MemberOf> membersOf(const Plan& plan) {
  std::vector<MemberOf> all;
  for (const auto& d : plan.districts) {
    for (const auto& m : d.members) all.push_back({d.uid, m});
  }
  return all;
}

std::vector<ParkingPart> partsOf(const Plan& plan) {
  std::vector<ParkingPart> all;
  for (const auto& s : plan.parkingStudies) {
    if (!s.aisles.empty()) all.push_back({s.uid, kAisle, 0, s.aisles});
    std::int64_t number = 0;
    for (const auto& stall : s.stalls) all.push_back({s.uid, kStall, ++number, {stall}});
  }
  return all;
}

template <class T>
std::vector<std::pair<Uid, const T*>> byUid(const std::vector<T>& items) {
  std::vector<std::pair<Uid, const T*>> all;
  all.reserve(items.size());
  for (const auto& item : items) all.emplace_back(uidOf(item), &item);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return all;
}

template <class T>
void addChanges(const char* table, const std::vector<T>& before, const std::vector<T>& after, std::vector<RowChange>& changes) {
  if (before == after) return;
  const auto old = byUid(before);
  const auto now = byUid(after);
  for (std::size_t i = 0, j = 0; i < old.size() || j < now.size();) {
    if (j == now.size() || (i < old.size() && old[i].first < now[j].first)) {
      changes.push_back({table, old[i].first, rowOf(*old[i].second), std::nullopt});
      ++i;
    } else if (i == old.size() || now[j].first < old[i].first) {
      changes.push_back({table, now[j].first, std::nullopt, rowOf(*now[j].second)});
      ++j;
    } else {
      if (!(*old[i].second == *now[j].second)) {
        RowChange change{table, now[j].first, rowOf(*old[i].second), rowOf(*now[j].second)};
        // Members and parts live in tables of their own: the row may be equal although the entity is not.
        if (change.before != change.after) changes.push_back(std::move(change));
      }
      ++i, ++j;
    }
  }
}

std::string text(const Value& value) { return toText(value); }
double number(const Value& value) { return toNumber(value).value_or(0); }
std::optional<geo::Fen> fen(const Value& value) {
  const auto integer = toInteger(value);
  return integer ? std::optional<geo::Fen>({*integer}) : std::nullopt;
}
geo::MultiPolygon<geo::XY> polygons(const XYGeometry& geometry) {
  const auto* p = std::get_if<XYGeometry::Polygons>(&geometry.value);
  return p ? p->polygons : geo::MultiPolygon<geo::XY>{};
}

/// Rows of one table, values by the order of the schema whatever order the file has.
class Reader {
 public:
  Reader(const std::vector<FeatureTable>& tables, const char* name) : m_schema(findPlanTable(name)->schema) {
    for (const auto& table : tables) {
      if (table.name == name) m_table = &table;
    }
    if (!m_table) return;
    m_uid = m_table->columnOf("uid");
    for (const auto& field : m_schema.fields) m_columns.push_back(m_table->columnOf(field.name));
  }
  std::size_t size() const { return m_table ? m_table->rowCount() : 0; }
  Uid uid(std::size_t row) const { return m_uid ? Uid(toText(m_table->columns[*m_uid][row])) : Uid{}; }
  Value operator()(std::size_t row, std::size_t field) const { return m_columns[field] ? m_table->columns[*m_columns[field]][row] : Value{}; }
  XYGeometry geometry(std::size_t row) const { return row < m_table->geometries.size() ? m_table->geometries[row] : XYGeometry{}; }
  tl::unexpected<geo::Error> bad(std::size_t row, const std::string& what) const {
    return geo::fail(ErrorCode::Invalid, what, "the file was changed by another program; run pianqu check", {.layer = m_schema.name, .feature = uid(row)});
  }

 private:
  const TableSchema& m_schema;
  const FeatureTable* m_table = nullptr;
  std::optional<std::size_t> m_uid;
  std::vector<std::optional<std::size_t>> m_columns;
};

geo::Result<void> readHead(const std::vector<FeatureTable>& tables, Plan& plan) {
  const Reader rows(tables, "plan");
  if (rows.size() == 0) return {};
  plan.label = text(rows(0, 0));
  if (const auto parameters = text(rows(0, 1)); !parameters.empty()) {
    const json j = json::parse(parameters, nullptr, false);
    if (!j.is_object()) return rows.bad(0, "the parameters of the plan are not JSON");
    for (const auto& [key, value] : j.items()) plan.parameters[key] = value.is_string() ? value.get<std::string>() : value.dump();
  }
  return {};
}

geo::Result<void> readDistricts(const std::vector<FeatureTable>& tables, Plan& plan) {
  const Reader districts(tables, "district");
  std::map<Uid, std::size_t> positions;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    positions[districts.uid(i)] = i;
    plan.districts.push_back({districts.uid(i), text(districts(i, 0)), text(districts(i, 1)), number(districts(i, 2)) != 0, text(districts(i, 3)), {}, polygons(districts.geometry(i))});
  }
  const Reader members(tables, "district_member");
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto district = positions.find(text(members(i, 0)));
    const auto kind = targetKindOf(text(members(i, 1)));
    if (district == positions.end()) return members.bad(i, "a member refers to a district that is not there");
    if (!kind) return members.bad(i, "a member is of the unknown kind \"" + text(members(i, 1)) + "\"");
    plan.districts[district->second].members.push_back({*kind, text(members(i, 2)), text(members(i, 3)), text(members(i, 4))});
  }
  const Reader leftovers(tables, "leftover");
  for (std::size_t i = 0; i < leftovers.size(); ++i) {
    const auto kind = targetKindOf(text(leftovers(i, 0)));
    if (!kind) return leftovers.bad(i, "a leftover is of the unknown kind \"" + text(leftovers(i, 0)) + "\"");
    plan.leftovers.push_back({*kind, text(leftovers(i, 1)), text(leftovers(i, 2)), text(leftovers(i, 3))});
  }
  return {};
}

geo::Result<void> readMeasures(const std::vector<FeatureTable>& tables, Plan& plan) {
  const Reader rows(tables, "measure");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto kind = targetKindOf(text(rows(i, 2)));
    if (!kind) return rows.bad(i, "a measure is on the unknown table \"" + text(rows(i, 2)) + "\"");
    plan.measures.push_back({rows.uid(i), text(rows(i, 0)), text(rows(i, 1)), *kind, text(rows(i, 3)), text(rows(i, 4)), rows.geometry(i), number(rows(i, 5)), number(rows(i, 6)),
                             number(rows(i, 7)), text(rows(i, 8)), fen(rows(i, 9)), fen(rows(i, 10)), text(rows(i, 11)), text(rows(i, 12)), text(rows(i, 13))});
  }
  return {};
}

geo::Result<void> readLiftStudies(const std::vector<FeatureTable>& tables, Plan& plan) {
  const Reader rows(tables, "lift_study");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    LiftStudy study{rows.uid(i), text(rows(i, 0)), text(rows(i, 1)), text(rows(i, 2)), {}, text(rows(i, 4)), polygons(rows.geometry(i)), {}};
    const json reasons = json::parse(text(rows(i, 3)), nullptr, false);
    if (reasons.is_array()) {
      for (const auto& reason : reasons) study.reasons.push_back(reason.is_string() ? reason.get<std::string>() : reason.dump());
    } else if (!text(rows(i, 3)).empty()) {
      return rows.bad(i, "the reasons of a lift study are not a JSON list");
    }
    const json shares = json::parse(text(rows(i, 5)), nullptr, false);
    if (!shares.is_object() && !text(rows(i, 5)).empty()) return rows.bad(i, "the shares of a lift study are not JSON");
    if (shares.is_object()) {
      for (const auto& [key, value] : shares.items()) {
        int floor = 0;
        const bool isFloor = std::from_chars(key.data(), key.data() + key.size(), floor).ec == std::errc();
        if (!isFloor || !value.is_number_integer()) return rows.bad(i, "the share of floor \"" + key + "\" is not a number of fen");
        study.shareByFloor[floor] = {value.get<std::int64_t>()};
      }
    }
    plan.liftStudies.push_back(std::move(study));
  }
  return {};
}

geo::Result<void> readParking(const std::vector<FeatureTable>& tables, Plan& plan) {
  const Reader studies(tables, "parking_study");
  std::map<Uid, std::size_t> positions;
  for (std::size_t i = 0; i < studies.size(); ++i) {
    positions[studies.uid(i)] = i;
    plan.parkingStudies.push_back({studies.uid(i), text(studies(i, 0)), text(studies(i, 1)), {number(studies(i, 2)), number(studies(i, 3))}, polygons(studies.geometry(i)), {}, {}, number(studies(i, 4)) != 0});
  }
  const Reader parts(tables, "parking_part");
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < parts.size(); ++i) order.emplace_back(number(parts(i, 2)), i);
  std::sort(order.begin(), order.end());
  for (const auto& [ignored, i] : order) {
    const auto study = positions.find(text(parts(i, 0)));
    if (study == positions.end()) return parts.bad(i, "a stall refers to a study that is not there");
    const auto shape = polygons(parts.geometry(i));
    auto& into = plan.parkingStudies[study->second];
    if (text(parts(i, 1)) == kAisle) into.aisles = shape;
    else if (!shape.empty()) into.stalls.push_back(shape.front());
  }
  return {};
}

}  // namespace

std::vector<RowChange> changesBetween(const Plan& before, const Plan& after) {
  std::vector<RowChange> changes;
  addChanges("plan", std::vector<PlanHead>{{before.label, before.parameters}}, std::vector<PlanHead>{{after.label, after.parameters}}, changes);
  addChanges("district", before.districts, after.districts, changes);
  addChanges("district_member", membersOf(before), membersOf(after), changes);
  addChanges("leftover", before.leftovers, after.leftovers, changes);
  addChanges("measure", before.measures, after.measures, changes);
  addChanges("lift_study", before.liftStudies, after.liftStudies, changes);
  addChanges("parking_study", before.parkingStudies, after.parkingStudies, changes);
  addChanges("parking_part", partsOf(before), partsOf(after), changes);
  return changes;
}

geo::Result<Plan> planFrom(const std::vector<FeatureTable>& tables, const geo::Progress& progress) {
  Plan plan;
  for (const auto read : {readHead, readDistricts, readMeasures, readLiftStudies, readParking}) {
    if (progress.isCancelled()) return geo::fail(ErrorCode::Cancelled, "stopped");
    if (const auto done = read(tables, plan); !done) return geo::fail(done);
  }
  sortPlan(plan);
  return plan;
}

}  // namespace pianqu::layers
