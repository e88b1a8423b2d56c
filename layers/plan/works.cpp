#include "layers/plan/works.hpp"

#include <algorithm>
#include <atomic>
#include <execution>
#include <future>
#include <numeric>
#include <optional>
#include <thread>

#include "layers/plan/drainage_catalogue.hpp"
#include "layers/plan/drainage_plan.hpp"
#include "layers/plan/pricing.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr const char* kStage = "planning drainage, parking, lifts and rules";

std::optional<geo::Fen> liftCostOf(const PlanRules& rules, const WorksOptions& options) {
  if (options.lift.liftCost) return options.lift.liftCost;
  if (const auto given = options.prices.find("DT-01"); given != options.prices.end()) return given->second.price;
  const MeasureKind* kind = rules.measures.find("DT-01");
  return kind == nullptr ? std::nullopt : kind->unitPrice;
}

class Works {
 public:
  Works(const City& city, const PlanRules& rules, const WorksOptions& options)
      : m_index(city), m_redLines(city), m_rules(rules), m_options(options), m_flags(m_index, m_redLines, rules.flags), m_lifts(m_index, m_redLines, rules.lift) {
    m_options.lift.liftCost = liftCostOf(rules, options);
  }

  /// All but the drainage.
  geo::Result<DistrictWorks> of(const District& district, const geo::Progress& progress) const {
    const DistrictScope scope = scopeOf(m_index, district);
    DistrictWorks works{district.uid, {}, {}, {}};
    auto flags = m_flags.of(scope);
    if (!flags) return fail(std::move(flags));
    auto parking = planParking(scope, m_index, m_redLines, m_rules.parking, m_options.parkingProfile, progress);
    if (!parking) return fail(std::move(parking));
    auto lifts = m_lifts.of(scope, m_options.lift);
    if (!lifts) return fail(std::move(lifts));
    std::vector<ReplaceMeasures> measures = std::move(*flags);
    measures.push_back(std::move(parking->measures));
    measures.push_back(std::move(lifts->measures));
    for (ReplaceMeasures& edit : measures) {
      if (auto priced = addPriced(std::move(edit), works); !priced) return fail(std::move(priced));
    }
    works.edits.emplace_back(std::move(parking->studies));
    works.edits.emplace_back(std::move(lifts->studies));
    works.balance = std::move(parking->balance);
    works.lots = std::move(parking->lots);
    return works;
  }

  geo::Result<void> addPriced(ReplaceMeasures edit, DistrictWorks& works) const {
    if (auto priced = price(edit.measures, m_rules.measures, m_options.prices); !priced) return priced;
    works.edits.emplace_back(std::move(edit));
    return {};
  }

 private:
  PlanIndex m_index;
  RedLines m_redLines;
  const PlanRules& m_rules;
  WorksOptions m_options;
  FlagMeasures m_flags;
  LiftPlanner m_lifts;
};

}  // namespace

geo::Result<std::vector<DistrictWorks>> planWorks(const City& city, const Plan& plan, const std::vector<std::size_t>& districts, const PlanRules& rules, const std::string& dataFolder,
                                                  const WorksOptions& options, geo::Progress& progress) {
  const auto drainageRules = readDrainageCatalogue(dataFolder, options.storm);
  if (!drainageRules) return fail(drainageRules);
  progress.report(0, kStage);
  // The pipes are one network, the rest is district by district: the network takes one thread while the districts take all.
  geo::SilentProgress beside(progress);
  auto network = std::async(std::launch::async, [&] {
    auto planned = planDrainage(city, plan, sewersOf(city, *drainageRules), *drainageRules, beside);
    if (!planned) beside.stop();
    return planned;
  });
  const Works works(city, rules, options);
  std::vector<std::optional<geo::Result<DistrictWorks>>> results(districts.size());
  std::vector<std::size_t> order(districts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::atomic<std::size_t> planned = 0;
  std::for_each(std::execution::par, order.begin(), order.end(), [&, caller = std::this_thread::get_id()](std::size_t i) {
    if (!beside.isCancelled()) results[i] = works.of(plan.districts[districts[i]], beside);
    if (results[i] && !*results[i]) beside.stop();
    const double share = static_cast<double>(++planned) / static_cast<double>(districts.size());
    if (std::this_thread::get_id() == caller) progress.report(share, kStage);
  });
  auto drainage = network.get();
  std::vector<DistrictWorks> done;
  for (auto& result : results) {
    if (result && !*result) return fail(std::move(*result));
    if (result) done.push_back(std::move(**result));
  }
  if (!drainage) return fail(std::move(drainage));
  if (done.size() < results.size()) return fail(ErrorCode::Cancelled, "planning was stopped");
  for (std::size_t i = 0; i < done.size(); ++i) {
    if (auto added = works.addPriced(std::move(drainage->edits[districts[i]]), done[i]); !added) return fail(std::move(added));
  }
  progress.report(1, "planned");
  return done;
}

}  // namespace pianqu::layers
