#include "layers/plan/lift_plan.hpp"

#include <algorithm>
#include <cmath>

#include "geo/lift/cost_share.hpp"
#include "geo/lift/facade.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::SitingVerdict;
using geo::XYGeometry;

std::string pipeNameOf(const Pipe& pipe) {
  static const std::map<std::string, std::string> names{{"JS", "给水"}, {"PS", "排水"}, {"RQ", "燃气"}, {"RL", "热力"}, {"DL", "电力"}, {"TX", "通信"}, {"GY", "工业管道"}, {"QT", "其他管线"}, {"YS", "雨水"}, {"WS", "污水"}, {"HS", "合流"}};
  const auto it = names.find(pipe.pipeClass == "PS" && names.contains(pipe.subclass) ? pipe.subclass : pipe.pipeClass);
  std::string name = it == names.end() ? pipe.pipeClass.str() : it->second;
  if (pipe.diameterMm) name += " DN" + std::to_string(std::lround(*pipe.diameterMm));
  return name + "管";
}

double clearanceOf(const Pipe& pipe, const LiftRules& rules) {
  double clearance = 0;
  for (const auto& [key, value] : rules.pipeClearanceM) {
    if (key.ends_with('?')) continue;
    const auto above = key.find('>');
    if (key.substr(0, above) != pipe.pipeClass) continue;
    // Of a pipe whose size is not known the wider clearance is taken.
    const bool applies = above == std::string::npos || !pipe.diameterMm || *pipe.diameterMm > std::stod(key.substr(above + 1));
    if (applies) clearance = std::max(clearance, value);
  }
  if (clearance == 0 && !rules.pipeClearanceM.empty()) clearance = rules.pipeClearanceM.count("QT") != 0 ? rules.pipeClearanceM.at("QT") : 0;
  return clearance;
}

bool isCarRoad(const Road& road) { return road.roadClass != "铁路"; }

geo::LiftSurroundings::Content contentOf(const City& city, const LiftRules& rules) {
  geo::LiftSurroundings::Content content;
  for (const Building& building : city.buildings) content.buildings.push_back({building.shape});
  for (const Road& road : city.roads) {
    if (!isCarRoad(road)) continue;
    for (const auto& line : road.line) content.lanes.push_back({line, road.clearWidthM, road.name});
  }
  for (const Tree& tree : city.trees) content.trees.push_back({tree.point, tree.isProtected.value_or(false)});
  for (const Pipe& pipe : city.pipes) {
    if (pipe.line.size() < 2 || pipe.status == "废弃") continue;
    const auto unknown = rules.pipeClearanceM.find(pipe.pipeClass + "?");
    content.pipes.push_back({pipe.line, clearanceOf(pipe, rules), pipe.pipeClass == rules.hardClass, pipeNameOf(pipe), unknown == rules.pipeClearanceM.end() ? 0 : unknown->second});
  }
  for (const IllegalStructure& structure : city.illegalStructures) content.temporary.push_back(structure.shape);
  return content;
}

std::optional<std::int64_t> squareCentimetres(const std::optional<double>& areaM2) {
  return areaM2 ? std::optional<std::int64_t>(std::llround(*areaM2 * 10000)) : std::nullopt;
}

geo::ConsentTally tallyOf(const Consent& consent) {
  return {squareCentimetres(consent.totalAreaM2), squareCentimetres(consent.attendedAreaM2), squareCentimetres(consent.agreedAreaM2), consent.totalOwners.optional(), consent.attendedOwners.optional(),
          consent.agreedOwners.optional()};
}

bool isDwelling(const Building& building) { return building.use.empty() || building.use.view().find("住") != std::string_view::npos; }
bool hasLift(const Entrance& entrance) { return entrance.liftStatus == "已装" || entrance.liftStatus == "在建"; }

void soften(geo::Siting& siting, SitingVerdict atBest, std::string reason) {
  if (siting.verdict == SitingVerdict::Infeasible) return;
  if (siting.verdict != SitingVerdict::Unknown || atBest == SitingVerdict::Unknown) siting.verdict = siting.verdict == SitingVerdict::Unknown ? SitingVerdict::Unknown : atBest;
  siting.reasons.push_back(std::move(reason));
}

}  // namespace

std::string nameOf(SitingVerdict verdict) {
  switch (verdict) {
    case SitingVerdict::Feasible: return "可行";
    case SitingVerdict::Conditional: return "有条件";
    case SitingVerdict::Infeasible: return "不可行";
    case SitingVerdict::Unknown: return "资料不足";
  }
  return "资料不足";
}

LiftPlanner::LiftPlanner(const PlanIndex& index, const RedLines& redLines, const LiftRules& rules)
    : m_index(index), m_redLines(redLines), m_rules(rules), m_surroundings(contentOf(index.city(), rules), rules.siting) {}

geo::Siting LiftPlanner::judge(std::size_t at, const Building& building, int floors) const {
  const City& city = m_index.city();
  geo::Siting siting;
  if (building.safety == "C" || building.safety == "D") {
    siting.verdict = SitingVerdict::Infeasible;
    siting.reasons.push_back("房屋安全等级 " + building.safety + " 级, 属危房");
    return siting;
  }
  const auto estate = m_index.estate(building.estateUid);
  const auto* redLine = estate && !city.estates[*estate].shape.empty() ? &city.estates[*estate].shape : nullptr;
  const Entrance& entrance = city.entrances[at];
  const auto inferred = entrance.facade.size() == 2 ? std::nullopt : geo::facadeAtDoor(building.shape, entrance.door, m_rules.stairBayM, m_rules.doorReachM);
  siting = geo::siteShaft({inferred ? *inferred : entrance.facade, *m_index.building(building.uid), redLine}, m_surroundings, m_rules.siting);
  if (inferred) soften(siting, SitingVerdict::Conditional, "外墙段按门位推定, 需现场核实");
  const bool isAppraised = building.safety == "A" || building.safety == "B";
  if (floors == 0) soften(siting, SitingVerdict::Unknown, "层数不明");
  if (!isAppraised && !building.built) soften(siting, SitingVerdict::Unknown, "建成年份与安全等级均不明");
  else if (!isAppraised && *building.built < m_rules.appraisalBefore) soften(siting, SitingVerdict::Conditional, std::to_string(*building.built) + " 年建成且未鉴定, 需先作结构安全鉴定");
  if (building.isHeritage.value_or(false)) soften(siting, SitingVerdict::Conditional, "保护建筑, 需专项审批");
  return siting;
}

geo::Result<std::optional<LiftPlanner::Result>> LiftPlanner::study(std::size_t at, const LiftOptions& options) const {
  const City& city = m_index.city();
  const auto regime = m_rules.regimes.find(options.regime);
  if (regime == m_rules.regimes.end()) return fail(ErrorCode::NotFound, "no consent regime \"" + options.regime + "\"", "see data/catalogue/consent_regimes.csv");
  const auto scheme = m_rules.schemes.find(options.shareScheme);
  if (scheme == m_rules.schemes.end()) return fail(ErrorCode::NotFound, "no scheme of cost shares \"" + options.shareScheme + "\"", "see data/catalogue/lift_cost_share.csv");
  const Entrance& entrance = city.entrances[at];
  const auto buildingAt = m_index.building(entrance.buildingUid);
  if (!buildingAt) return std::optional<Result>();
  const Building& building = city.buildings[*buildingAt];
  const int floors = entrance.floors ? *entrance.floors : building.floors.value_or(0);
  if ((floors != 0 && floors < m_rules.minFloors) || hasLift(entrance) || !isDwelling(building)) return std::optional<Result>();

  Result result{{.uid = uidFor("lift" + entrance.uid), .entranceUid = entrance.uid}, judge(at, building, floors), {}};
  result.study.verdict = nameOf(result.siting.verdict);
  result.study.reasons = result.siting.reasons;
  if (!result.siting.shaft.outer.empty()) result.study.shaft = {result.siting.shaft};
  const auto consent = m_index.liftConsentOf(at);
  const auto judged = consent ? geo::judgeConsent(tallyOf(city.consents[*consent]), regime->second) : geo::ConsentResult{geo::ConsentVerdict::Pending, "尚无表决记录"};
  result.study.consent = judged.verdict == geo::ConsentVerdict::Met ? "满足" : judged.verdict == geo::ConsentVerdict::NotMet ? "不满足" : "待定";
  result.consentReason = judged.reason;
  const bool isOffered = result.siting.verdict == SitingVerdict::Feasible || result.siting.verdict == SitingVerdict::Conditional;
  if (isOffered && options.liftCost && entrance.perFloor) {
    const geo::Fen ownPart{std::max<std::int64_t>(0, options.liftCost->value - m_rules.subsidy.value)};
    result.study.shareByFloor = geo::shareByFloor(ownPart, scheme->second.weightMilli, floors, *entrance.perFloor).byFloor;
  }
  return std::optional<Result>(std::move(result));
}

geo::Result<LiftPlanner::DistrictLifts> LiftPlanner::of(const DistrictScope& scope, const LiftOptions& options) const {
  const City& city = m_index.city();
  const Uid& district = scope.district->uid;
  DistrictLifts lifts{{district, {}}, {district, "lift", {}}};
  const auto add = [&](Measure measure) -> geo::Result<void> {
    auto split = m_redLines.apply(measure);
    if (split) lifts.measures.measures.push_back(std::move(measure));
    return split;
  };
  for (const std::size_t building : scope.buildings) {
    for (const std::size_t at : m_index.entrancesOf(building)) {
      auto result = study(at, options);
      if (!result) return fail(std::move(result));
      if (!*result) continue;
      LiftStudy& lift = (*result)->study;
      const geo::Siting& siting = (*result)->siting;
      lift.districtUid = district;
      if (siting.verdict == SitingVerdict::Feasible || siting.verdict == SitingVerdict::Conditional) {
        const Uid& unit = city.entrances[at].uid;
        Measure measure{.uid = uidFor("DT-01" + district + unit), .districtUid = district, .catalogueCode = "DT-01", .targetKind = TargetKind::Entrance, .targetUid = unit, .action = "新建",
                        .geometry = {XYGeometry::Points{{geo::centroidOf(lift.shaft)}}}, .quantity = 1, .origin = "lift", .note = lift.verdict};
        if (auto added = add(std::move(measure)); !added) return fail(std::move(added));
        if (siting.relocatedPipeM > 0) {
          Measure pipes{.uid = uidFor("DT-02" + district + unit), .districtUid = district, .catalogueCode = "DT-02", .targetKind = TargetKind::Entrance, .targetUid = unit, .action = "迁改",
                        .geometry = {XYGeometry::Lines{siting.relocatedPipes}}, .quantity = siting.relocatedPipeM, .origin = "lift", .note = "电梯基坑范围"};
          if (auto added = add(std::move(pipes)); !added) return fail(std::move(added));
        }
      }
      lifts.studies.studies.push_back(std::move(lift));
    }
  }
  return lifts;
}

}  // namespace pianqu::layers
