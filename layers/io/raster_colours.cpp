#include "layers/io/raster_colours.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace pianqu::layers {
namespace {

constexpr int kBuckets = 1024;
constexpr double kTail = 0.02;   // of the pixels at either end that a stretch may lose

int bandWith(GDALDataset& dataset, GDALColorInterp meaning) {
  for (int i = 1; i <= dataset.GetRasterCount(); ++i)
    if (dataset.GetRasterBand(i)->GetColorInterpretation() == meaning) return i;
  return 0;
}

std::vector<int> colourBands(GDALDataset& dataset, int alphaBand) {
  const int red = bandWith(dataset, GCI_RedBand), green = bandWith(dataset, GCI_GreenBand), blue = bandWith(dataset, GCI_BlueBand);
  if (red && green && blue) return {red, green, blue};
  std::vector<int> bands;
  for (int i = 1; i <= dataset.GetRasterCount() && bands.size() < 3; ++i)
    if (i != alphaBand) bands.push_back(i);
  if (bands.empty()) bands.push_back(alphaBand);   // a file of nothing but an alpha band shows that as grey
  if (bands.size() < 3) bands.resize(1);
  return bands;
}

std::vector<RasterColours::Rgba> paletteOf(GDALRasterBand& band) {
  std::vector<RasterColours::Rgba> palette;
  const GDALColorTable* table = band.GetColorTable();
  for (int i = 0; table && i < table->GetColorEntryCount(); ++i) {
    GDALColorEntry entry{};
    table->GetColorEntryAsRGB(i, &entry);
    const auto byte = [](short value) { return static_cast<std::uint8_t>(std::clamp<short>(value, 0, 255)); };
    palette.push_back({byte(entry.c1), byte(entry.c2), byte(entry.c3), byte(entry.c4)});
  }
  return palette;
}

struct Range { double low, high; };

/// Where the middle 96 % of the values lie, from a sample of the band; nothing when there are no values.
std::optional<Range> middleOf(GDALRasterBand& band) {
  double minMax[2] = {};
  if (band.ComputeRasterMinMax(TRUE, minMax) != CE_None || !(minMax[0] <= minMax[1])) return std::nullopt;
  if (minMax[0] == minMax[1]) return Range{minMax[0], minMax[0]};
  std::vector<GUIntBig> counts(kBuckets);
  if (band.GetHistogram(minMax[0], minMax[1], kBuckets, counts.data(), FALSE, TRUE, GDALDummyProgress, nullptr) != CE_None) return Range{minMax[0], minMax[1]};
  const double total = static_cast<double>(std::accumulate(counts.begin(), counts.end(), GUIntBig{0}));
  const double step = (minMax[1] - minMax[0]) / kBuckets;
  int first = 0, last = kBuckets - 1;
  for (double lost = 0; first < last && (lost += static_cast<double>(counts[first])) <= kTail * total;) ++first;
  for (double lost = 0; last > first && (lost += static_cast<double>(counts[last])) <= kTail * total;) --last;
  return Range{minMax[0] + first * step, minMax[0] + (last + 1) * step};
}

/// 8 bits are colours already; fewer bits and other numbers are stretched, all bands alike, so that hues stay.
Range rangeOf(GDALDataset& dataset, const std::vector<int>& bands) {
  GDALRasterBand& first = *dataset.GetRasterBand(bands.front());
  if (first.GetRasterDataType() == GDT_Byte) {
    const char* bits = first.GetMetadataItem("NBITS", "IMAGE_STRUCTURE");
    const int count = bits ? std::atoi(bits) : 8;
    return {0, count > 0 && count < 8 ? std::exp2(count) - 1 : 255};
  }
  std::optional<Range> all;
  for (const int number : bands) {
    const auto range = middleOf(*dataset.GetRasterBand(number));
    if (range) all = all ? Range{std::min(all->low, range->low), std::max(all->high, range->high)} : *range;
  }
  return all.value_or(Range{0, 255});
}

std::vector<double> noDataOf(GDALDataset& dataset, const std::vector<int>& bands) {
  std::vector<double> values;
  for (const int number : bands) {
    int hasValue = FALSE;
    const double value = dataset.GetRasterBand(number)->GetNoDataValue(&hasValue);
    if (!hasValue) return {};
    values.push_back(value);
  }
  return values;
}

std::uint8_t toByte(double value) { return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0))); }

RasterColours::Rgba colourAt(const RasterColours& colours, const std::vector<float>& planes, std::size_t count, std::size_t i) {
  const double alpha = static_cast<double>(planes[colours.bands.size() * count + i]);
  if (!(alpha >= 0.5)) return {};
  if (!colours.palette.empty()) {
    const double index = static_cast<double>(planes[i]);
    if (!(index >= 0 && index < static_cast<double>(colours.palette.size()))) return {};
    RasterColours::Rgba entry = colours.palette[static_cast<std::size_t>(index)];
    entry[3] = toByte(entry[3] * alpha / 255);
    return entry;
  }
  RasterColours::Rgba pixel{};
  for (std::size_t c = 0; c < 3; ++c) {
    const double value = static_cast<double>(planes[(colours.bands.size() == 3 ? c : 0) * count + i]);
    if (!std::isfinite(value)) return {};
    const double width = colours.high - colours.low;
    pixel[c] = width > 0 ? toByte((value - colours.low) / width * 255) : std::uint8_t{128};
  }
  pixel[3] = toByte(alpha);
  return pixel;
}

}  // namespace

RasterColours coloursOf(GDALDataset& dataset) {
  RasterColours colours;
  colours.alphaBand = bandWith(dataset, GCI_AlphaBand);
  colours.bands = colourBands(dataset, colours.alphaBand);
  if (colours.bands.front() == colours.alphaBand) colours.alphaBand = 0;
  if (colours.alphaBand && dataset.GetRasterBand(colours.alphaBand)->GetRasterDataType() == GDT_UInt16) colours.alphaMax = 65535;
  if (colours.bands.size() == 1) colours.palette = paletteOf(*dataset.GetRasterBand(colours.bands.front()));
  colours.noData = noDataOf(dataset, colours.bands);
  if (!colours.palette.empty()) return colours;
  const Range range = rangeOf(dataset, colours.bands);
  colours.low = range.low;
  colours.high = range.high;
  return colours;
}

std::vector<std::uint8_t> paint(const RasterColours& colours, const std::vector<float>& planes, std::size_t count) {
  std::vector<std::uint8_t> rgba(4 * count);
  bool hasAny = false;
  for (std::size_t i = 0; i < count; ++i) {
    const auto pixel = colourAt(colours, planes, count, i);
    std::copy(pixel.begin(), pixel.end(), rgba.begin() + static_cast<std::ptrdiff_t>(4 * i));
    hasAny = hasAny || pixel[3] > 0;
  }
  if (!hasAny) rgba.clear();
  return rgba;
}

}  // namespace pianqu::layers
