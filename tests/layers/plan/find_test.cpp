#include "layers/plan/find.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace pianqu::layers {
namespace {

const PinyinInitials& initials() {
  static const PinyinInitials read = *PinyinInitials::read(PIANQU_SOURCE_DIR "/data");
  return read;
}

geo::MultiPolygon<geo::XY> square(double x) { return {{{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}, {x, 0}}, {}}}; }

City city() {
  City city;
  const char* names[] = {"梅园小区", "梅苑小区", "重庆新村", "长青里"};
  for (int i = 0; i < 4; ++i) {
    Estate estate;
    estate.uid = std::to_string(i);
    estate.code = "X0" + std::to_string(i + 1);
    estate.name = names[i];
    estate.shape = square(100.0 * i);
    city.estates.push_back(estate);
  }
  PipeNode node;
  node.uid = "n";
  node.code = "WS1024";
  node.point = {5, 5};
  city.pipeNodes.push_back(node);
  return city;
}

std::vector<std::string> namesOf(const std::vector<Found>& found) {
  std::vector<std::string> names;
  for (const auto& each : found) names.push_back(each.name);
  return names;
}

std::vector<std::string> find(const std::string& text) {
  const City all = city();
  const Plan plan;
  return namesOf(FindIndex(all, plan, initials()).find(text));
}

using Names = std::vector<std::string>;

TEST(Find, takesInitialsOfThePinyin) {
  EXPECT_EQ(find("myxq"), (Names{"梅园小区", "梅苑小区"}));
  EXPECT_EQ(find("MYX"), (Names{"梅园小区", "梅苑小区"}));
}
TEST(Find, takesEitherReadingOfACharacterThatHasTwo) {
  EXPECT_EQ(find("cqxc"), Names{"重庆新村"});
  EXPECT_EQ(find("zqxc"), Names{"重庆新村"});
  EXPECT_EQ(find("cql"), Names{"长青里"});
}
TEST(Find, putsTheWholeNameBeforeAPart) {
  EXPECT_EQ(find("梅园小区"), Names{"梅园小区"});
  EXPECT_EQ(find("梅"), (Names{"梅园小区", "梅苑小区"}));
  EXPECT_EQ(find("新村"), Names{"重庆新村"});
}
TEST(Find, takesCodesInAnyCase) {
  EXPECT_EQ(find("x02"), Names{"梅苑小区"});
  EXPECT_EQ(find("ws1024"), Names{"WS1024"});
}
TEST(Find, findsNothingInBlankOrUnknownText) {
  EXPECT_TRUE(find("  ").empty());
  EXPECT_TRUE(find("火星").empty());
}
TEST(Find, keepsToTheLimit) {
  const City all = city();
  const Plan plan;
  EXPECT_EQ(FindIndex(all, plan, initials()).find("x0", 2).size(), 2U);
}

geo::XY placeOf(const std::string& text) {
  const auto places = placesOf(text, geo::Crs::localCity(114, 500000));
  return places.empty() ? geo::XY{} : places.front().at;
}

TEST(FindPlace, takesDegreesInEitherOrder) {
  const auto expected = geo::fromLonLat(geo::Crs::localCity(114, 500000), {114.305, 30.593});
  for (const char* text : {"114.305 30.593", "114.305,30.593", "30.593, 114.305", "30.593N 114.305E", "30.593°N 114.305°E"}) {
    EXPECT_NEAR(placeOf(text).x, expected->x, 1e-6) << text;
    EXPECT_NEAR(placeOf(text).y, expected->y, 1e-6) << text;
  }
}
TEST(FindPlace, takesTheProjectsOwnNumbersAndTurnsThem) {
  EXPECT_NEAR(placeOf("529254.10 3386218.30").x, 529254.10, 1e-5);
  EXPECT_NEAR(placeOf("3386218.30 529254.10").x, 529254.10, 1e-5);
  EXPECT_NEAR(placeOf("X=529254.10 Y=3386218.30").y, 3386218.30, 1e-5);
}
TEST(FindPlace, takesTheShiftOffAMapServicesDatum) {
  const auto plain = placeOf("114.305 30.593"), shifted = placeOf("114.305 30.593 gcj02");
  const double metres = std::hypot(plain.x - shifted.x, plain.y - shifted.y);
  EXPECT_GT(metres, 200);
  EXPECT_LT(metres, 1000);
}
TEST(FindPlace, readsTheZoneOfAnEightDigitEasting) { EXPECT_NEAR(placeOf("38529254.10 3386218.30").x, 529254.10, 1e-4); }
TEST(FindPlace, takesASystemNamedBehind) { EXPECT_NEAR(placeOf("529254.10 3386218.30 EPSG:4547").x, 529254.10, 1e-4); }
TEST(FindPlace, isNotMadeOfNamesWithNumbers) {
  EXPECT_TRUE(placesOf("梅园小区 3 栋 2 单元", geo::Crs::localCity(114, 500000)).empty());
  EXPECT_TRUE(placesOf("12", geo::Crs::localCity(114, 500000)).empty());
}

}  // namespace
}  // namespace pianqu::layers
