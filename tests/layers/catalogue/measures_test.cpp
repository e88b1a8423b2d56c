#include "layers/catalogue/measures.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <set>

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

const std::string kData = PIANQU_SOURCE_DIR "/data";

class PriceFile : public testing::Test {
 protected:
  void TearDown() override { std::remove(m_path.c_str()); }
  geo::Result<PriceTable> read(const std::string& text) {
    std::ofstream(m_path, std::ios::binary) << text;
    return readPrices(m_path, MeasureCatalogue::read(kData).value());
  }
  std::string m_path = testing::TempDir() + "pianqu_prices_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv";
};

TEST(MeasureCatalogue, readsTheShippedTable) {
  const auto catalogue = MeasureCatalogue::read(kData);
  ASSERT_TRUE(catalogue) << toText(catalogue.error());
  const MeasureKind* lift = catalogue->find("DT-01");
  ASSERT_NE(lift, nullptr);
  EXPECT_EQ(lift->nameZh, "加装电梯");
  EXPECT_EQ(lift->unitPrice, geo::Fen{50'000'000});
  EXPECT_FALSE(lift->priceSource.empty());
  EXPECT_FALSE(catalogue->find("WM-01")->unitPrice) << "no price without a source";
  EXPECT_EQ(catalogue->find("XX-99"), nullptr);
}

TEST(MeasureCatalogue, givesEveryPriceASourceAndEveryMeasureAClass) {
  const auto catalogue = MeasureCatalogue::read(kData);
  ASSERT_TRUE(catalogue);
  const std::set<std::string> classes{"基础", "完善", "提升", "安全"};
  for (const MeasureKind& kind : catalogue->all()) {
    EXPECT_TRUE(classes.contains(kind.className)) << kind.code;
    EXPECT_FALSE(kind.unit.empty()) << kind.code;
    EXPECT_FALSE(kind.source.empty()) << kind.code;
    EXPECT_EQ(kind.unitPrice.has_value(), !kind.priceSource.empty()) << kind.code;
  }
}

TEST(MeasureCatalogue, namesTheNeighboursOfACodeThatIsMissing) {
  const auto kind = MeasureCatalogue::read(kData)->require("WM-09");
  ASSERT_FALSE(kind);
  EXPECT_NE(kind.error().hint.find("WM-01"), std::string::npos);
}

TEST_F(PriceFile, readsPricesToTheFen) {
  const auto prices = read("\xEF\xBB\xBF" "code,price_yuan,source\nWM-01,160.05,\"定额, 2024\"\nPS-01,900,合同\n");
  ASSERT_TRUE(prices) << toText(prices.error());
  EXPECT_EQ(prices->at("WM-01").price, geo::Fen{16005});
  EXPECT_EQ(prices->at("WM-01").source, "定额, 2024");
  EXPECT_EQ(prices->at("PS-01").price, geo::Fen{90000});
}

TEST_F(PriceFile, refusesWhatIsNotAPriceAndNamesTheRow) {
  for (const char* row : {"XX-99,1,s", "WM-01,-5,s", "WM-01,1.234,s", "WM-01,about 5,s", "WM-01,0,s", "WM-01,5,", "WM-01,1e9,s", "WM-01,99999999999999999999,s"}) {
    const auto prices = read(std::string("code,price_yuan,source\n") + row + "\n");
    ASSERT_FALSE(prices) << row;
    EXPECT_EQ(prices.error().where.feature, "row 2") << row;
  }
  EXPECT_FALSE(read("code,price_yuan,source\nWM-01,1,s\nWM-01,2,s\n"));
  EXPECT_FALSE(read("code,cost\nWM-01,1\n"));
  EXPECT_FALSE(read(""));
}

TEST(Prices, shipsAnExampleThatSaysThatItIsOne) {
  const auto prices = readPrices(kData + "/catalogue/prices_example.csv", MeasureCatalogue::read(kData).value());
  ASSERT_TRUE(prices) << toText(prices.error());
  for (const auto& [code, price] : *prices) EXPECT_NE(price.source.find("示例价"), std::string::npos) << code;
}

TEST(ParseYuan, isExact) {
  EXPECT_EQ(parseYuan("0.1"), geo::Fen{10});
  EXPECT_EQ(parseYuan("19.99"), geo::Fen{1999});
  EXPECT_EQ(parseYuan("."), std::nullopt);
  EXPECT_EQ(parseYuan(""), std::nullopt);
  EXPECT_EQ(parseYuan("1,000"), std::nullopt);
}

TEST(RuleBook, readsTheShippedRulesWithTheirStandards) {
  const auto rules = RuleBook::read(kData);
  ASSERT_TRUE(rules) << toText(rules.error());
  const auto width = rules->find("fire.lane-width");
  ASSERT_TRUE(width);
  EXPECT_EQ(width->value, 4.0);
  EXPECT_TRUE(width->isVerified);
  EXPECT_FALSE(rules->find("parking.demand-per-household")->isVerified);
  EXPECT_FALSE(rules->find("no.such-rule"));
}

TEST(RuleBook, hasNoKeyTwice) {
  std::set<std::string> keys;
  const auto rules = RuleBook::read(kData);
  ASSERT_TRUE(rules);
  for (const Rule& rule : rules->all()) EXPECT_TRUE(keys.insert(rule.key).second) << rule.key;
}

TEST(ReadCatalogueTable, reportsAMissingTableWithItsPath) {
  const auto table = readCatalogueTable(kData, "no_such_table");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, geo::ErrorCode::NotFound);
}

}  // namespace
}  // namespace pianqu::layers
