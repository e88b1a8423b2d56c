#include "layers/catalogue/city_profile.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "layers/catalogue/measures.hpp"
#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

const std::string kData = PIANQU_SOURCE_DIR "/data";

TEST(CityProfile, comesBackAsItWasKept) {
  const CityProfile profile{{{"district.min-area", 200000}, {"merge.max-span", 512.5}}, {"107", "118"}};
  EXPECT_EQ(profileFrom(toText(profile)).value(), profile);
  EXPECT_EQ(toText({}), "");
  EXPECT_EQ(profileFrom("").value(), CityProfile{});
}

TEST(CityProfile, takesTextsOfEarlierVersionsAndLeavesOutWhatIsNoNumber) {
  const auto profile = profileFrom(R"({"minHouseholds":"800","maxHouseholds":"","maxSpan":"far","fundCodes":["118","114","118"],"colour":"red"})");
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->rules, (std::map<std::string, double>{{"merge.min-households", 800}}));
  EXPECT_EQ(profile->fundCodes, (std::vector<std::string>{"114", "118"}));
}

TEST(CityProfile, aTextThatIsNoneIsRefused) {
  for (const char* text : {"{", "[1]", "800", "null"}) EXPECT_EQ(profileFrom(text).error().code, geo::ErrorCode::Invalid) << text;
}

TEST(CityProfile, takesThePlaceOfRowsOfTheCatalogue) {
  const auto book = RuleBook::read(kData, {{{"district.min-area", 200000}, {"merge.min-households", 1000}}, {}});
  ASSERT_TRUE(book);
  EXPECT_EQ(book->find("district.min-area")->value, 200000);
  EXPECT_TRUE(book->find("district.min-area")->isCitys);
  EXPECT_FALSE(book->find("merge.min-households")->isCitys) << "it says what the catalogue says";
  EXPECT_EQ(book->find("merge.max-span")->value, RuleBook::read(kData)->find("merge.max-span")->value);
}

TEST(CityProfile, everyRuleThatACityMaySetIsInTheCatalogue) {
  const auto book = RuleBook::read(kData);
  for (const ProfileRule& rule : profileRules()) EXPECT_TRUE(book->find(rule.key)) << rule.key;
}

TEST(CityProfile, whatNoCityCanAskIsRefused) {
  EXPECT_TRUE(checkProfile({{{"merge.min-households", 800}, {"merge.max-households", 800}}, {"118"}}, kData));
  EXPECT_EQ(checkProfile({{{"merge.min-households", 4000}}, {}}, kData).error().code, geo::ErrorCode::Invalid) << "above the catalogue's maximum";
  EXPECT_EQ(checkProfile({{{"merge.max-span", -1}}, {}}, kData).error().where.feature, "merge.max-span");
  EXPECT_FALSE(checkProfile({{{"merge.max-span", std::numeric_limits<double>::quiet_NaN()}}, {}}, kData));
  const auto unknown = checkProfile({{}, {"999"}}, kData);
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().hint.find("118"), std::string::npos) << unknown.error().hint;
}

TEST(FundSources, everyCodeThatAMeasureNamesIsThereAndEveryParentToo) {
  const auto sources = readFundSources(kData);
  ASSERT_TRUE(sources);
  std::set<std::string> codes;
  for (const auto& source : *sources) EXPECT_TRUE(codes.insert(source.code).second) << source.code;
  for (const auto& source : *sources) EXPECT_TRUE(source.parent.empty() || codes.contains(source.parent)) << source.code;
  const auto measures = MeasureCatalogue::read(kData);
  ASSERT_TRUE(measures);
  for (const auto& kind : measures->all())
    for (const auto& code : kind.fundableCodes) EXPECT_TRUE(codes.contains(code)) << kind.code << " names " << code;
}

TEST(FundSources, aPartMayPayWhatTheWholeMay) {
  const auto sources = readFundSources(kData).value();
  EXPECT_TRUE(mayPay(sources, "107", {"105"})) << "the central budget is a part of the state's";
  EXPECT_TRUE(mayPay(sources, "118", {"105", "118"}));
  EXPECT_FALSE(mayPay(sources, "105", {"107"})) << "not the other way round";
  EXPECT_FALSE(mayPay(sources, "118", {"105", "114"}));
  EXPECT_FALSE(mayPay(sources, "999", {"105"}));
  EXPECT_FALSE(mayPay({{"a", "b", "", ""}, {"b", "a", "", ""}}, "a", {"c"})) << "parents that go round come to an end";
}

}  // namespace
}  // namespace pianqu::layers
