#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layers/plan/drainage_plan.hpp"
#include "layers/sample/sample_city.hpp"

/// The check against the answers that the sample city knows about itself.
namespace pianqu::layers {
namespace {

struct Sample {
  SampleCity sample;
  DrainageCatalogue catalogue;
  CitySewers sewers;
  geo::SewerCheck check;
};

const Sample& sampleOf(std::uint64_t seed) {
  static std::map<std::uint64_t, Sample> made;
  if (const auto there = made.find(seed); there != made.end()) return there->second;
  Sample& sample = made[seed];
  sample.sample = generateCity(SampleSize::S, seed).value();
  sample.catalogue = readDrainageCatalogue(std::string(PIANQU_SOURCE_DIR) + "/data").value();
  sample.sewers = sewersOf(sample.sample.city, sample.catalogue);
  sample.check = geo::check(sample.sewers.system, sample.catalogue.limits).value();
  return sample;
}

/// The codes that a finding names: its element's, and those of the pipes that prove it.
std::set<std::string> codesOf(const Sample& sample, const geo::Finding& finding) {
  std::set<std::string> codes{codeOf(sample.sewers.system, finding)};
  for (const int link : finding.nearby) codes.insert(sample.sewers.system.links[static_cast<std::size_t>(link)].code);
  return codes;
}

std::string kindOf(const geo::Finding& finding) {
  if (finding.fault <= geo::Fault::StormCombinedLink) return std::string(ruleOf(finding.fault));
  return finding.fault == geo::Fault::Unknown ? "unknown-invert" : std::string(nameOf(finding.fault));
}

std::set<std::string> codesOf(const PlantedFault& fault) {
  std::set<std::string> codes(fault.pipes.begin(), fault.pipes.end());
  codes.insert(fault.nodes.begin(), fault.nodes.end());
  if (!fault.riser.empty()) codes.insert(fault.riser);
  return codes;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& code) { return b.contains(code); });
}

bool isFound(const Sample& sample, const PlantedFault& fault) {
  if (fault.kind == "missing-point") {
    const auto& problems = sample.sewers.problems;
    return std::any_of(problems.begin(), problems.end(), [&](const geo::Problem& p) {
      return p.code == "pipe-without-node" && p.where.feature == fault.pipes.front();
    });
  }
  const std::string kind = fault.kind == "duplicate-code" ? "duplicate-node" : fault.kind;
  const std::set<std::string> planted = codesOf(fault);
  return std::any_of(sample.check.findings.begin(), sample.check.findings.end(), [&](const geo::Finding& finding) {
    return kindOf(finding) == kind && meet(codesOf(sample, finding), planted);
  });
}

/// A point whose only pipe was left out, since the line table names it wrongly: isolated as a consequence.
bool isAtLostPipe(const Sample& sample, geo::XY place) {
  const auto& problems = sample.sewers.problems;
  return std::any_of(problems.begin(), problems.end(), [&](const geo::Problem& p) { return p.where.x == place.x && p.where.y == place.y; });
}

class SampleDrainage : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(SampleDrainage, findsEveryPlantedFault) {
  const Sample& sample = sampleOf(GetParam());
  ASSERT_FALSE(sample.sample.truth.faults.empty());
  for (const PlantedFault& fault : sample.sample.truth.faults) {
    EXPECT_TRUE(isFound(sample, fault)) << fault.id << ' ' << fault.kind << ' ' << fault.note << ' '
                                        << ::testing::PrintToString(codesOf(fault));
  }
}

/// The direct rules must name nothing that was not planted. The reach rules M4 and M5 name every source behind a planted fault, so they
/// are explained by its elements on their way, or by a riser that carries both waters.
TEST_P(SampleDrainage, findsNothingElse) {
  const Sample& sample = sampleOf(GetParam());
  std::set<std::string> planted;
  for (const PlantedFault& fault : sample.sample.truth.faults) planted.merge(codesOf(fault));
  for (const geo::Finding& finding : sample.check.findings) {
    if (finding.fault == geo::Fault::CombinedPipe || finding.fault == geo::Fault::MixedRiser || finding.fault == geo::Fault::Unknown) continue;
    if (finding.fault == geo::Fault::IsolatedNode && isAtLostPipe(sample, placeOf(sample.sewers.system, finding))) continue;
    std::set<std::string> codes = codesOf(sample, finding);
    const bool isReach = finding.fault == geo::Fault::SewageReachesStorm || finding.fault == geo::Fault::RainReachesSewage;
    if (isReach) {
      const geo::SewerSource& source = sample.sewers.system.sources[static_cast<std::size_t>(finding.index)];
      if (source.carriesRain && source.carriesSewage) continue;
      for (const int link : evidenceOf(sample.check, sample.sewers.system, finding)) {
        codes.insert(sample.sewers.system.links[static_cast<std::size_t>(link)].code);
      }
    }
    EXPECT_TRUE(meet(codes, planted)) << ruleOf(finding.fault) << ' ' << nameOf(finding.fault) << ' ' << finding.text;
  }
}

/// The whole city as one district: the designed system, checked again, must prove more and leave no crossing.
TEST_P(SampleDrainage, isSeparatedByThePlan) {
  const Sample& sample = sampleOf(GetParam());
  geo::Box box;
  for (const geo::SewerNode& node : sample.sewers.system.nodes) box.add(node.point);
  box = box.grownBy(10);
  Plan plan;
  plan.districts.push_back({.uid = "D", .code = "PQ01", .name = "全城", .shape = {{{{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}, {box.minX, box.minY}}, {}}}});
  const DrainagePlan drainage = planDrainage(sample.sample.city, plan, sample.sewers, sample.catalogue).value();
  std::map<Uid, int> planned;
  for (const Measure& measure : drainage.edits[0].measures) {
    if (measure.targetKind == TargetKind::Pipe && measure.catalogueCode != "PS-07") ++planned[measure.targetUid];
    EXPECT_NEAR(measure.quantityInside + measure.quantityOutside, measure.quantity, 1e-9);
  }
  EXPECT_EQ(planned.size(), sample.sewers.system.links.size());
  EXPECT_TRUE(std::all_of(planned.begin(), planned.end(), [](const auto& entry) { return entry.second == 1; }));
  const SeparationProof &before = drainage.before.back(), &after = drainage.after.back();
  for (const geo::Water water : {geo::Water::Sewage, geo::Water::Storm}) {
    RecordProperty(std::string(codeOf(water)) + "_proven_before", std::to_string(before.provenOf(water)) + " of " + std::to_string(before.sourcesOf(water)));
    RecordProperty(std::string(codeOf(water)) + "_proven_after", std::to_string(after.provenOf(water)) + " of " + std::to_string(after.sourcesOf(water)));
    EXPECT_GT(after.provenOf(water), before.provenOf(water));
  }
  EXPECT_EQ(after.crossLinks, 0);
  EXPECT_EQ(after.combinedPipes, 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, SampleDrainage, ::testing::Values(1, 7));

}  // namespace
}  // namespace pianqu::layers
