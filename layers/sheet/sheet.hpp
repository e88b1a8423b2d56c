#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/crs/crs.hpp"
#include "layers/feature/city.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/plan.hpp"
#include "layers/scene/picture.hpp"
#include "layers/sheet/sheet_grid.hpp"
#include "layers/sheet/sheet_style.hpp"
#include "layers/style/style.hpp"

namespace pianqu::layers {

/// What a title block says that is not on the map. Empty fields stay blank lines for a person to fill in.
struct SheetFacts {
  std::string projectTitle;        ///< 项目名称
  std::string drawingTitle;        ///< 图名; empty: the theme's
  std::string institute;           ///< 编制单位
  std::string stage = "方案";
  std::string version = "A";
  std::string secrecy;             ///< 密级: a person's decision, never ours
  std::string date;                ///< of the sheet, YYYY-MM-DD
  std::string dataDate;            ///< 数据时点: of the latest import
  std::string snapshot;            ///< short hash of the journal's last row
  std::string crsName;
  std::string centralMeridian;     ///< "115°30′"; empty when the system has none
  std::string heightDatum;
  std::vector<std::string> notes;  ///< added to those that the sheet writes itself
};

struct SheetRequest {
  const City& city;
  const Plan& plan;
  const District* district = nullptr;   ///< nullptr: the city's sheet
  const Theme& theme;
  const SheetStyle& style;
  SheetWish wish;
  SheetFacts facts;
  std::vector<MeasureLabel> measureLabels;
  LedgerTable bounds;                   ///< boundsLedger: a district's sheet notes its row (四至)
};

struct SheetSet {
  std::vector<Picture> pages;      ///< maps row by row, then pages of tables (附表)
  Paper paper;
  double scale = 0;
  std::size_t mapPages = 0;
  std::size_t labelsPlaced = 0;
  std::map<std::string, std::size_t> labelsDropped;   ///< found no free place: by what they explain, as the legend names it
};

/// Composes the sheets of a district or of the city. Every figure on them comes from layers/ledger.
///
/// keeps     stamp area free; legend holds the symbols that are on that page and no other; no label overlaps another
/// errors    of planSheets
/// cost      O(features in the frames)
geo::Result<SheetSet> composeSheets(const SheetRequest& request);

/// "115°30′" of 115.5.
std::string degreesText(double degrees);

}  // namespace pianqu::layers
