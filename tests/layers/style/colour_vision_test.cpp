#include "tests/layers/style/colour_vision.hpp"

#include <gtest/gtest.h>

#include "layers/style/classes.hpp"

namespace pianqu::layers {
namespace {

using test::differenceOf;
using test::labOf;
using test::Vision;

/// Classes that colour tells apart for most people (CIEDE2000) it must tell apart for the colour-blind, at about three just noticeable differences.
constexpr double kToldApart = 9, kLeast = 7;

bool differsInForm(const Symbol& a, const Symbol& b) {
  if (a.shape != b.shape || a.letter != b.letter || a.dashMm != b.dashMm || a.hatch != b.hatch || a.marker != b.marker || a.hasCrosses != b.hasCrosses || a.hasArrow != b.hasArrow) return true;
  return a.shape == SymbolShape::Line && std::max(a.strokeMm, b.strokeMm) >= 1.5 * std::min(a.strokeMm, b.strokeMm);
}

/// By the ink in which they differ most; a fill against none is seen by everybody.
double apart(const Symbol& a, const Symbol& b, Vision vision) {
  double most = 0;
  const auto compare = [&](const std::optional<Colour>& p, const std::optional<Colour>& q) {
    if (p.has_value() != q.has_value()) most = 100;
    else if (p) most = std::max(most, differenceOf(labOf(*p, vision), labOf(*q, vision)));
  };
  if (a.shape != SymbolShape::Line) compare(a.fill, b.fill);
  compare(a.stroke, b.stroke);
  return most;
}

TEST(ColourVision, theDifferenceIsThatOfThePublishedPairs) {
  EXPECT_NEAR(differenceOf({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 1e-4);
  EXPECT_NEAR(differenceOf({50, 2.5, 0}, {73, 25, -18}), 27.1492, 1e-4);
  EXPECT_NEAR(differenceOf({22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}), 2.0373, 1e-4);
}

TEST(ColourVision, redAndGreenOfOneBrightnessAreOneForAProtanope) {
  const Colour red{200, 60, 60, 255}, green{100, 100, 60, 255};
  EXPECT_GT(differenceOf(labOf(red, Vision::Normal), labOf(green, Vision::Normal)), 35);
  EXPECT_LT(differenceOf(labOf(red, Vision::Protan), labOf(green, Vision::Protan)), 12);
}

TEST(ColourVision, classesThatColourTellsApartItTellsApartForTheColourBlindToo) {
  const auto style = Style::read(PIANQU_SOURCE_DIR "/data");
  ASSERT_TRUE(style);
  for (const Theme& theme : style->all())
    for (const ThemeLayer& layer : theme.layers) {
      const auto symbols = theme.symbolsOf(layer);
      for (std::size_t i = 0; i < symbols.size(); ++i)
        for (std::size_t j = i + 1; j < symbols.size(); ++j) {
          const Symbol &a = *symbols[i], &b = *symbols[j];
          if (!a.isInLegend || !b.isInLegend || differsInForm(a, b) || apart(a, b, Vision::Normal) < kToldApart) continue;
          for (const Vision vision : {Vision::Protan, Vision::Deutan})
            EXPECT_GE(apart(a, b, vision), kLeast) << theme.en << " " << layer.key << ": " << a.key << " and " << b.key << (vision == Vision::Protan ? ", protan" : ", deutan");
        }
    }
}

TEST(ColourVision, thePaletteOfOverlaysIsToldApart) {
  const auto palettes = readPalettes(PIANQU_SOURCE_DIR "/data");
  ASSERT_TRUE(palettes);
  const auto distinct = std::find_if(palettes->begin(), palettes->end(), [](const Palette& palette) { return palette.key == "distinct"; });
  ASSERT_NE(distinct, palettes->end());
  for (std::size_t i = 0; i < distinct->colours.size(); ++i)
    for (std::size_t j = i + 1; j < distinct->colours.size(); ++j)
      for (const Vision vision : {Vision::Normal, Vision::Protan, Vision::Deutan})
        EXPECT_GE(differenceOf(labOf(distinct->colours[i], vision), labOf(distinct->colours[j], vision)), kLeast) << i << " " << j;
}

}  // namespace
}  // namespace pianqu::layers
