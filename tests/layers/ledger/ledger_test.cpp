#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "geo/base/random.hpp"
#include "layers/ledger/boundary_tables.hpp"
#include "layers/ledger/fund_table.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/sample/sample_city.hpp"

namespace pianqu::layers {
namespace {

const City& town() {
  static const City city = generateCity(SampleSize::S, 1).value().city;
  return city;
}

/// Estates and single buildings dealt to `count` districts at random; some stay outside.
Plan randomPlan(const City& city, geo::Random& random, int count) {
  Plan plan;
  for (int i = 0; i < count; ++i) plan.districts.push_back({.uid = "d" + std::to_string(i), .code = "PQ0" + std::to_string(i + 1), .name = "片区" + std::to_string(i + 1)});
  const auto deal = [&](TargetKind kind, const Uid& uid) {
    const int to = random.integer(0, count);
    if (to < count) plan.districts[static_cast<std::size_t>(to)].members.push_back({.kind = kind, .targetUid = uid});
  };
  for (const auto& estate : city.estates) deal(TargetKind::Estate, estate.uid);
  for (const auto& building : city.buildings) if (building.estateUid.empty()) deal(TargetKind::Building, building.uid);
  return plan;
}

double number(const LedgerTable& table, std::size_t row, const std::string& key) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) if (table.columns[c].key == key) return toNumber(table.rows[row][c]).value_or(0);
  ADD_FAILURE() << "no column " << key;
  return 0;
}

TEST(Ledger, districtsAndUnassignedAddUpToTheCity) {
  geo::Random random(20261122);
  for (int round = 0; round < 20; ++round) {
    const Plan plan = randomPlan(town(), random, 6);
    const LedgerTable table = districtLedger(town(), plan);
    ASSERT_EQ(table.totals, 3u);
    const std::size_t city = table.rows.size() - 1;
    for (const char* key : {"estates", "buildings", "scattered", "entrances", "households", "leaking", "dangerous", "lift_units", "stalls"}) {
      double sum = 0;
      for (std::size_t r = 0; r < plan.districts.size(); ++r) sum += number(table, r, key);
      ASSERT_EQ(sum, number(table, city - 2, key)) << key << ", seed 20261122, round " << round;
      ASSERT_EQ(sum + number(table, city - 1, key), number(table, city, key)) << key << ", seed 20261122, round " << round;
    }
    ASSERT_EQ(number(table, city, "buildings"), static_cast<double>(town().buildings.size()));
    ASSERT_EQ(number(table, city, "estates"), static_cast<double>(town().estates.size()));
  }
}

TEST(Ledger, numbersTurningPointsToTheMillimetreAndNamesTheBounds) {
  City city;
  city.roads.push_back({.uid = "r", .name = "解放路", .roadClass = "主干路", .line = {{{500100, 3299000}, {500100, 3301000}}}});
  Plan plan;
  plan.districts.push_back({.uid = "d", .code = "PQ01", .name = "梅园片区", .shape = {{{{500000, 3300000}, {500090, 3300000}, {500090, 3300060}, {500045.0004, 3300060}, {500000, 3300060}, {500000, 3300000}}, {}}}});
  const LedgerTable points = turningPointLedger(plan);
  ASSERT_EQ(points.rows.size(), 4u) << "a corner on a straight side is none";
  std::string first;
  for (std::size_t c = 0; c < points.columns.size(); ++c) first += points.text(0, c) + " ";
  EXPECT_EQ(first, "PQ01 J1 3300060.000 500000.000 90.000 90.000 ");
  EXPECT_TRUE(turningPointLedger(plan, "other").rows.empty());
  const LedgerTable bounds = boundsLedger(city, plan, 80);
  ASSERT_EQ(bounds.rows.size(), 1u);
  EXPECT_EQ(bounds.text(0, 2), "解放路");
  EXPECT_EQ(bounds.text(0, 5), "空地");
  EXPECT_EQ(bounds.text(0, 8), "4");
}

TEST(Ledger, anEstateIsTheSumOfItsBuildings) {
  const CityIndex index(town());
  for (std::size_t i = 0; i < town().estates.size(); ++i) {
    const auto own = index.buildingsOf(town().estates[i].uid);
    Summary sum;
    for (const std::size_t b : own) sum += summarize(town(), index, std::vector<std::size_t>{b});
    const Summary whole = summarize(town(), index, {own.begin(), own.end()}, {i});
    ASSERT_EQ(whole.buildings, sum.buildings);
    ASSERT_EQ(whole.entrances, sum.entrances);
    if (whole.buildingsWithoutHouseholds == 0 && sum.buildingsWithoutHouseholds == 0) { ASSERT_EQ(whole.households, sum.households) << town().estates[i].name; }
  }
}

TEST(Ledger, aDistrictIsTheSumOfItsMembers) {
  geo::Random random(3);
  const Plan plan = randomPlan(town(), random, 4);
  const LedgerTable districts = districtLedger(town(), plan);
  for (std::size_t d = 0; d < plan.districts.size(); ++d) {
    const LedgerTable members = memberLedger(town(), CityIndex(town()), plan.districts[d]);
    const std::size_t total = members.rows.size() - 1;
    EXPECT_EQ(number(members, total, "households"), number(districts, d, "households"));
    EXPECT_EQ(number(members, total, "buildings"), number(districts, d, "buildings"));
    EXPECT_EQ(members.text(total, 6), formatNumber(number(districts, d, "floor_area"), 0)) << "the same number on every table";
  }
}

TEST(Ledger, insideAndOutsideTheRedLineMakeTheWhole) {
  Plan plan;
  plan.districts.push_back({.uid = "d", .code = "PQ01"});
  for (int i = 1; i <= 9; ++i) {
    plan.measures.push_back({.uid = "m" + std::to_string(i), .districtUid = "d", .catalogueCode = i % 2 ? "PS-01" : "PS-02", .quantity = i * 1.5, .quantityInside = i * 0.5, .quantityOutside = i * 1.0, .unit = "m"});
  }
  const LedgerTable table = measureLedger(plan, {{"PS-01", "基础", "新建雨水管", "new storm sewer"}});
  for (std::size_t r = 0; r + table.totals < table.rows.size(); ++r) EXPECT_NEAR(number(table, r, "inside") + number(table, r, "outside"), number(table, r, "quantity"), 0.01);
}

TEST(Ledger, fundsListWhatEachSourceMayPayAndWhatNoneMay) {
  const auto catalogue = MeasureCatalogue::read(PIANQU_SOURCE_DIR "/data");
  const auto sources = readFundSources(PIANQU_SOURCE_DIR "/data");
  ASSERT_TRUE(catalogue && sources);
  ASSERT_EQ(catalogue->find("PS-01")->fundableCodes, (std::vector<std::string>{"105", "114"}));
  Plan plan;
  plan.measures = {{.uid = "a", .districtUid = "d", .catalogueCode = "PS-01", .quantity = 1, .cost = geo::Fen{3000000}}, {.uid = "b", .districtUid = "d", .catalogueCode = "PS-01", .quantity = 1},
                   {.uid = "c", .districtUid = "e", .catalogueCode = "of the planner's own", .quantity = 1, .cost = geo::Fen{1000000}}, {.uid = "k", .districtUid = "d", .catalogueCode = "PS-00", .action = "保留", .quantity = 9}};
  const LedgerTable table = fundLedger(plan, *catalogue, *sources, {{}, {"107", "118"}});
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(table.text(0, 0) + " " + table.text(0, 2) + " " + table.text(0, 3) + " " + table.text(0, 4), "107 1 3.00 1");
  EXPECT_EQ(table.text(1, 0) + " " + table.text(1, 2) + " " + table.text(1, 3), "118 0 0.00") << "residents do not pay for sewers";
  EXPECT_EQ(table.text(2, 1) + " " + table.text(2, 3), "无资金来源 1.00");
  EXPECT_EQ(table.text(3, 1) + " " + table.text(3, 3), "合计 4.00");
  const LedgerTable any = fundLedger(plan, *catalogue, *sources, {}, "d");
  ASSERT_EQ(any.rows.size(), 4U) << "a city that says nothing: what the measures name";
  EXPECT_EQ(any.text(0, 0) + " " + any.text(1, 0) + " " + any.text(3, 3), "105 114 3.00");
}

TEST(Ledger, whatHasNoPriceIsNotZero) {
  Plan plan;
  plan.districts.push_back({.uid = "d", .code = "PQ01"});
  plan.measures = {{.uid = "a", .districtUid = "d", .catalogueCode = "X", .quantity = 1, .unit = "处"}, {.uid = "b", .districtUid = "d", .catalogueCode = "Y", .quantity = 2, .unit = "处", .unitPrice = geo::Fen{100}, .cost = geo::Fen{200}}};
  const LedgerTable table = measureLedger(plan, {});
  EXPECT_EQ(table.text(0, 8), "");
  EXPECT_EQ(table.text(0, 9), "待定价");
  EXPECT_EQ(table.text(1, 9), "已计价");
}

TEST(Ledger, aBuildingWithoutHouseholdsIsCountedAsUnknown) {
  City city;
  city.buildings = {Building{.uid = "b1"}, Building{.uid = "b2", .households = 12}};
  const Summary s = summarize(city, CityIndex(city), std::vector<std::size_t>{0, 1});
  EXPECT_EQ(s.households, 12);
  EXPECT_EQ(s.buildingsWithoutHouseholds, 1);
  EXPECT_FALSE(s.oldShare());
}

TEST(Ledger, aBuildingListedTwiceCountsOnce) {
  City city;
  city.buildings = {Building{.uid = "b1", .households = 12}};
  EXPECT_EQ(summarize(city, CityIndex(city), std::vector<std::size_t>{0, 0}).households, 12);
}

TEST(Rounding, isHalfAwayFromZero) {
  EXPECT_EQ(formatNumber(0.125, 2), "0.13");
  EXPECT_EQ(formatNumber(2.5, 0), "3");
  EXPECT_EQ(formatNumber(-0.0001, 2), "0.00");
  EXPECT_EQ(formatWanYuan({123456789}), "123.46");
}

TEST(Xlsx, leavesAnOldWorkbookAloneWhenItCannotBeWritten) {
  const auto written = writeXlsx("/nonexistent-folder/ledger.xlsx", {leftoverLedger({}, {})});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, geo::ErrorCode::Unwritable);
}

TEST(Xlsx, isAZipThatEndsWhole) {
  const auto path = std::filesystem::temp_directory_path() / ("pianqu-ledger-" + std::to_string(::getpid()) + ".xlsx");
  geo::Random random(1);
  const Plan plan = randomPlan(town(), random, 3);
  ASSERT_TRUE(writeXlsx(path.string(), {districtLedger(town(), plan), estateLedger(town(), plan), buildingLedger(town(), plan)}));
  std::ifstream file(path, std::ios::binary);
  std::string head(2, ' ');
  file.read(head.data(), 2);
  EXPECT_EQ(head, "PK");
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".part"));
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace pianqu::layers
