#include <algorithm>
#include <cmath>

#include "layers/sample/pipe_plan.hpp"

namespace pianqu::layers {
namespace {

/// The distance between survey points that gives the number of pipes that the size asks for.
double spacingFor(const std::vector<Network>& nets, int pipes) {
  double low = 3.5, high = 60;
  for (int step = 0; step < 40; ++step) {
    const double middle = (low + high) / 2;
    (pipeCount(nets, middle) > pipes ? low : high) = middle;
  }
  return (low + high) / 2;
}

void buildOutfalls(Workshop& shop, const PipePlan& plan) {
  UidMaker uids(17, shop.seed);
  std::size_t number = 0;
  for (const int net : {kNetHS, kNetYS, kNetWS}) {
    for (const auto& node : plan.nets[static_cast<std::size_t>(net)].nodes) {
      if (node.parent >= 0) continue;
      Outfall outfall{uids.next(), numbered("PK", ++number, 3)};
      outfall.kind = net == kNetHS ? "合流" : net == kNetYS ? "市政雨水" : "市政污水";
      outfall.receiving = net == kNetWS ? "云梅市污水处理厂" : shop.town.cuts[static_cast<std::size_t>(shop.town.river)].name;
      const PipeNode& point = shop.city().pipeNodes[node.cityNode];
      outfall.nodeUid = point.uid;
      outfall.limitZ = node.invert;
      outfall.point = point.point;
      shop.city().outfalls.push_back(std::move(outfall));
    }
  }
}

}  // namespace

void chooseYardFaults(Workshop& shop, PipePlan& plan) {
  plan.faultOfSite.assign(shop.sites.size(), YardFault::None);
  geo::Random random = shop.random(7);
  std::vector<std::pair<std::uint64_t, std::size_t>> separated, combined;
  for (std::size_t i = 0; i < shop.sites.size(); ++i) {
    const int node = plan.graph.nodeOfSite[i];
    if (node < 0 || shop.sites[i].estate < 0 || shop.sites[i].yard.rows.empty()) continue;
    const auto u = static_cast<std::size_t>(node);
    const bool isCombined = plan.isCombined[u] != 0;
    // Both street pipes must be there, whichever yard pipe is to be swapped.
    if (isCombined && plan.streetNode[kNetHS][u] >= 0) combined.push_back({random.next(), i});
    if (!isCombined && plan.streetNode[kNetWS][u] >= 0 && plan.streetNode[kNetYS][u] >= 0) separated.push_back({random.next(), i});
  }
  std::sort(separated.begin(), separated.end());
  std::sort(combined.begin(), combined.end());
  const auto wanted = static_cast<std::size_t>(shop.town.size.faultsPerKind);
  const std::size_t each = std::min(wanted, separated.size() / 6), remixed = std::min(wanted, combined.size() / 3);
  for (std::size_t i = 0; i < each; ++i) plan.faultOfSite[separated[i].second] = YardFault::SewageIntoStorm;
  for (std::size_t i = each; i < 2 * each; ++i) plan.faultOfSite[separated[i].second] = YardFault::StormIntoSewage;
  for (std::size_t i = 0; i < remixed; ++i) plan.faultOfSite[combined[i].second] = YardFault::Remixed;
}

void buildPipes(Workshop& shop) {
  PipePlan plan;
  plan.graph = roadGraph(shop);
  layStreetMains(shop, plan);
  chooseYardFaults(shop, plan);
  layYardPipes(shop, plan);
  sizePipes(plan.nets);
  survey(shop, plan.nets, spacingFor(plan.nets, shop.town.size.pipes));
  buildOutfalls(shop, plan);
  buildRisers(shop, plan);
  plantFaults(shop, plan);
}

}  // namespace pianqu::layers
