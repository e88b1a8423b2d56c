#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

class GDALDataset;

namespace pianqu::layers {

/// How the bands of a raster become red, green, blue and alpha.
struct RasterColours {
  using Rgba = std::array<std::uint8_t, 4>;
  std::vector<int> bands;          ///< numbers from 1: one (grey or palette) or three (red, green, blue)
  int alphaBand = 0;               ///< 0: none
  double alphaMax = 255;           ///< of the alpha band
  std::vector<Rgba> palette;       ///< empty: `bands` hold the colours themselves
  double low = 0, high = 255;      ///< values that become 0 and 255
  std::vector<double> noData;      ///< one a band, or none
};

/// in  a dataset with at least one band
RasterColours coloursOf(GDALDataset& dataset);

/// `planes`: those of `colours.bands` and alpha 0..255 after them, `count` values each. returns 4 bytes a pixel; empty when all is transparent
std::vector<std::uint8_t> paint(const RasterColours& colours, const std::vector<float>& planes, std::size_t count);

}  // namespace pianqu::layers
