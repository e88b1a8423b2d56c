#include "layers/io/text_encoding.hpp"

#include <gtest/gtest.h>

#include <iconv.h>

#include "geo/base/random.hpp"
#include "layers/io/dxf_text.hpp"
#include "layers/io/field_mapping.hpp"

namespace pianqu::layers {
namespace {

/// UTF-8 text in another encoding, for the tests.
std::string encoded(const std::string& utf8, const char* encoding) {
  iconv_t handle = iconv_open(encoding, "UTF-8");
  std::string out(utf8.size() * 2 + 8, '\0');
  char* in = const_cast<char*>(utf8.data());
  char* at = out.data();
  std::size_t left = utf8.size(), room = out.size();
  EXPECT_NE(iconv(handle, &in, &left, &at, &room), static_cast<std::size_t>(-1)) << utf8;
  iconv_close(handle);
  out.resize(out.size() - room);
  return out;
}

std::string judged(const std::vector<std::string>& texts, const std::vector<EncodingHint>& hints = {}) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const auto proof = judgeEncoding(views, hints);
  return proof ? proof->name : std::string(geo::nameOf(proof.error().code));
}

const std::vector<std::string> kSimplified{"酱品厂小区", "江海小区", "棉花商城小区", "原市委宿舍", "人民路街道", "砖混结构", "雨水检查井"};
const std::vector<std::string> kTraditional{"臺南市", "東區", "學甲鎮", "建築物名稱", "園區里", "開元路"};

std::vector<std::string> all(const std::vector<std::string>& texts, const char* encoding) {
  std::vector<std::string> made;
  for (const auto& text : texts) made.push_back(encoded(text, encoding));
  return made;
}

TEST(JudgeEncoding, tellsGbkFromBig5WithoutAnyHint) {
  EXPECT_EQ(judged(all(kSimplified, "GB18030")), "GB18030");
  EXPECT_EQ(judged(all(kTraditional, "CP950")), "CP950");
}
TEST(JudgeEncoding, takesValidUtf8AsProof) { EXPECT_EQ(judged(kSimplified), "UTF-8"); }
TEST(JudgeEncoding, followsTheBytesAgainstALyingCpg) {
  EXPECT_EQ(judged(all(kSimplified, "GB18030"), {{"UTF-8", "the .cpg"}}), "GB18030");
  EXPECT_EQ(judged(all(kSimplified, "GB18030"), {{"ISO-8859-1", "the .cpg"}}), "GB18030");
  EXPECT_EQ(judged(kSimplified, {{"GBK", "the .cpg"}}), "UTF-8");
}
TEST(JudgeEncoding, followsAHintForWhatIsNotChinese) { EXPECT_EQ(judged({encoded("Москва река улица", "CP1251")}, {{"1251", "the .cpg"}}), "CP1251"); }
TEST(JudgeEncoding, asksWhereTooLittleIsSaid) { EXPECT_EQ(judged({"\xC4\xE3"}), "undecided"); }
TEST(JudgeEncoding, letsAHintDecideWhereTheBytesLeaveItOpen) { EXPECT_EQ(judged({encoded("你", "GB18030")}, {{"936", "the .cpg"}}), "GB18030"); }
TEST(JudgeEncoding, doesNotTakeJapaneseForChinese) { EXPECT_NE(judged({encoded("ひらがなとカタカナのテキスト", "EUC-JP")}), "GB18030"); }
TEST(JudgeEncoding, readsRareCharactersOfGb18030) { EXPECT_EQ(judged(all({"㙓头小区建设路", "人民路中心小区"}, "GB18030")), "GB18030"); }

TEST(Utf8, refusesOverlongAndSurrogates) {
  EXPECT_FALSE(isUtf8("\xC0\xAF"));
  EXPECT_FALSE(isUtf8("\xED\xA0\x80"));
  EXPECT_FALSE(isUtf8("\xF4\x90\x80\x80"));
  EXPECT_TRUE(isUtf8("片区"));
}

TEST(JudgeEncodingFuzz, neverCrashesAndAlwaysDecodes) {
  const std::uint64_t seed = 20261122;
  RecordProperty("seed", std::to_string(seed));
  geo::Random random(seed);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = random.integer(0, 40); i > 0; --i) bytes += static_cast<char>(random.integer(1, 255));
    (void)judged({bytes}, {{"GBK", "the .cpg"}, {"950", "LDID"}});
    for (const char* name : {"GB18030", "CP950", "UTF-8"}) EXPECT_TRUE(isUtf8(decodeText(bytes, name).text)) << "seed " << seed << " round " << round;
  }
}

TEST(DxfText, decodesEscapes) {
  EXPECT_EQ(unescapeDxf("\\U+6C61\\U+6C34管"), "污水管");
  EXPECT_EQ(unescapeDxf("45%%d"), "45°");
  EXPECT_EQ(unescapeDxf("\\U+6C"), "\\U+6C");
  EXPECT_EQ(unescapeDxf("\\M+5CEDB"), *toUtf8("\xCE\xDB", "GB18030"));
}
TEST(DxfText, readsModernFilesAsUtf8WhateverTheHeaderSays) {
  const std::string head = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1032\n9\n$DWGCODEPAGE\n3\nANSI_936\n0\nENDSEC\n8\n";
  EXPECT_EQ(judgeDxf(head + "雨水管线\n", "a.dxf")->name, "UTF-8");
}
TEST(DxfText, doesNotBelieveAWesternHeaderOnChineseBytes) {
  const std::string head = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\nANSI_1252\n0\nENDSEC\n8\n";
  EXPECT_EQ(judgeDxf(head + encoded("雨水管线\n建筑轮廓\n道路中线", "GB18030") + "\n", "a.dxf")->name, "GB18030");
}

TEST(ConvertCell, readsNumbersWithCounters) {
  EXPECT_EQ(toText(*convertCell(Value{std::string("5栋")}, FieldType::Integer, 1)), "5");
  EXPECT_EQ(toText(*convertCell(Value{std::string("2009年建成")}, FieldType::Integer, 1)), "2009");
  EXPECT_EQ(toText(*convertCell(Value{std::string("1,234.5")}, FieldType::Real, 1)), "1234.5");
  EXPECT_EQ(toText(*convertCell(Value{std::string("未知")}, FieldType::Integer, 1)), "");
  EXPECT_FALSE(convertCell(Value{std::string("1985-1992")}, FieldType::Integer, 1));
  EXPECT_FALSE(convertCell(Value{std::string("3.5")}, FieldType::Integer, 1));
  EXPECT_FALSE(convertCell(Value{std::string("1,5")}, FieldType::Real, 1));
}
TEST(ConvertCell, readsYesAndNo) {
  EXPECT_EQ(toText(*convertCell(Value{std::string("是")}, FieldType::Boolean, 1)), "1");
  EXPECT_EQ(toText(*convertCell(Value{std::string("无")}, FieldType::Boolean, 1)), "0");
  EXPECT_FALSE(convertCell(Value{std::string("大概")}, FieldType::Boolean, 1));
}
TEST(ParseSection, readsRoundAndBoxSections) {
  EXPECT_EQ(parseSection("DN400")->diameterMm, 400);
  EXPECT_EQ(parseSection("600×400")->heightMm, 400);
  EXPECT_EQ(parseSection("1000X800")->widthMm, 1000);
  EXPECT_FALSE(parseSection("不详"));
}

}  // namespace
}  // namespace pianqu::layers
