#include <gtest/gtest.h>

#include "layers/feature/city_index.hpp"
#include "layers/feature/city_rows.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/city_values.hpp"

namespace pianqu::layers {
namespace {

Building building(const char* uid, const char* estate, std::optional<int> households) {
  Building b;
  b.uid = uid;
  b.estateUid = estate;
  b.households = households;
  b.shape = {{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {}}};
  return b;
}

TEST(CityTables, comeBackAsTheSameCity) {
  City city;
  city.buildings = {building("b1", "e1", 12), building("b2", "", std::nullopt)};
  city.buildings[0].isRoofLeaking = true;
  city.buildings[1].floorAreaM2 = 1234.5678;
  Entrance entrance{.uid = "n1", .code = "1-1", .buildingUid = "b1", .floors = 6, .door = {1.25, 2.5}, .facade = {{0.1, 0.2}, {3.3, 4.4}}};
  city.entrances = {entrance};
  Pipe pipe;
  pipe.uid = "p1";
  pipe.fromInvert = 17.123;
  pipe.flow = -1;
  pipe.line = {{0, 0}, {5, 5}};
  city.pipes = {pipe};
  const City back = fromTables(toTables(city));
  ASSERT_EQ(back.buildings.size(), 2u);
  EXPECT_EQ(back.buildings[0].households, 12);
  EXPECT_EQ(back.buildings[0].isRoofLeaking, true);
  EXPECT_FALSE(back.buildings[1].households) << "unknown stays unknown";
  EXPECT_EQ(back.buildings[1].floorAreaM2, 1234.5678);
  EXPECT_EQ(back.buildings[0].shape, city.buildings[0].shape);
  EXPECT_EQ(back.entrances[0].door, entrance.door);
  EXPECT_EQ(back.entrances[0].facade, entrance.facade);
  EXPECT_EQ(back.pipes[0].fromInvert, 17.123);
  EXPECT_FALSE(back.pipes[0].toInvert);
  EXPECT_EQ(back.pipes[0].flow, -1);
  EXPECT_EQ(back.pipes[0].line, pipe.line);
}

TEST(CityTables, ordersByUidWhateverTheRows) {
  City city;
  city.buildings = {building("b2", "", 1), building("b1", "", 2)};
  EXPECT_EQ(fromTables(toTables(city)).buildings[0].uid, "b1");
}

TEST(CityRows, readInPlaceWhatTheTablesWouldHold) {
  City city;
  city.buildings = {building("b1", "e1", 12), building("b2", "", std::nullopt)};
  city.trees = {{.uid = "t1", .species = "槐", .point = {7, 8}}};
  city.consents = {{.uid = "c1", .topic = "加装电梯"}};
  const CityIndex index(city);
  const CityRows rows(city, index);
  const auto tables = toTables(city);
  ASSERT_EQ(rows.tables().size(), tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const auto& table = rows.tables()[t];
    EXPECT_EQ(table.name(), tables[t].name);
    ASSERT_EQ(table.rowCount(), tables[t].rowCount());
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
      for (std::size_t f = 0; f < tables[t].fields.size(); ++f) EXPECT_EQ(table.value(row, f), tables[t].columns[f][row]);
      if (!tables[t].geometries.empty()) {
        EXPECT_EQ(table.geometry(row), tables[t].geometries[row]);
      }
    }
  }
  EXPECT_EQ(rows.find("t1"), (CityRows::Place{*rows.tableOf("tree"), 0}));
  EXPECT_EQ(rows.find("b2"), (CityRows::Place{*rows.tableOf("building"), 1}));
  EXPECT_FALSE(rows.find("nobody"));
  EXPECT_EQ(rows.tables()[*rows.tableOf("building")].box(0).maxX, 10);
}

TEST(UidPositions, areThoseOfAMapForHexadecimalAndAnyOtherText) {
  UidPositions positions;
  const auto uidOf = [](std::size_t i) {
    std::string digits = std::to_string(i * 7919);
    return i % 2 ? std::string(32 - digits.size(), 'a') + digits : "x" + digits;
  };
  for (std::size_t i = 0; i < 5000; ++i) positions.add(uidOf(i), i);
  positions.add(uidOf(17), 99);
  EXPECT_EQ(positions.size(), 5000u);
  for (std::size_t i = 0; i < 5000; ++i) EXPECT_EQ(positions.find(uidOf(i)), i);
  EXPECT_FALSE(positions.find(""));
  EXPECT_FALSE(positions.find(std::string(32, '0')));
  EXPECT_FALSE(UidPositions().find("x0"));
}

TEST(CitySchema, namesEveryTableAndFieldInBothLanguages) {
  ASSERT_EQ(citySchema().size(), 18u);
  for (const auto& table : citySchema()) {
    EXPECT_FALSE(table.zh.empty() || table.en.empty()) << table.name;
    for (const auto& field : table.fields) EXPECT_FALSE(field.zh.empty() || field.en.empty()) << table.name << '.' << field.name;
  }
  ASSERT_NE(findCityTable("building"), nullptr);
  EXPECT_NE(findCityTable("building")->find("floor_area_m2"), nullptr);
  EXPECT_EQ(findCityTable("nonsense"), nullptr);
}

TEST(CityTables, valuesAreSetInTheRowsThatAreNamedAndInNoOther) {
  City city;
  city.buildings = {building("b1", "e1", 40), building("b2", "e1", 50), building("b3", "e1", 60)};
  FeatureTable rows{.name = "building", .fields = {{"uid"}, {"households", FieldType::Integer}, {"nonsense"}}, .columns = {{Value{"b3"}, Value{"gone"}, Value{"b1"}}, {Value{std::int64_t{7}}, Value{std::int64_t{8}}, Value{}}, {Value{}, Value{}, Value{}}}};
  setValues(city, rows, {std::size_t{2}, std::nullopt, std::size_t{0}});
  EXPECT_FALSE(city.buildings[0].households) << "not known any more";
  EXPECT_EQ(city.buildings[1].households, 50);
  EXPECT_EQ(city.buildings[2].households, 7);
  EXPECT_EQ(city.buildings[2].estateUid, "e1");
}

TEST(Value, isANumberOnlyWhenWhollyOne) {
  EXPECT_EQ(toNumber(Value{std::string("12.5")}), 12.5);
  EXPECT_FALSE(toNumber(Value{std::string("12.5户")}));
  EXPECT_FALSE(toNumber(Value{std::string("nan")}));
  EXPECT_EQ(toInteger(Value{3.0}), 3);
  EXPECT_FALSE(toInteger(Value{3.5}));
  EXPECT_FALSE(toInteger(Value{}));
}

TEST(Households, ofAnEstateAreTheSumOnlyWhenEveryBuildingKnows) {
  City city;
  city.estates = {Estate{.uid = "e1", .households = 100}};
  city.buildings = {building("b1", "e1", 40), building("b2", "e1", 50)};
  EXPECT_EQ(householdsOf(city, CityIndex(city), city.estates[0]), 90);
  city.buildings[1].households.reset();
  EXPECT_EQ(householdsOf(city, CityIndex(city), city.estates[0]), 100) << "the declared figure stands in";
  city.estates[0].households.reset();
  EXPECT_FALSE(householdsOf(city, CityIndex(city), city.estates[0]));
}

}  // namespace
}  // namespace pianqu::layers
