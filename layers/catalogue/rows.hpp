#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "layers/catalogue/city_profile.hpp"

namespace pianqu::layers {

/// One row of a shipped CSV by heading. All text; every table has the columns source and confidence.
using CatalogueRow = std::map<std::string, std::string>;

/// A shipped table: data/catalogue/<name>.csv, UTF-8, header row, RFC 4180 quoting.
struct CatalogueTable {
  std::string name;
  std::vector<std::string> headings;
  std::vector<CatalogueRow> rows;
};

/// errors  NotFound with the folder that was searched; Unreadable with the line
geo::Result<CatalogueTable> readCatalogueTable(const std::string& dataFolder, const std::string& name);

/// The same for a file of the user's; `name` is its path. A leading UTF-8 byte order mark is dropped.
geo::Result<CatalogueTable> readCatalogueFile(const std::string& path);

/// Number in `row[heading]`. errors Invalid naming table, row and heading
geo::Result<double> numberIn(const CatalogueTable& table, const CatalogueRow& row, const std::string& heading);

/// A threshold by key of data/catalogue/rules.csv: columns key,value,unit,topic,standard,clause,source,confidence,note.
/// A row with a confidence below the verified ones is shown as 待核对 wherever its value is used.
struct Rule {
  std::string key;
  double value = 0;
  std::string unit, topic, standard, clause, source, confidence;
  bool isVerified = false;   ///< confidence A or H: text or official copy seen
  bool isCitys = false;      ///< the city's profile says other than the catalogue
};
class RuleBook {
 public:
  /// What `profile` says takes the place of the row.
  static geo::Result<RuleBook> read(const std::string& dataFolder, const CityProfile& profile = {});
  /// errors NotFound naming the key
  geo::Result<Rule> find(const std::string& key) const;
  const std::vector<Rule>& all() const { return m_rules; }

 private:
  std::vector<Rule> m_rules;
};

}  // namespace pianqu::layers
