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
  EXPECT_EQ(of("district PQ02 would fall into 2 parts"), "片区 PQ02 将分成 2 块");
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

/// Texts of several words in the sources of a folder, as they stand there; not what a progress bar says.
std::vector<std::pair<std::string, std::string>> textsIn(const char* folder, const std::regex& files) {
  static const std::regex kText("\"((?:[^\"\\\\]|\\\\.)*)\""), kWords(".*[a-z] [a-z].*");
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& entry : fs::directory_iterator(fs::path(PIANQU_SOURCE_DIR) / folder)) {
    const std::string name = entry.path().filename().string();
    if (!std::regex_match(name, files)) continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      line = line.substr(0, line.find("//"));
      if (line.find("progress.report(") != std::string::npos) continue;
      for (std::sregex_iterator i(line.begin(), line.end(), kText), end; i != end; ++i) {
        const std::string text = (*i)[1];
        if (std::regex_match(text, kWords) && text.find("%.") == std::string::npos) texts.emplace_back(name, text);
      }
    }
  }
  return texts;
}

/// A text that geo or layers gained and nobody listed would be English in the Chinese window.
TEST_F(Said, everyTextOfMergingEditingAndCheckingIsListed) {
  QStringList listed;
  for (const char* source : saidTexts()) listed.append(QString::fromUtf8(source));
  for (const auto& [folder, files] : {std::pair{"geo/district", "(components|problem_check|resolve|solve)\\.cpp"}, std::pair{"geo/coverage", ".*\\.cpp"}, std::pair{"geo/overlay", "overlay\\.cpp|coverage_ops\\.cpp"},
                                      std::pair{"layers/plan", "(merge|edit_[^t]|graph|coverage_edit|district_edits|edit|units|placement_text).*\\.cpp"}, std::pair{"layers/rules", ".*\\.cpp"}}) {
    for (const auto& [file, text] : textsIn(folder, std::regex(files))) {
      const QString words = QString::fromStdString(text).replace(QLatin1String("\\\""), QLatin1String("\"")).trimmed();
      const bool isListed = std::any_of(listed.begin(), listed.end(), [&words = words](const QString& source) { return source.contains(words); });
      EXPECT_TRUE(isListed) << file << ": " << text;
    }
  }
}

}  // namespace
}  // namespace pianqu::app
