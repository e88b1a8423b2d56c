#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/base/result.hpp"

namespace pianqu::layers {

/// What one city asks of its districts in place of rows of rules.csv, and the fund sources that it has. A project keeps it.
struct CityProfile {
  std::map<std::string, double> rules;      ///< by key of rules.csv, in the unit of its row; those of profileRules() only
  std::vector<std::string> fundCodes;       ///< of fund_sources.csv, ascending; empty: not said, any may pay
  bool operator==(const CityProfile&) const = default;
};

/// A row of rules.csv that a city may set.
struct ProfileRule {
  const char* name;                         ///< in the text that a project keeps
  const char* key;                          ///< in rules.csv
};
const std::vector<ProfileRule>& profileRules();

/// As a project keeps it: one JSON object, {"minHouseholds": 800, "fundCodes": ["114", "118"]}.
std::string toText(const CityProfile& profile);
/// An empty text is a city that says nothing; what is no number says nothing either.
/// errors    Invalid for a text that is no JSON object
geo::Result<CityProfile> profileFrom(const std::string& text);

/// errors    Invalid for a number below 0, a minimum above its maximum (the catalogue's where the city says none), NotFound for a fund source that is not
///           in the catalogue; those of the catalogue
geo::Result<void> checkProfile(const CityProfile& profile, const std::string& dataFolder);

/// Where money comes from: one row of fund_sources.csv.
struct FundSource {
  std::string code;                         ///< "118"
  std::string parent;                       ///< that it is a part of; empty for all funds together
  std::string zh, en;
};
/// In the order of the codes. errors as readCatalogueTable
geo::Result<std::vector<FundSource>> readFundSources(const std::string& dataFolder);

/// Whether money of `code` may pay what `payable` names: itself, or what it is a part of.
bool mayPay(const std::vector<FundSource>& sources, const std::string& code, const std::vector<std::string>& payable);

}  // namespace pianqu::layers
