#include "layers/plan/plan_rules.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

/// Collects rule values and keeps the first error, so that a list of thresholds reads as a list.
class Values {
 public:
  explicit Values(const RuleBook& book) : m_book(book) {}
  double operator()(const std::string& key) {
    const auto rule = m_book.find(key);
    if (rule) return rule->value;
    if (!m_error) m_error = rule.error();
    return 0;
  }
  const std::optional<geo::Error>& error() const { return m_error; }

 private:
  const RuleBook& m_book;
  std::optional<geo::Error> m_error;
};

geo::Result<geo::StallRules> readStalls(const std::string& folder, double laneM) {
  const auto table = readCatalogueTable(folder, "parking_stalls");
  if (!table) return fail(table);
  geo::StallRules stalls;
  for (const auto& row : table->rows) {
    const std::string& mode = row.at("mode");
    const bool isRow = mode == "perpendicular" && row.at("entry") == "reverse", isParallel = mode == "parallel";
    if (!isRow && !isParallel) continue;
    const auto depth = numberIn(*table, row, "depth_wall_m"), pitch = numberIn(*table, row, "pitch_m"), aisle = numberIn(*table, row, "aisle_m");
    for (const auto* number : {&depth, &pitch, &aisle}) {
      if (!*number || **number <= 0) return fail(ErrorCode::Invalid, "a stall has no size", {}, {.file = "parking_stalls.csv", .feature = mode});
    }
    if (isRow) {
      stalls.stallDepthM = *depth;
      stalls.stallWidthM = *pitch;
      stalls.aisleM = *aisle;
    } else {
      stalls.parallelDepthM = *depth;
      stalls.parallelLengthM = *pitch;
      stalls.parallelAisleM = std::max(laneM, *aisle);
    }
  }
  if (stalls.aisleM <= 0 || stalls.parallelAisleM <= 0) return fail(ErrorCode::Invalid, "the rows for perpendicular and parallel stalls are missing", {}, {.file = "parking_stalls.csv"});
  return stalls;
}

geo::Result<ParkingRules> readParking(const std::string& folder, const RuleBook& book) {
  Values value(book);
  ParkingRules rules;
  rules.profiles = {{"strict-50067", value("parking.strict.building-distance"), value("parking.strict.building-distance-class3")},
                    {"roadside-50180", value("parking.roadside.building-distance"), value("parking.roadside.building-distance")}};
  rules.equip = {.groupMax = static_cast<int>(value("parking.group-max")), .groupGapM = value("parking.group-gap"), .accessibleFrom = static_cast<int>(value("parking.accessible-from")),
                 .accessibleShare = value("parking.accessible-share"), .transferM = value("parking.accessible-transfer"), .chargingShare = value("parking.charging-share")};
  rules.car = {.radiusM = value("parking.turning-radius"), .wheelbaseM = value("parking.car-wheelbase"), .frontOverhangM = value("parking.car-front-overhang"),
               .widthM = value("parking.car-width"), .trackM = value("parking.car-track")};
  rules.scatteredReachM = value("parking.scattered-reach");
  rules.wallM = value("parking.wall-distance");
  rules.treeM = value("parking.tree-distance");
  rules.ancientTreeM = value("parking.ancient-tree-distance");
  rules.apronM = value("parking.apron-depth");
  rules.fireLaneM = value("fire.lane-width");
  rules.accessMaxM = value("parking.access-max");
  rules.demandPerHousehold = value("parking.demand-per-household");
  rules.minStalls = static_cast<int>(value("parking.min-stalls"));
  rules.oneExitMax = static_cast<int>(value("parking.one-exit-max"));
  const double lane = value("parking.lane-width");
  if (value.error()) return tl::unexpected(*value.error());
  auto stalls = readStalls(folder, lane);
  if (!stalls) return fail(std::move(stalls));
  rules.stalls = *stalls;
  return rules;
}

geo::Result<void> readShaftsAndPipes(const std::string& folder, LiftRules& rules) {
  const auto table = readCatalogueTable(folder, "lift_rules");
  if (!table) return fail(table);
  for (const auto& row : table->rows) {
    if (row.at("kind") == "shaft") {
      const auto width = numberIn(*table, row, "width_m"), depth = numberIn(*table, row, "depth_m");
      if (!width) return fail(width);
      if (!depth) return fail(depth);
      rules.siting.sizes.push_back({row.at("key"), *width, *depth});
    } else if (row.at("kind") == "pipe") {
      const auto clearance = numberIn(*table, row, "clearance_m");
      if (!clearance) return fail(clearance);
      rules.pipeClearanceM[row.at("key")] = *clearance;
      if (row.at("effect") == "hard") rules.hardClass = row.at("key");
    }
  }
  return {};
}

geo::Result<void> readConsentAndShares(const std::string& folder, LiftRules& rules) {
  const auto regimes = readCatalogueTable(folder, "consent_regimes");
  if (!regimes) return fail(regimes);
  for (const auto& row : regimes->rows) {
    std::vector<std::int64_t> numbers;
    for (const char* heading : {"participation_num", "participation_den", "approval_num", "approval_den"}) {
      const auto number = numberIn(*regimes, row, heading);
      if (!number) return fail(number);
      numbers.push_back(std::llround(*number));
    }
    rules.regimes[row.at("key")] = {{numbers[0], numbers[1]}, {numbers[2], numbers[3]}, row.at("approval_base") == "all" ? geo::ConsentRegime::Base::All : geo::ConsentRegime::Base::Participants, row.at("is_strict") == "1"};
  }
  const auto shares = readCatalogueTable(folder, "lift_cost_share");
  if (!shares) return fail(shares);
  for (const auto& row : shares->rows) {
    const auto floor = numberIn(*shares, row, "floor"), weight = numberIn(*shares, row, "weight_milli");
    if (!floor) return fail(floor);
    if (!weight) return fail(weight);
    ShareScheme& scheme = rules.schemes[row.at("scheme")];
    scheme.key = row.at("scheme");
    scheme.name = row.at("name_zh");
    if (static_cast<std::size_t>(std::llround(*floor)) != scheme.weightMilli.size() + 1) return fail(ErrorCode::Invalid, "the floors of the scheme do not count up from 1", {}, {.file = "lift_cost_share.csv", .feature = scheme.key});
    scheme.weightMilli.push_back(std::llround(*weight));
  }
  return {};
}

geo::Result<LiftRules> readLift(const std::string& folder, const RuleBook& book) {
  Values value(book);
  LiftRules rules;
  rules.siting.laneRemainderM = value("fire.lane-width");
  rules.siting.oppositeWallM = value("lift.opposite-wall");
  rules.siting.treeM = value("lift.tree-distance");
  rules.siting.ancientTreeM = value("lift.ancient-tree-distance");
  rules.siting.offsetMaxM = value("lift.offset-max");
  rules.siting.offsetStepM = value("lift.offset-step");
  rules.siting.corridorMaxM = value("lift.corridor-max");
  rules.siting.corridorStepM = value("lift.corridor-step");
  rules.siting.unknownLaneHalfM = value("lift.lane-reach");
  rules.siting.detourM = value("lift.detour");
  rules.siting.surveyReachM = value("lift.survey-reach");
  rules.stairBayM = value("lift.stair-bay");
  rules.doorReachM = value("lift.door-reach");
  rules.minFloors = static_cast<int>(value("lift.min-floors"));
  rules.appraisalBefore = static_cast<int>(value("lift.appraisal-before"));
  rules.subsidy = {std::llround(value("lift.subsidy") * 100)};
  if (value.error()) return tl::unexpected(*value.error());
  if (auto read = readShaftsAndPipes(folder, rules); !read) return fail(std::move(read));
  if (auto read = readConsentAndShares(folder, rules); !read) return fail(std::move(read));
  return rules;
}

geo::Result<FlagRules> readFlags(const std::string& folder, const RuleBook& book, const MeasureCatalogue& measures) {
  Values value(book);
  FlagRules rules{{}, value("plan.storey-height"), value("plan.lamp-spacing"), value("plan.road-reach")};
  const auto table = readCatalogueTable(folder, "measure_rules");
  if (!table) return fail(table);
  for (const auto& row : table->rows) {
    MeasureRule rule{row.at("rule"), row.at("subject"), row.at("field"), row.at("test"), row.at("value"), row.at("measure"), row.at("action"), row.at("quantity"), row.at("note")};
    if (auto kind = measures.require(rule.measureCode); !kind) return fail(std::move(kind));
    if (rule.value.starts_with("rule:")) rule.value = std::to_string(value(rule.value.substr(5)));
    rules.rows.push_back(std::move(rule));
  }
  if (value.error()) return tl::unexpected(*value.error());
  return rules;
}

}  // namespace

const ParkingProfile* ParkingRules::find(std::string_view name) const {
  const auto it = std::find_if(profiles.begin(), profiles.end(), [name](const ParkingProfile& profile) { return profile.name == name; });
  return it == profiles.end() ? nullptr : &*it;
}

geo::Result<PlanRules> PlanRules::read(const std::string& dataFolder) {
  auto measures = MeasureCatalogue::read(dataFolder);
  if (!measures) return fail(std::move(measures));
  auto book = RuleBook::read(dataFolder);
  if (!book) return fail(std::move(book));
  auto parking = readParking(dataFolder, *book);
  if (!parking) return fail(std::move(parking));
  auto lift = readLift(dataFolder, *book);
  if (!lift) return fail(std::move(lift));
  auto flags = readFlags(dataFolder, *book, *measures);
  if (!flags) return fail(std::move(flags));
  return PlanRules{std::move(*measures), std::move(*book), std::move(*parking), std::move(*lift), std::move(*flags)};
}

}  // namespace pianqu::layers
