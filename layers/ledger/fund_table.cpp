#include "layers/ledger/fund_table.hpp"

#include <algorithm>
#include <set>

namespace pianqu::layers {
namespace {

struct Sum {
  std::set<std::string> kinds;
  geo::Fen cost;
  std::int64_t unpriced = 0;

  void add(const Measure& measure) {
    kinds.insert(measure.catalogueCode);
    if (measure.cost) cost += *measure.cost;
    else ++unpriced;
  }
  std::vector<Value> row(const std::string& code, const std::string& name) const {
    const bool isUnknown = cost.value == 0 && unpriced > 0;   // unknown, not 0, while nothing has a price yet
    return {code.empty() ? Value{} : Value{code}, Value{name}, static_cast<std::int64_t>(kinds.size()), isUnknown ? Value{} : Value{static_cast<double>(cost.value) / 1e6}, unpriced};
  }
};

}  // namespace

LedgerTable fundLedger(const Plan& plan, const MeasureCatalogue& catalogue, const std::vector<FundSource>& sources, const CityProfile& profile, const Uid& districtUid) {
  LedgerTable table{.query = "funds", .zh = "资金来源表", .en = "Funds", .columns = {
      {"code", "代码", "Code"}, {"source", "资金来源", "Source"}, {"measures", "可列支措施", "Measures", "类"}, {"cost", "可列支上限", "At most", "万元", 2}, {"unpriced", "待定价措施", "To be priced", "项"}}};
  std::vector<const Measure*> measures;
  std::set<std::string> codes(profile.fundCodes.begin(), profile.fundCodes.end());
  const bool isSaid = !codes.empty();
  for (const auto& measure : plan.measures) {
    if ((!districtUid.empty() && measure.districtUid != districtUid) || measure.action == "保留") continue;   // what is kept costs nothing
    measures.push_back(&measure);
    if (const MeasureKind* kind = isSaid ? nullptr : catalogue.find(measure.catalogueCode)) codes.insert(kind->fundableCodes.begin(), kind->fundableCodes.end());
  }
  std::set<const Measure*> paid;
  Sum all, none;
  for (const FundSource& source : sources) {
    if (!codes.contains(source.code)) continue;
    Sum sum;
    for (const Measure* measure : measures) {
      const MeasureKind* kind = catalogue.find(measure->catalogueCode);
      if (!kind || !mayPay(sources, source.code, kind->fundableCodes)) continue;
      sum.add(*measure);
      paid.insert(measure);
    }
    table.rows.push_back(sum.row(source.code, source.zh));
  }
  for (const Measure* measure : measures) {
    all.add(*measure);
    if (!paid.contains(measure)) none.add(*measure);
  }
  table.rows.push_back(none.row({}, "无资金来源"));
  table.rows.push_back(all.row({}, "合计"));
  table.totals = 2;
  return table;
}

}  // namespace pianqu::layers
