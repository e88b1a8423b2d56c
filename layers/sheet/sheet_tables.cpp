#include "layers/sheet/sheet_tables.hpp"

#include <algorithm>

namespace pianqu::layers {
namespace {

/// One row of the district ledger set upright: name, figure, unit, in two columns side by side.
SheetTable figuresOf(const SheetRequest& request) {
  const LedgerTable ledger = districtLedger(request.city, request.plan);
  SheetTable table{"主要技术经济指标", {{"指标", Align::Left}, {"数值", Align::Right}, {"指标", Align::Left}, {"数值", Align::Right}}, {}, 0};
  const auto row = std::find_if(ledger.rows.begin(), ledger.rows.end(), [&](const auto& cells) { return toText(cells[0]) == request.district->code; });
  if (row == ledger.rows.end()) return table;
  const auto at = static_cast<std::size_t>(row - ledger.rows.begin());
  std::vector<std::string> cells;
  for (std::size_t c = 2; c < ledger.columns.size(); ++c) {
    const auto& column = ledger.columns[c];
    const std::string figure = ledger.text(at, c);
    cells.push_back(column.zh + (column.unit.empty() ? "" : " (" + column.unit + ")"));
    cells.push_back(figure.empty() ? "不详" : figure);
  }
  for (std::size_t i = 0; i < cells.size(); i += 4) {
    std::vector<std::string> line(cells.begin() + static_cast<std::ptrdiff_t>(i), cells.begin() + static_cast<std::ptrdiff_t>(std::min(i + 4, cells.size())));
    line.resize(4);
    table.rows.push_back(std::move(line));
  }
  return table;
}

}  // namespace

std::vector<SheetTable> tablesOf(const SheetRequest& request, const std::vector<TurningPoint>& points) {
  std::vector<SheetTable> tables;
  const std::vector<std::string> measureColumns{"class", "name", "unit", "quantity", "inside", "outside", "cost", "price"};
  if (request.district) {
    tables.push_back(figuresOf(request));
    tables.push_back(toSheetTable(memberLedger(request.city, CityIndex(request.city), *request.district)));
    tables.push_back(toSheetTable(measureLedger(request.plan, request.measureLabels, request.district->uid), measureColumns));
    tables.push_back(toSheetTable(liftLedger(request.city, request.plan, request.district->uid), {"place", "number", "verdict", "consent", "reasons"}));
    tables.push_back(coordinateTable(points));
  } else {
    tables.push_back(toSheetTable(districtLedger(request.city, request.plan), {"code", "name", "area", "estates", "buildings", "scattered", "households", "cost"}, "片区汇总表"));
    tables.push_back(toSheetTable(measureLedger(request.plan, request.measureLabels), measureColumns));
    tables.push_back(toSheetTable(leftoverLedger(request.city, request.plan), {"kind", "code", "name", "cause"}));
  }
  std::erase_if(tables, [](const SheetTable& table) { return table.rows.size() <= table.totals; });
  return tables;
}

}  // namespace pianqu::layers
