#include "layers/sample/network.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"

namespace pianqu::layers {
namespace {

double wayLength(geo::XY from, const geo::Line<geo::XY>& between, geo::XY to) {
  geo::XY last = from;
  double sum = 0;
  for (const auto& p : between) { sum += geo::distance(last, p); last = p; }
  return sum + geo::distance(last, to);
}

double diameterFor(const std::string& subclass, double load, bool isYard) {
  static constexpr double sewage[] = {200, 300, 400, 500, 600, 800, 1000, 1200}, sewageLoad[] = {30, 260, 900, 2200, 5000, 14000, 40000};
  static constexpr double storm[] = {200, 300, 400, 500, 600, 800, 1000, 1200, 1500}, stormLoad[] = {2, 14, 36, 70, 130, 300, 700, 1600};
  std::size_t i = 0;
  if (subclass == "WS") {
    while (i < std::size(sewageLoad) && load > sewageLoad[i]) ++i;
    return std::max(sewage[i], isYard ? 200.0 : 300.0);
  }
  while (i < std::size(stormLoad) && load > stormLoad[i]) ++i;
  return std::max(storm[i], isYard ? 200.0 : 400.0);
}

}  // namespace

std::vector<Network> emptyNetworks() {
  std::vector<Network> nets(kNetCount);
  auto set = [&](int net, const char* pipeClass, const char* subclass, bool isGravity, double depth, double offset) {
    nets[static_cast<std::size_t>(net)].pipeClass = pipeClass;
    nets[static_cast<std::size_t>(net)].subclass = subclass;
    nets[static_cast<std::size_t>(net)].isGravity = isGravity;
    nets[static_cast<std::size_t>(net)].depthM = depth;
    nets[static_cast<std::size_t>(net)].offset = offset;
  };
  set(kNetHS, "PS", "HS", true, 1.7, 0.05);
  set(kNetWS, "PS", "WS", true, 1.9, -0.22);
  set(kNetYS, "PS", "YS", true, 1.3, 0.24);
  set(kNetJS, "JS", "JP", false, 1.0, 0.5);
  set(kNetRQ, "RQ", "TR", false, 0.95, -0.72);
  set(kNetDL, "DL", "GD", false, 0.7, -0.9);
  set(kNetTX, "TX", "DH", false, 0.8, 0.86);
  set(kNetRL, "RL", "ZQ", false, 1.2, -0.5);
  set(kNetGY, "GY", "", false, 1.3, 0.68);
  set(kNetQT, "QT", "BM", false, 1.1, -0.06);
  return nets;
}

int addNode(std::vector<Network>& nets, int net, NetNode node, double minSlope, double groundZ) {
  auto& network = nets[static_cast<std::size_t>(net)];
  if (node.parent >= 0) {
    if (node.parentNet < 0) node.parentNet = net;
    const NetNode& parent = nets[static_cast<std::size_t>(node.parentNet)].nodes[static_cast<std::size_t>(node.parent)];
    node.lengthM = wayLength(node.place, node.between, parent.place);
    if (network.isGravity) {
      const double low = parent.invert + minSlope * node.lengthM;
      const double wanted = groundZ - (node.isYard ? 0.9 : network.depthM);
      double z = std::clamp(wanted, low, std::max(low, parent.invert + 0.08 * node.lengthM));
      if (z > groundZ - 0.5) z = std::max(parent.invert + 0.0005 * node.lengthM, groundZ - 0.5);
      node.invert = std::round(z * 1000) / 1000;
    }
  }
  if (!network.isGravity) node.invert = std::round((groundZ - network.depthM) * 1000) / 1000;
  network.nodes.push_back(std::move(node));
  return static_cast<int>(network.nodes.size()) - 1;
}

void sizePipes(std::vector<Network>& nets) {
  // Parents come before their children inside a network, and yards of one network may end in another that is listed earlier.
  for (std::size_t net = nets.size(); net-- > 0;) {
    auto& network = nets[net];
    if (!network.isGravity) continue;
    for (std::size_t i = network.nodes.size(); i-- > 0;) {
      auto& node = network.nodes[i];
      node.diameterMm = diameterFor(network.subclass, node.load, node.isYard);
      if (node.parent >= 0) nets[static_cast<std::size_t>(node.parentNet)].nodes[static_cast<std::size_t>(node.parent)].load += node.load;
    }
  }
}

std::int64_t pipeCount(const std::vector<Network>& nets, double spacingM) {
  std::int64_t count = 0;
  for (const auto& network : nets) {
    for (const auto& node : network.nodes)
      if (node.parent >= 0) count += std::max<std::int64_t>(1, std::llround(node.lengthM / spacingM));
    for (const auto& loop : network.loops)
      count += std::max<std::int64_t>(1, std::llround(wayLength(network.nodes[static_cast<std::size_t>(loop.a)].place, loop.between, network.nodes[static_cast<std::size_t>(loop.b)].place) / spacingM));
  }
  return count;
}

}  // namespace pianqu::layers
