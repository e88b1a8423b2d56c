#include "layers/sample/size_plan.hpp"

#include <array>

namespace pianqu::layers {

const SizePlan& sizePlan(SampleSize size) {
  //                                    estates bldgs   hh      pipes    width  height col north  arter comm est  river mean  wave  terr faults net
  static const std::array<SizePlan, 4> plans{{{50, 160, 5000, 10000, 720, 600, 1, false, 460, 12, 0.6, 26, 32, 600, 20, 3, true},
                                              {400, 6000, 80000, 150000, 3020, 2400, 3, false, 800, 26, 1.0, 52, 105, 1500, 40, 12, true},
                                              {3000, 60000, 800000, 2000000, 9500, 7400, 4, true, 1000, 32, 1.1, 90, 210, 3100, 60, 40, true},
                                              {0, 1000000, 0, 0, 33000, 26000, 7, true, 1300, 90, 0.95, 180, 600, 9000, 400, 0, false}}};
  return plans[static_cast<std::size_t>(size)];
}

std::optional<SampleSize> sampleSizeOf(std::string_view name) {
  if (name == "S") return SampleSize::S;
  if (name == "M") return SampleSize::M;
  if (name == "L") return SampleSize::L;
  if (name == "XL") return SampleSize::XL;
  return std::nullopt;
}

std::string_view nameOf(SampleSize size) {
  static constexpr std::array<std::string_view, 4> names{"S", "M", "L", "XL"};
  return names[static_cast<std::size_t>(size)];
}

}  // namespace pianqu::layers
