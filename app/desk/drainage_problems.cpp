#include "app/desk/drainage_problems.hpp"

#include <algorithm>

#include "geo/drainage/check.hpp"
#include "layers/plan/city_sewers.hpp"

namespace pianqu::app {
namespace {

layers::Uid uidOf(const layers::City& city, const layers::CitySewers& sewers, const geo::Finding& finding) {
  const auto at = static_cast<std::size_t>(finding.index);
  if (finding.index < 0) return {};
  if (finding.element == geo::SewerElement::Node) return city.pipeNodes[sewers.nodes[at]].uid;
  if (finding.element == geo::SewerElement::Link) return city.pipes[sewers.pipes[at]].uid;
  return sewers.risers[at] == layers::kNoRiser ? layers::Uid() : city.risers[sewers.risers[at]].uid;
}

/// "sewage into storm".
std::string wordsOf(geo::Fault fault) {
  std::string words(geo::nameOf(fault));
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

}  // namespace

geo::Result<geo::Problems> drainageProblems(const layers::City& city, const std::string& dataFolder, geo::Progress& progress) {
  const auto catalogue = layers::readDrainageCatalogue(dataFolder);
  if (!catalogue) return geo::fail(catalogue);
  const layers::CitySewers sewers = layers::sewersOf(city, *catalogue);
  if (sewers.system.links.empty()) return geo::Problems{};
  const auto check = geo::check(sewers.system, catalogue->limits, progress);
  if (!check) return geo::fail(check);
  geo::Problems problems = sewers.problems;
  for (const auto& finding : check->findings) {
    const bool isFailed = finding.state == geo::CheckState::Fail;
    problems.push_back({isFailed ? geo::Severity::Warning : geo::Severity::Note, std::string(geo::ruleOf(finding.fault)), wordsOf(finding.fault) + ": " + finding.text,
                        {.layer = "pipe", .feature = uidOf(city, sewers, finding)}});
  }
  return problems;
}

}  // namespace pianqu::app
