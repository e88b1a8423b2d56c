#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"

namespace pianqu::layers {

/// A paper size, landscape.
struct Paper {
  std::string name;
  double widthMm = 0, heightMm = 0;
  double marginMm = 0;             ///< frame on all sides but the binding edge
};

/// A combination that is tried when paper or scale is automatic, in this order.
struct SheetChoice { std::string use, paper; double scale = 0; };

/// Sizes of everything on a sheet: data/styles/{sheet,papers,sheet_choices}.csv. Local rules differ, so a city may ship its own.
class SheetStyle {
 public:
  /// errors  NotFound, Unreadable, Invalid naming file and row
  static geo::Result<SheetStyle> read(const std::string& dataFolder);

  double mm(std::string_view key) const;             ///< of sheet.csv; the key exists, since read() asks for every key used
  const Paper* paper(std::string_view name) const;
  const std::vector<Paper>& papers() const { return m_papers; }
  const std::vector<SheetChoice>& choices() const { return m_choices; }
  double stripMm(const Paper& paper) const { return mm("strip-" + paper.name); }

 private:
  std::map<std::string, double, std::less<>> m_sizes;
  std::vector<Paper> m_papers;
  std::vector<SheetChoice> m_choices;
};

}  // namespace pianqu::layers
