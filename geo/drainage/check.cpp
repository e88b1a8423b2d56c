#include "geo/drainage/check.hpp"

#include <algorithm>
#include <cstdio>

#include "geo/drainage/findings.hpp"

namespace pianqu::geo {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

Result<void> verifyReferences(const SewerSystem& system) {
  const int nodeCount = static_cast<int>(system.nodes.size());
  for (const SewerLink& link : system.links) {
    if (link.from >= 0 && link.from < nodeCount && link.to >= 0 && link.to < nodeCount) continue;
    return fail(ErrorCode::Invalid, "Pipe " + link.code + " has no manhole at one of its ends",
                "Leave out pipes whose ends are not known, and report them", {.feature = link.code});
  }
  for (const SewerSource& source : system.sources) {
    if (source.node < nodeCount) continue;
    return fail(ErrorCode::Invalid, "Source " + source.code + " names a manhole that is not there", {}, {.feature = source.code});
  }
  return {};
}

bool isBefore(const Finding& a, const Finding& b) {
  if (a.fault != b.fault) return a.fault < b.fault;
  if (a.element != b.element) return a.element < b.element;
  return a.index < b.index;
}

}  // namespace

void CheckRun::add(Finding finding) {
  Tally& tally = check.tallies[static_cast<std::size_t>(finding.fault)];
  ++(finding.state == CheckState::Fail ? tally.failed : tally.unknown);
  check.findings.push_back(std::move(finding));
}

std::string CheckRun::label(int index) const {
  return node(index).code + " (" + std::string(nameOf(waterAt(index))) + ")";
}

bool CheckRun::isLead(int index) const {
  if (!check.graph.isKnown(index)) return false;
  const int up = check.graph.upNode(index);
  const SewerRole role = node(up).role;
  return (role == SewerRole::Gully || role == SewerRole::HouseOutlet) && check.graph.upstream(up).empty();
}

std::string metresText(double metres) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", metres);
  return text.data();
}

Result<SewerCheck> check(const SewerSystem& system, const DrainageLimits& limits, Progress& progress) {
  if (auto verified = verifyReferences(system); !verified) return fail(std::move(verified));
  SewerCheck result;
  result.graph = flowGraphOf(system, limits.minFallM);
  result.systems = systemOfNodes(system, result.graph);
  CheckRun run{system, limits, result};
  using Rule = void (*)(CheckRun&);
  constexpr std::array<Rule, 6> kRules{findCrossLinks, findRemixing, proveSources, findSlopeFaults, findSurveyFaults, findUnknowns};
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "The drainage check was stopped");
    progress.report(static_cast<double>(i) / static_cast<double>(kRules.size()), "drainage rules");
    kRules[i](run);
  }
  std::stable_sort(result.findings.begin(), result.findings.end(), isBefore);
  progress.report(1, "drainage rules");
  return result;
}

std::vector<int> evidenceOf(const SewerCheck& check, const SewerSystem& system, const Finding& finding) {
  if (finding.fault == Fault::SewageReachesStorm || finding.fault == Fault::RainReachesSewage) {
    const int start = system.sources[at(finding.index)].node;
    const bool isSewage = finding.fault == Fault::SewageReachesStorm;
    const SewerReaches& reaches = check.reaches;
    const bool isKnown = finding.state == CheckState::Fail;
    const Reach& into = isSewage ? (isKnown ? reaches.stormSystem : reaches.mayStorm) : (isKnown ? reaches.sewageSystem : reaches.maySewage);
    std::vector<int> path = pathDown(check.graph, into, start);
    int node = start;
    for (const int link : path) node = check.graph.upNode(link) == node ? check.graph.downNode(link) : check.graph.upNode(link);
    const std::vector<int> onward = pathDown(check.graph, isSewage ? reaches.stormOutfall : reaches.sewageOutfall, node);
    path.insert(path.end(), onward.begin(), onward.end());
    return path;
  }
  std::vector<int> path = finding.nearby;
  if (finding.element == SewerElement::Link && std::find(path.begin(), path.end(), finding.index) == path.end()) {
    path.push_back(finding.index);
  }
  return path;
}

XY placeOf(const SewerSystem& system, const Finding& finding) {
  switch (finding.element) {
    case SewerElement::Node: return system.nodes[at(finding.index)].point;
    case SewerElement::Source: return system.sources[at(finding.index)].point;
    case SewerElement::Link: break;
  }
  const SewerLink& link = system.links[at(finding.index)];
  if (link.line.size() > 2) return link.line[link.line.size() / 2];
  return (system.nodes[at(link.from)].point + system.nodes[at(link.to)].point) * 0.5;
}

const std::string& codeOf(const SewerSystem& system, const Finding& finding) {
  switch (finding.element) {
    case SewerElement::Node: return system.nodes[at(finding.index)].code;
    case SewerElement::Source: return system.sources[at(finding.index)].code;
    case SewerElement::Link: break;
  }
  return system.links[at(finding.index)].code;
}

}  // namespace pianqu::geo
