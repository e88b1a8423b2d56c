#include "layers/sample/workshop.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace pianqu::layers {

Uid UidMaker::next() {
  char text[40];
  std::snprintf(text, sizeof text, "%02x%014llx%016llx", static_cast<unsigned>(m_table), static_cast<unsigned long long>(++m_count),
                static_cast<unsigned long long>(m_random.next()));
  return text;
}

std::string numbered(std::string_view prefix, std::size_t number, int digits) {
  std::string text = std::to_string(number);
  if (text.size() < static_cast<std::size_t>(digits)) text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
  return std::string(prefix) + text;
}

double groundZ(const Workshop& shop, geo::XY world) {
  const geo::XY centre = shop.town.warp({shop.town.size.widthM / 2, shop.town.warp.riverFlatY()});
  const double c = std::cos(-0.105), s = std::sin(-0.105);
  const geo::XY d = world - centre;
  const double along = d.x * c + d.y * s, away = std::abs(-d.x * s + d.y * c);
  // 4.5 per mille to the river near it, flattening outwards; the valley itself falls 0.6 per mille eastwards.
  const double slope = 0.0052 * 2600 * (1 - std::exp(-away / 2600));
  return 24.0 + slope - 0.0006 * along + 0.35 * std::sin(world.x / 140) * std::sin(world.y / 170);
}

geo::XY flatOf(const TownPlan& town, geo::XY world) {
  geo::XY flat{town.size.widthM / 2, town.size.heightM / 2};
  const double c = std::cos(0.105), s = std::sin(0.105);
  for (int step = 0; step < 200; ++step) {
    const geo::XY miss = world - town.warp(flat);
    if (std::hypot(miss.x, miss.y) < 1e-3) break;
    flat = flat + geo::XY{miss.x * c - miss.y * s, miss.x * s + miss.y * c} * 0.8;
  }
  return flat;
}

geo::Result<SampleCity> generateCity(SampleSize size, std::uint64_t seed, geo::Progress& progress) {
  Workshop shop{.town = planTown(size, seed), .seed = seed};
  shop.sample.size = size;
  shop.sample.seed = seed;
  struct Step { void (*run)(Workshop&); std::string_view name; bool needsNetworks; };
  const Step steps[] = {{buildPlaces, "places", false}, {buildHouses, "houses", false}, {buildFurniture, "furniture", true},
                        {buildPipes, "pipes", true}, {buildConsents, "consents", true}, {countAll, "counts", false}};
  double done = 0;
  for (const auto& step : steps) {
    if (progress.isCancelled()) return geo::fail(geo::ErrorCode::Cancelled, "making the sample city was cancelled");
    progress.report(done, step.name);
    if (!step.needsNetworks || shop.town.size.hasNetworks) step.run(shop);
    done += 1.0 / static_cast<double>(std::size(steps));
  }
  return std::move(shop.sample);
}

}  // namespace pianqu::layers
