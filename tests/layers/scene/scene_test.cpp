#include "layers/scene/scene.hpp"

#include <gtest/gtest.h>

#include "geo/shape/wkt.hpp"
#include "layers/scene/label_placer.hpp"
#include "layers/scene/map_drawing.hpp"
#include "layers/scene/paper_clip.hpp"
#include "layers/scene/symbol_drawing.hpp"

namespace pianqu::layers {
namespace {

TEST(Svg, aSquareIsDrawnWhereItLies) {
  Symbol symbol;
  symbol.fill = Colour{255, 0, 0, 255};
  const Scene scene = sceneOf({geo::parseWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))").value()}, symbol);
  MapDrawing drawing = drawMap(scene, MapFrame{{0, 10}, {0, 0}, 10, 10, 1000});
  EXPECT_EQ(toSvg({"", 10, 10, std::move(drawing.groups), {}}),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10mm\" height=\"10mm\" viewBox=\"0 0 10 10\" font-family=\"Noto Sans CJK SC, sans-serif\" stroke-linejoin=\"round\">\n"
            "<rect width=\"10\" height=\"10\" fill=\"#ffffff\"/>\n"
            "<clipPath id=\"clip1\"><rect x=\"0\" y=\"0\" width=\"10\" height=\"10\"/></clipPath>\n"
            "<g clip-path=\"url(#clip1)\">\n"
            "<path d=\"M0 10L10 10L10 0L0 0L0 10Z\" fill=\"#ff0000\"/>\n"
            "</g>\n</svg>\n");
}

TEST(Hatch, linesStayInsideAndOutOfTheHole) {
  const PaperRings rings{{{0, 0}, {20, 0}, {20, 20}, {0, 20}}, {{5, 5}, {15, 5}, {15, 15}, {5, 15}}};
  const auto lines = hatchLines(rings, 0, 2);
  EXPECT_GT(lines.size(), 9u);
  for (const auto& line : lines) {
    const geo::XY middle{(line[0].x + line[1].x) / 2, (line[0].y + line[1].y) / 2};
    EXPECT_FALSE(middle.x > 5 && middle.x < 15 && middle.y > 5 && middle.y < 15);
  }
}

TEST(Clip, aLineThatLeavesAndComesBackGivesTwoParts) {
  const auto parts = clipLine({{-1, 1}, {1, 1}, {1, 5}, {2, 5}, {2, 1}, {5, 1}}, geo::Box{0, 0, 3, 3});
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].front(), (geo::XY{0, 1}));
  EXPECT_EQ(parts[1].back(), (geo::XY{3, 1}));
}

TEST(Text, isCutBetweenCharactersAndLosesNone) {
  const std::string text = "坐标单位为米，X 为北，Y 为东；图上坐标格网间距 100 m。";
  const auto lines = wrapText(text, 3, 30);
  EXPECT_GT(lines.size(), 2u);
  std::string joined;
  for (const auto& line : lines) joined += line;
  EXPECT_EQ(joined, text);
}

TEST(OccupiedPaper, findsWhatWasAdded) {
  OccupiedPaper paper;
  paper.add({0, 0, 30, 3});
  EXPECT_FALSE(paper.isFree({29, 2, 40, 5}));
  EXPECT_TRUE(paper.isFree({31, 0, 40, 5}));
}

}  // namespace
}  // namespace pianqu::layers
