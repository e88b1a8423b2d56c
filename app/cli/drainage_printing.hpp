#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "geo/drainage/repair.hpp"
#include "layers/plan/drainage_plan.hpp"

namespace pianqu::app {

/// What `drainage check` found, ready to be printed.
struct DrainageReport {
  const layers::CitySewers& sewers;
  const geo::SewerCheck& check;
  const std::vector<geo::RepairSet>& repairs;
  bool isExamplePrice = false;
};

/// One line a rule: rule, name, passed, failed, unknown.
void printTallies(std::ostream& out, const geo::SewerCheck& check);
/// Findings of `rule` ("" for all that are not HS or UN), at most `limit`, each with its path.
void printFindings(std::ostream& out, const DrainageReport& report, const std::string& rule, std::size_t limit);
void printRepairs(std::ostream& out, const DrainageReport& report);
/// One line a district: sources proven, those handed to a combined system, cross links, combined length, unknown.
void printProofs(std::ostream& out, const std::vector<layers::SeparationProof>& proofs);
/// What the new pipes were sized for, and their length by diameter.
void printSizing(std::ostream& out, const layers::DrainagePlan& drainage, const layers::DrainageCatalogue& catalogue);
nlohmann::json toJson(const layers::DrainagePlan& drainage, const layers::DrainageCatalogue& catalogue);

nlohmann::json toJson(const DrainageReport& report);
nlohmann::json toJson(const layers::SeparationProof& proof);

/// Codes of pipes joined by " > ", the middle left out when there are more than `limit`.
std::string pathText(const geo::SewerSystem& system, const std::vector<int>& links, std::size_t limit = 12);

}  // namespace pianqu::app
