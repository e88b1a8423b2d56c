#include <cmath>
#include <numbers>

#include "layers/sample/town_plan.hpp"

namespace pianqu::layers {
namespace {

// The town's south-west corner in the local city system, and how far its grid is turned from north.
constexpr geo::XY kOrigin{503180.0, 3330460.0};
constexpr double kTurnRad = -0.105;

}  // namespace

Warp::Warp(const SizePlan& size, std::uint64_t seed)
    : m_width(size.widthM), m_height(size.heightM), m_riverY(std::round(size.heightM * 0.3)), m_meander(size.meanderM),
      m_k(2 * std::numbers::pi / size.meanderLengthM), m_reach(size.meanderM * 5.2), m_swell(7.5), m_swellK(2 * std::numbers::pi / 330.0) {
  geo::Random random(geo::seedFor(seed, 1));
  for (double& phase : m_phase) phase = random.uniform(0, 2 * std::numbers::pi);
}

geo::XY Warp::operator()(geo::XY p) const {
  const double away = (p.y - m_riverY) / m_reach;
  const double near = std::exp(-away * away);
  const double bend = m_meander * (std::sin(m_k * p.x + m_phase[0]) + 0.32 * std::sin(2.3 * m_k * p.x + m_phase[1]));
  const double slow = m_k * 0.55;
  double x = p.x + 0.35 * m_meander * std::sin(slow * p.y + m_phase[2]) + m_swell * std::sin(m_swellK * p.y + m_phase[3]);
  double y = p.y + bend * near + 0.3 * m_meander * std::sin(slow * p.x + m_phase[4]) + m_swell * std::sin(m_swellK * 0.83 * p.x + m_phase[5]);
  return {kOrigin.x + x * std::cos(kTurnRad) - y * std::sin(kTurnRad), kOrigin.y + x * std::sin(kTurnRad) + y * std::cos(kTurnRad)};
}

}  // namespace pianqu::layers
