#include "layers/ledger/options.hpp"

#include <gtest/gtest.h>

namespace pianqu::layers {
namespace {

geo::MultiPolygon<geo::XY> square(double x, double y, double side) { return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}}; }

City row(int count) {
  City city;
  for (int i = 0; i < count; ++i) city.buildings.push_back({.uid = "b" + std::to_string(i), .code = "B" + std::to_string(i), .households = 10, .built = 1990, .shape = square(100.0 * i, 0, 10)});
  city.adminAreas.push_back({.uid = "west", .kind = "街道", .shape = square(-50, -500, 250)});
  city.adminAreas.back().shape = {{{{-50, -50}, {150, -50}, {150, 50}, {-50, 50}, {-50, -50}}, {}}};
  city.adminAreas.push_back({.uid = "east", .kind = "街道"});
  city.adminAreas.back().shape = {{{{150, -50}, {9000, -50}, {9000, 50}, {150, 50}, {150, -50}}, {}}};
  return city;
}

District district(const std::string& number, int from, int to) {
  District d{.uid = "d" + number, .code = "PQ" + number, .name = number};
  for (int i = from; i < to; ++i) d.members.push_back({TargetKind::Building, "b" + std::to_string(i)});
  d.shape = {{{{100.0 * from - 20, -20}, {100.0 * to - 60, -20}, {100.0 * to - 60, 40}, {100.0 * from - 20, 40}, {100.0 * from - 20, -20}}, {}}};
  return d;
}

TEST(OptionLedger, comparesWholenessWalkAndWhatIsLeft) {
  const City city = row(10);
  NamedPlan a{"方案A", {.districts = {district("01", 0, 2), district("02", 2, 4)}, .leftovers = {{TargetKind::Building, "b9"}}}};
  NamedPlan b{"方案B", {.districts = {district("03", 0, 10)}}};
  const auto table = optionLedger(city, {a, b}, 300);
  ASSERT_EQ(table.rows.size(), 2U);
  const auto text = [&](std::size_t r, const char* key) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) if (table.columns[c].key == key) return table.text(r, c);
    return std::string("no column");
  };
  EXPECT_EQ(text(0, "districts"), "2");
  EXPECT_EQ(text(0, "whole"), "100.0");
  EXPECT_EQ(text(1, "whole"), "0.0") << "it crosses from street to street";
  EXPECT_EQ(text(0, "walk"), "100.0");
  EXPECT_EQ(text(1, "walk"), "60.0") << "450 m each way from the middle, three of five buildings within 300 m";
  EXPECT_EQ(text(0, "leftovers"), "1");
  EXPECT_EQ(text(1, "households"), "100");
}

TEST(OptionDiff, namesEachBuildingThatMoved) {
  const City city = row(10);
  const NamedPlan a{"方案A", {.districts = {district("01", 0, 5), district("02", 5, 9)}}};
  NamedPlan b{"方案B", {.districts = {district("01", 0, 4), district("07", 4, 8)}}};
  b.plan.districts[0].uid = "d01";
  const auto table = optionDiff(city, a, b);
  std::vector<std::string> rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) rows.push_back(table.text(r, 0) + " " + table.text(r, 5));
  // PQ07 holds three of the four buildings of PQ02 and continues it: only B4 changes district, and B8 falls out.
  EXPECT_EQ(rows, (std::vector<std::string>{"B8 移出", "B4 换片区"}));
  EXPECT_TRUE(optionDiff(city, a, a).rows.empty());
}

}  // namespace
}  // namespace pianqu::layers
