#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/base/units.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/feature/table.hpp"
#include "layers/plan/plan.hpp"

/// Every number that is shown or printed: one query, one unit, one rounding. Windows, sheets, spreadsheets and the command line take
/// their figures from here and format none of their own.
namespace pianqu::layers {

/// What a set of estates and buildings adds up to. Sums run over what is known; the unknown are counted beside, never taken as 0.
struct Summary {
  double areaM2 = 0;                 ///< of the district's boundary; 0 for a mere set of features
  int estates = 0, buildings = 0, scattered = 0, entrances = 0;
  int households = 0;                ///< known ones
  int buildingsWithoutHouseholds = 0;
  double floorAreaM2 = 0;            ///< known, or footprint x storeys
  int buildingsWithoutFloorArea = 0;
  int builtBefore2001 = 0, buildingsWithoutYear = 0;
  int leakingRoofs = 0, dangerous = 0;   ///< dangerous: class C or D
  int liftUnits = 0;                 ///< stair units of 4 storeys or more without a lift
  int stalls = 0;                    ///< existing, declared by estates
  double compactness = 0;            ///< Polsby-Popper of the boundary

  /// Share of buildings with a known year that were built in 2000 or before; nullopt when no year is known.
  std::optional<double> oldShare() const;
  Summary& operator+=(const Summary& other);   ///< areas and counts add; compactness is not kept
};

/// Buildings by position; each counts once. Estates are those that have at least one of the buildings, plus `estates` by position.
Summary summarize(const City& city, const CityIndex& index, const std::vector<std::size_t>& buildings, const std::vector<std::size_t>& estates = {});
/// Members of a district, buildings of its estates included.
Summary summarize(const City& city, const CityIndex& index, const District& district);

/// One column of a printed table.
struct LedgerColumn {
  std::string key, zh, en, unit;
  int decimals = 0;                  ///< for numbers; rounding is half away from zero, only here
};

/// A table ready to be shown: numbers as numbers, and as text by `text`. The last `totals` rows are totals.
struct LedgerTable {
  std::string query;                 ///< names the query, for the trail of a number: "districts"
  std::string zh, en;
  std::vector<LedgerColumn> columns;
  std::vector<std::vector<Value>> rows;
  std::size_t totals = 0;

  std::string text(std::size_t row, std::size_t column) const;   ///< "" for unknown
};

/// `value` with `decimals` places, half away from zero, no grouping. The only number formatting of the product.
std::string formatNumber(double value, int decimals);
/// Money in 万元 with two decimals.
std::string formatWanYuan(geo::Fen money);

/// Name and class of a catalogue code, as the measures table prints it.
struct MeasureLabel { std::string code, measureClass, zh, en; };
/// From data/catalogue/measures.csv. errors as readCatalogueTable
geo::Result<std::vector<MeasureLabel>> readMeasureLabels(const std::string& dataFolder);

LedgerTable estateLedger(const City& city, const Plan& plan);
LedgerTable buildingLedger(const City& city, const Plan& plan);
/// One row a district, then assigned, unassigned and city totals: districts + unassigned = city.
LedgerTable districtLedger(const City& city, const Plan& plan);
/// Estates and single buildings of one district.
LedgerTable memberLedger(const City& city, const CityIndex& index, const District& district);
/// Quantities by catalogue code, inside and outside the red line, cost; measures of `districtUid`, or of all districts when empty.
LedgerTable measureLedger(const Plan& plan, const std::vector<MeasureLabel>& labels, const Uid& districtUid = {});
/// One row per leftover with its reason.
LedgerTable leftoverLedger(const City& city, const Plan& plan);
/// Lift studies of a district by verdict, or one row each.
LedgerTable liftLedger(const City& city, const Plan& plan, const Uid& districtUid = {});

/// The tables as sheets of a workbook, headings in Chinese, numbers as numbers. Written beside and renamed. errors Unwritable.
geo::Result<void> writeXlsx(const std::string& path, const std::vector<LedgerTable>& tables);

}  // namespace pianqu::layers
