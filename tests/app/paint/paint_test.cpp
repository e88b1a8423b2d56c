#include <gtest/gtest.h>

#include <QGuiApplication>
#include <QTemporaryDir>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/paint/pdf_marks.hpp"
#include "app/paint/pdf_repair.hpp"
#include "app/paint/print.hpp"

namespace pianqu::app {
namespace {

const std::string kData = std::string(PIANQU_SOURCE_DIR) + "/data";

layers::Picture pageWith(const std::vector<std::string>& lines) {
  layers::Picture page{"片区", 200, 150, {}, {}};
  layers::PictureGroup map{"地图", geo::Box{10, 10, 190, 140}, {}}, labels{"注记", std::nullopt, {}};
  map.items.push_back(layers::PathItem{{{{20, 20}, {80, 20}, {80, 70}}}, true, layers::Colour{200, 120, 80, 255}, layers::Pen{{0, 0, 0, 255}, 0.3, {2, 1}}});
  double y = 30;
  for (const auto& line : lines) labels.items.push_back(layers::TextItem{line, {100, y += 12}, 4, layers::Align::Left, {}, false, 0.3, 0});
  page.groups = {map, labels};
  page.maps = {layers::MapFrame{{500000, 3300000}, {10, 10}, 180, 130, 1000}};
  return page;
}

PrintOptions options() { return {.title = "片区改造图", .date = "2026-03-01", .crs = geo::Crs::localCity(115.5, 500000), .dataFolder = kData}; }

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string outputOf(const std::string& command) {
  std::string text;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return text;
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  pclose(pipe);
  return text;
}

class Printed : public testing::Test {
 protected:
  std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
  QTemporaryDir m_folder;
};

TEST_F(Printed, chineseTextComesBackAsTyped) {
  if (outputOf("command -v pdftotext").empty()) GTEST_SKIP() << "pdftotext is not installed";
  const std::vector<std::string> lines{"片区 老旧小区", "面积 用地 高程 长度", "一二八十人入力又口土士大女子小山工", "PQ01-PS-10 1:1000", "d400-3.0‰-25.4 户数 J1234"};
  ASSERT_TRUE(printPdf(path("a.pdf"), {pageWith(lines)}, options()));
  const std::string text = outputOf("pdftotext -layout '" + path("a.pdf") + "' -");
  for (const auto& line : lines) EXPECT_NE(text.find(line), std::string::npos) << line << " not in: " << text;
}

TEST_F(Printed, samePicturesGiveTheSameBytes) {
  ASSERT_TRUE(printPdf(path("a.pdf"), {pageWith({"片区"}), pageWith({"面积"})}, options()));
  ASSERT_TRUE(printPdf(path("b.pdf"), {pageWith({"片区"}), pageWith({"面积"})}, options()));
  EXPECT_TRUE(read(path("a.pdf")) == read(path("b.pdf")));
}

TEST_F(Printed, everyPageHasItsGeoreferenceAndLayers) {
  if (outputOf("command -v gdalinfo").empty()) GTEST_SKIP() << "gdalinfo is not installed";
  ASSERT_TRUE(printPdf(path("a.pdf"), {pageWith({"片区"}), pageWith({"面积"})}, options()));
  for (const char* page : {"1", "2"}) {
    const std::string info = outputOf(std::string("gdalinfo -mdd LAYERS 'PDF:") + page + ":" + path("a.pdf") + "' 2>/dev/null");
    EXPECT_NE(info.find("Transverse Mercator"), std::string::npos) << info;
    EXPECT_NE(info.find("注记"), std::string::npos) << info;
  }
}

TEST_F(Printed, refusesAFontThatIsNotInstalled) {
  PrintOptions wrong = options();
  wrong.family = "No Such Face";
  EXPECT_EQ(printPdf(path("a.pdf"), {pageWith({"片"})}, wrong).error().code, geo::ErrorCode::NotFound);
  EXPECT_TRUE(read(path("a.pdf")).empty());
}

TEST_F(Printed, aPngHasTheSizeOfThePaper) {
  ASSERT_TRUE(printPng(path("a.png"), pageWith({"片区"}), options()));
  EXPECT_GT(read(path("a.png")).size(), 2000u);
}

TEST(ToUnicode, replacesRadicalsInRangesAndLists) {
  const UnifiedIdeographs unified = readUnifiedIdeographs(kData).value();
  const std::string repaired = repairToUnicode("2 beginbfrange\n<0001> <0003> [<2F5A> <533A> <2ED3>]\n<0010> <0011> <0041>\nendbfrange\n1 beginbfchar\n<0020> <2F7C>\nendbfchar\n", unified).value();
  for (const char* line : {"<0001> <7247>", "<0002> <533A>", "<0003> <957F>", "<0010> <0041>", "<0011> <0042>", "<0020> <8001>"}) EXPECT_NE(repaired.find(line), std::string::npos) << line;
  EXPECT_EQ(repairToUnicode("nothing here", unified).error().code, geo::ErrorCode::Invalid);
}

TEST(PdfMarks, leaveThePageWholeWhenOneIsMissing) {
  EXPECT_EQ(bracketGroups("0 0 1 1 re\nf\n", pageWith({})), std::nullopt);
}

}  // namespace
}  // namespace pianqu::app

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
