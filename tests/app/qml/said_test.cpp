#include <gtest/gtest.h>

#include <QString>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "app/model/language_controller.hpp"
#include "app/model/said.hpp"

namespace pianqu::app {
namespace {

namespace fs = std::filesystem;

/// In a window that speaks Chinese.
class Said : public testing::Test {
 protected:
  void SetUp() override { language.use(QStringLiteral("zh")); }
  static std::string of(const char* english) { return said(std::string(english)).toStdString(); }
  LanguageController language;
};

TEST_F(Said, aSentenceIsFoundByItsWordsAndKeepsItsNames) {
  EXPECT_EQ(of("there is no district PQ07"), "没有片区 PQ07");
  EXPECT_EQ(of("there is no estate 梅园 in the project"), "项目中没有小区 梅园") << "not the shorter sentence";
  EXPECT_EQ(of("There is no file of this name."), "There is no file of this name.");
  EXPECT_EQ(of(""), "");
}

TEST_F(Said, sentencesWithinSentencesAreSaidToo) {
  EXPECT_EQ(of("fits PQ17 if the span rises from 700 to 712 m"), "若跨度由 700 提高到 712 米，可并入 PQ17");
  EXPECT_EQ(of("梅园小区: all units that it can be merged with across streets have 96 households together, below 1000 households"), "梅园小区：不跨道路可合并的单元合计共 96 户，低于 1000 户");
  EXPECT_EQ(of("in PQ01 by grow; it shares 120 m of boundary with it and lies 55 m from its centre"), "归入 PQ01（生长）；共边 120 米，距片区中心 55 米");
  EXPECT_EQ(of("that district has households 1200, floor area 90000, span 310 m; its tightest rule is span, with 390 to spare"), "该片区户数 1200，建筑面积 90000，跨度 310 米；最紧的规则是跨度，余量 390");
  EXPECT_EQ(of("that district has households 1118, floor area 72576, span 575 m; its tightest rule is minimum households, with 118 to spare"), "该片区户数 1118，建筑面积 72576，跨度 575 米；最紧的规则是户数下限，余量 118");
  EXPECT_EQ(of("district PQ02 would fall into 2 parts"), "片区 PQ02 将分成 2 块");
}

TEST_F(Said, proofsOfAnImportAreSaid) {
  EXPECT_EQ(of("declared by the .prj, and the numbers agree (435000..436000 and 3371000..3372000)"), "声明来源：.prj 文件，坐标数值与之相符（435000..436000，3371000..3372000）");
  EXPECT_EQ(of("95% of 300 characters are everyday ones in GB18030, 12% in Big5; the .cpg says UTF-8, which the bytes contradict"), "300 个字符中 95% 为 GB18030 的常用字，12% 为 Big5；.cpg 文件标明 UTF-8，与字节不符");
  EXPECT_EQ(of("judged from 小区名称, 户数; the name \"小区\""), "判断依据：小区名称, 户数；名称“小区”");
  EXPECT_EQ(of("what this layer holds is not proven: estate (小区名称, 户数; the name \"小区\"); building (its headings)"), "无法确定该图层的内容：小区（小区名称, 户数；名称“小区”）；楼栋（表头）");
  EXPECT_EQ(of("the coordinate system is not proven: the numbers are 3371000..3372000 and 435000..436000 (eastings 435000..436000 have six digits, so no zone number; "
               "northings 3371000..3372000; the first number is the northing or latitude)"),
            "坐标系无法确定：数值为 3371000..3372000 和 435000..436000（东坐标 435000 至 436000 为六位数，不带带号；北坐标 3371000 至 3372000；第一个数是北坐标或纬度）");
}

TEST_F(Said, problemsOfAnImportAreSaid) {
  EXPECT_EQ(of("层数: \"abc\" was left out, the field stays unknown"), "层数：\"abc\" 未采用，字段留空");
  EXPECT_EQ(of("there is no building \"B1\"; the reference stays empty"), "没有楼栋“B1”；关联留空");
  EXPECT_EQ(of("none of the 12 rows can be taken: it is a point, an area is needed (row 3)"), "12 行均无法导入：是点，应为面（第 3 行）");
  EXPECT_EQ(of("the .dbf with the attributes is missing; a Shapefile is .shp, .shx and .dbf together"), "缺少属性文件 .dbf；Shapefile 由 .shp、.shx、.dbf 共同组成");
}

/// The name of the fault stands before the finding.
TEST_F(Said, findingsOnTheSewersAreSaid) {
  EXPECT_EQ(of("sewage into storm: sewage pipe W1-W2 runs from W1 (sewage) into Y1 (storm)"), "污水管接入雨水：污水管段 W1-W2 由 W1（污水） 流入 Y1（雨水）");
  EXPECT_EQ(of("sewage into storm: storm pipe P1 joins Y1 (storm) and W1 (sewage); its direction is not known, so it may be M1 or M2"),
            "污水管接入雨水：雨水管段 P1 连接 Y1（雨水） 与 W1（污水）；流向不明，可能为 M1 或 M2");
  EXPECT_EQ(of("unknown: Pipe P1: direction of flow not known, no invert at Y1, no invert at Y2, neither YS, WS nor HS"), "不明：管段 P1：流向不明，缺管底高程：Y1，缺管底高程：Y2，不是 YS、WS 或 HS");
  EXPECT_EQ(of("level mismatch: Pipe P1 at Y1 invert 20.100 lies above the ground 20.000 at Y2 ground 20.000 - depth 1.000 is not invert 18.000 (off by 1.000 m)"),
            "高程埋深不符：管段 P1 在 Y1 处管底高程 20.100 高于地面高程 20.000；在 Y2 处地面高程 20.000 − 埋深 1.000 与管底高程 18.000 不符（差 1.000 米）");
}

TEST_F(Said, anErrorNamesItsPlace) {
  EXPECT_EQ(said(geo::Error{geo::ErrorCode::Invalid, "three boundaries meet in that corner", {}, {.layer = "district", .feature = "PQ01"}}).toStdString(), "片区 PQ01：三条边界在此拐点相交");
  EXPECT_EQ(said(geo::Error{geo::ErrorCode::Invalid, "nobody knows this one", {}, {.file = "a.csv"}}).toStdString(), "a.csv: nobody knows this one");
}

TEST_F(Said, englishStaysAsItIs) {
  language.use(QStringLiteral("en"));
  EXPECT_EQ(of("梅园: fits PQ17 if the span rises from 700 to 712 m; and more"), "梅园: fits PQ17 if the span rises from 700 to 712 m; and more");
}

TEST_F(Said, everySentenceHasATranslationWithTheSameNames) {
  for (const char* source : saidTexts()) {
    const QString target = QCoreApplication::translate("said", source);
    EXPECT_NE(target, QString::fromUtf8(source)) << source;
    for (char number = '1'; number <= '9'; ++number) {
      const QString place = QStringLiteral("%") + QLatin1Char(number);
      EXPECT_EQ(QString::fromUtf8(source).contains(place), target.contains(place)) << source;
    }
  }
}

/// A heading in two languages, the Chinese before it: the window takes one of them by itself.
bool isHeading(const std::string& before) {
  return std::any_of(before.begin(), before.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Texts of several words in the sources of a folder, as they stand there; not what a progress bar says.
std::vector<std::pair<std::string, std::string>> textsIn(const char* folder, const std::regex& files) {
  static const std::regex kText("\"((?:[^\"\\\\]|\\\\.)*)\""), kWords(".*[a-z] [a-z].*");
  // What is written for a machine: SQL, the first bytes of a file, the stored remark of a style that was not changed.
  static const std::regex kNoSentence("(CREATE|SELECT) .*|SQLite format 3|as shipped");
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& entry : fs::directory_iterator(fs::path(PIANQU_SOURCE_DIR) / folder)) {
    const std::string name = entry.path().filename().string();
    if (!std::regex_match(name, files)) continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      line = line.substr(0, line.find("//"));
      if (line.find("progress.report(") != std::string::npos) continue;
      std::string before;
      for (std::sregex_iterator i(line.begin(), line.end(), kText), end; i != end; ++i) {
        const std::string text = (*i)[1];
        const bool isSaid = std::regex_match(text, kWords) && text.find("%.") == std::string::npos && !std::regex_match(text, kNoSentence) && !isHeading(before);
        if (isSaid) texts.emplace_back(name, text);
        before = text;
      }
    }
  }
  return texts;
}

/// A text that geo or layers gained and nobody listed would be English in the Chinese window.
/// Left out: graphs of one's own and the labels of their units, which only the command line reads; the GDAL and Shapefile words that are no sentences
/// (gdal_words, raster_service, wkb); headings of tables (plan_tables, works) and the XML of styles.
TEST_F(Said, everyTextThatAPersonSeesIsListed) {
  QStringList listed;
  for (const char* source : saidTexts()) listed.append(QString::fromUtf8(source));
  for (const auto& [folder, files] : {std::pair{"geo/district", "(components|problem_check|resolve|solve)\\.cpp"}, std::pair{"geo/coverage", ".*\\.cpp"}, std::pair{"geo/overlay", "overlay\\.cpp|coverage_ops\\.cpp"},
                                      std::pair{"layers/plan", "(merge|edit_[^t]|graph|coverage_edit|district_edits|edit|units|placement_text|city_sewers|drainage|lift_plan|measure|parking_plan|plan_rules|plan_tables|records|row_json).*\\.cpp"},
                                      std::pair{"layers/rules", ".*\\.cpp"}, std::pair{"layers/io", "(?!unit_graph|unit_labels|gdal_words|raster_service|wkb).*\\.cpp"}, std::pair{"layers/project", ".*\\.cpp"},
                                      std::pair{"layers/feature", "row_filter\\.cpp"}, std::pair{"layers/catalogue", ".*\\.cpp"}, std::pair{"layers/style", "(style|symbol_rows|theme_view)\\.cpp"},
                                      std::pair{"layers/sheet", "sheet_(grid|style)\\.cpp"}, std::pair{"layers/ledger", "xlsx\\.cpp"}, std::pair{"app/tiles", ".*\\.cpp"}, std::pair{"app/paint", "pdf.*\\.cpp|print.*\\.cpp"},
                                      std::pair{"layers/sample", "sample_writer\\.cpp|workshop\\.cpp"}, std::pair{"geo/shape", ".*\\.cpp"}, std::pair{"geo/crs", ".*\\.cpp"}, std::pair{"geo/drainage", ".*\\.cpp"}, std::pair{"geo/parking", ".*\\.cpp"}, std::pair{"geo/network", ".*\\.cpp"}, std::pair{"geo/lift", ".*\\.cpp"}}) {
    for (const auto& [file, text] : textsIn(folder, std::regex(files))) {
      const QString words = QString::fromStdString(text).replace(QLatin1String("\\\""), QLatin1String("\"")).trimmed();
      const bool isListed = std::any_of(listed.begin(), listed.end(), [&words = words](const QString& source) { return source.contains(words); });
      EXPECT_TRUE(isListed) << file << ": " << text;
    }
  }
}

}  // namespace
}  // namespace pianqu::app
