#include "app/cli/drainage_printing.hpp"

#include <array>
#include <cstdio>
#include <ostream>

#include <nlohmann/json.hpp>

namespace pianqu::app {

namespace {

using geo::Fault;
using geo::Water;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

template <class... Values>
std::string format(const char* pattern, Values... values) {
  std::array<char, 256> text{};
  std::snprintf(text.data(), text.size(), pattern, values...);
  return text.data();
}

std::string percent(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? std::string("-") : format("%.1f%%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

nlohmann::json codesOf(const geo::SewerSystem& system, const std::vector<int>& links) {
  nlohmann::json codes = nlohmann::json::array();
  for (const int link : links) codes.push_back(system.links[at(link)].code);
  return codes;
}

const char* elementName(geo::SewerElement element) {
  return element == geo::SewerElement::Link ? "pipe" : element == geo::SewerElement::Node ? "manhole" : "source";
}

nlohmann::json toJson(const DrainageReport& report, const geo::Finding& finding) {
  const geo::XY place = placeOf(report.sewers.system, finding);
  return {{"rule", ruleOf(finding.fault)}, {"fault", nameOf(finding.fault)}, {"zh", zhOf(finding.fault)}, {"state", nameOf(finding.state)},
          {"element", elementName(finding.element)}, {"code", codeOf(report.sewers.system, finding)}, {"text", finding.text},
          {"path", codesOf(report.sewers.system, evidenceOf(report.check, report.sewers.system, finding))}, {"x", place.x}, {"y", place.y}};
}

nlohmann::json toJson(const DrainageReport& report, const geo::RepairSet& repair) {
  nlohmann::json sources = nlohmann::json::array();
  for (const int source : repair.sources) sources.push_back(report.sewers.system.sources[at(source)].code);
  return {{"kept_out", codeOf(repair.misled)}, {"sources_misled", repair.misledSources}, {"pipes", codesOf(report.sewers.system, repair.links)},
          {"sources", sources}, {"price_yuan", toYuan(repair.price)}, {"max_flow_yuan", toYuan(repair.flow)}, {"possible", repair.isPossible},
          {"optimal_and_verified", repair.isVerified}, {"example_prices", report.isExamplePrice}};
}

nlohmann::json outcomesOf(const std::array<std::int64_t, geo::kOutcomeCount>& counts) {
  nlohmann::json json = nlohmann::json::object();
  for (std::size_t i = 1; i < counts.size(); ++i) json[std::string(nameOf(static_cast<geo::Outcome>(i)))] = counts[i];
  return json;
}

}  // namespace

std::string pathText(const geo::SewerSystem& system, const std::vector<int>& links, std::size_t limit) {
  std::string text;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links.size() > limit && i == limit / 2) {
      text += " > ... " + std::to_string(links.size() - limit) + " more ...";
      i = links.size() - limit / 2;
    }
    text += (text.empty() ? "" : " > ") + system.links[at(links[i])].code;
  }
  return text;
}

void printTallies(std::ostream& out, const geo::SewerCheck& check) {
  out << format("%-4s %-22s %9s %9s %9s\n", "rule", "", "pass", "fail", "unknown");
  for (std::size_t i = 0; i < geo::kFaultCount; ++i) {
    const auto fault = static_cast<Fault>(i);
    const geo::Tally& tally = check.tallies[i];
    out << format("%-4s %-22s %9lld %9lld %9lld  ", std::string(ruleOf(fault)).c_str(), std::string(nameOf(fault)).c_str(),
                  static_cast<long long>(tally.passed), static_cast<long long>(tally.failed), static_cast<long long>(tally.unknown))
        << zhOf(fault) << '\n';
  }
}

void printFindings(std::ostream& out, const DrainageReport& report, const std::string& rule, std::size_t limit) {
  std::size_t count = 0;
  for (const geo::Finding& finding : report.check.findings) {
    const bool isWanted = rule.empty() ? finding.fault != Fault::CombinedPipe && finding.fault != Fault::Unknown
                                       : rule == ruleOf(finding.fault) || rule == nameOf(finding.fault);
    if (!isWanted || ++count > limit) continue;
    out << ruleOf(finding.fault) << ' ' << zhOf(finding.fault) << (finding.state == geo::CheckState::Unknown ? " (unknown)" : "") << ": " << finding.text << '\n';
    const std::vector<int> path = evidenceOf(report.check, report.sewers.system, finding);
    if (path.size() > 1) out << "     path: " << pathText(report.sewers.system, path) << '\n';
  }
  if (count > limit) out << "... and " << count - limit << " more; --limit shows more, --json all\n";
}

void printRepairs(std::ostream& out, const DrainageReport& report) {
  for (const geo::RepairSet& repair : report.repairs) {
    out << "cheapest repair that keeps " << zhOf(repair.misled) << " out of the other system's outfalls (" << repair.misledSources << " sources reach one): ";
    if (!repair.isPossible) {
      out << "none without disconnecting what must stay\n";
      continue;
    }
    out << repair.links.size() << " pipes and " << repair.sources.size() << " sources, " << toYuan(repair.price) << " yuan\n"
        << "  certificate: max flow " << toYuan(repair.flow) << " = min cut " << toYuan(repair.price) << ", no way left after the cut: "
        << (repair.isVerified ? "verified" : "NOT VERIFIED") << (report.isExamplePrice ? "; 示例价" : "") << '\n';
    if (!repair.links.empty()) {
      std::string codes;
      for (std::size_t i = 0; i < repair.links.size() && i < 20; ++i) codes += " " + report.sewers.system.links[at(repair.links[i])].code;
      out << "  pipes:" << codes << (repair.links.size() > 20 ? " ..." : "") << '\n';
    }
    if (repair.sources.empty()) continue;
    std::string codes;
    for (std::size_t i = 0; i < repair.sources.size() && i < 20; ++i) codes += " " + report.sewers.system.sources[at(repair.sources[i])].code;
    out << "  sources:" << codes << (repair.sources.size() > 20 ? " ..." : "") << '\n';
  }
}

void printProofs(std::ostream& out, const std::vector<layers::SeparationProof>& proofs) {
  const auto share = [](std::int64_t part, std::int64_t whole) { return std::to_string(part) + "/" + std::to_string(whole) + " " + percent(part, whole); };
  out << format("%-8s %18s %18s %14s %6s %10s %8s\n", "district", "sewage proven", "rain proven", "to combined", "cross", "combined m", "unknown");
  for (const layers::SeparationProof& proof : proofs) {
    const std::int64_t sewage = proof.sourcesOf(Water::Sewage), rain = proof.sourcesOf(Water::Storm);
    constexpr auto kSeparated = static_cast<std::size_t>(geo::Outcome::Separated);
    const std::string combinedText = std::to_string(proof.sewage[kSeparated]) + "+" + std::to_string(proof.rain[kSeparated]);
    out << format("%-8s %18s %18s %14s %6lld %10.1f %8lld  ", proof.code.c_str(), share(proof.provenOf(Water::Sewage), sewage).c_str(),
                  share(proof.provenOf(Water::Storm), rain).c_str(), combinedText.c_str(),
                  static_cast<long long>(proof.crossLinks), proof.combinedM, static_cast<long long>(proof.unknownPipes))
        << proof.name << '\n';
  }
  out << "to combined: sewage + rain sources in pipes of their own up to an outfall or a sewer of a combined system outside the districts (分流至合流口): not proven, what is mixed lies below\n";
}

void printSizing(std::ostream& out, const layers::DrainagePlan& drainage, const layers::DrainageCatalogue& catalogue) {
  if (drainage.newPipesM.empty()) return;
  const geo::StormFormula& storm = catalogue.sizing.storm;
  out << "\nnew pipes, sized for q = " << format("%g(1 + %g lg P)/(t + %g)^%g", storm.a, storm.c, storm.b, storm.n) << " L/(s ha), P = "
      << format("%g a, t1 = %g min", catalogue.sizing.returnPeriodA, catalogue.sizing.inletMinutes) << ": " << catalogue.storm.key
      << (catalogue.storm.version.empty() ? "" : " " + catalogue.storm.version) << '\n';
  if (catalogue.storm.isDefault) out << "  no formula was chosen: that is another city's; give yours with --storm\n";
  for (const auto& [key, metres] : drainage.newPipesM) out << "  " << zhOf(key.first) << format(" DN%-5d %10.1f m\n", key.second, metres);
}

nlohmann::json toJson(const layers::DrainagePlan& drainage, const layers::DrainageCatalogue& catalogue) {
  const geo::StormFormula& storm = catalogue.sizing.storm;
  nlohmann::json pipes = nlohmann::json::array();
  for (const auto& [key, metres] : drainage.newPipesM) pipes.push_back({{"water", codeOf(key.first)}, {"diameter_mm", key.second}, {"length_m", metres}});
  return {{"storm", {{"key", catalogue.storm.key}, {"version", catalogue.storm.version}, {"source", catalogue.storm.source}, {"is_default", catalogue.storm.isDefault},
                     {"a", storm.a}, {"c", storm.c}, {"b", storm.b}, {"n", storm.n}, {"return_period_a", catalogue.sizing.returnPeriodA}}}, {"pipes", pipes}};
}

nlohmann::json toJson(const layers::SeparationProof& proof) {
  return {{"district", proof.code}, {"name", proof.name}, {"sewage", outcomesOf(proof.sewage)}, {"rain", outcomesOf(proof.rain)},
          {"cross_links", proof.crossLinks}, {"combined_pipes", proof.combinedPipes}, {"combined_m", proof.combinedM},
          {"unknown_pipes", proof.unknownPipes}, {"exceptions", proof.exceptions}};
}

nlohmann::json toJson(const DrainageReport& report) {
  nlohmann::json rules = nlohmann::json::array(), findings = nlohmann::json::array(), repairs = nlohmann::json::array();
  for (std::size_t i = 0; i < geo::kFaultCount; ++i) {
    const auto fault = static_cast<Fault>(i);
    const geo::Tally& tally = report.check.tallies[i];
    rules.push_back({{"rule", ruleOf(fault)}, {"fault", nameOf(fault)}, {"zh", zhOf(fault)}, {"pass", tally.passed}, {"fail", tally.failed}, {"unknown", tally.unknown}});
  }
  for (const geo::Finding& finding : report.check.findings) findings.push_back(toJson(report, finding));
  for (const geo::RepairSet& repair : report.repairs) repairs.push_back(toJson(report, repair));
  return {{"manholes", report.sewers.system.nodes.size()}, {"pipes", report.sewers.system.links.size()}, {"sources", report.sewers.system.sources.size()},
          {"rules", rules}, {"findings", findings}, {"repairs", repairs}};
}

}  // namespace pianqu::app
