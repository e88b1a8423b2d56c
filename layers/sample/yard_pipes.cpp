#include <algorithm>
#include <cmath>
#include <limits>

#include "layers/sample/pipe_plan.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kLeftOut = static_cast<std::size_t>(-1);

/// How far from the yard lane's middle each class runs, metres north; and along the spine, metres from the wall.
double besideLane(int net) {
  static constexpr double shift[kNetCount] = {-0.6, -0.9, 0.1, 0.6, 1.3, 1.1, 1.5, 1.9, 2.0, 2.1};
  return shift[net];
}

class Yards {
 public:
  Yards(Workshop& shop, PipePlan& plan) : m_shop(shop), m_plan(plan) {}

  void run() {
    m_plan.rootsOfSite.resize(m_shop.sites.size());
    m_plan.wells.resize(m_shop.city().buildings.size());
    for (std::size_t i = 0; i < m_shop.sites.size(); ++i) {
      Site& site = m_shop.sites[i];
      if (!site.yard.gate || site.yard.rows.empty()) continue;
      m_site = &site;
      m_index = i;
      m_roadNode = m_plan.graph.nodeOfSite[i];
      layDrains();
      for (const int net : {kNetJS, kNetRQ, kNetDL, kNetTX}) if (net != kNetRQ || hasGas()) layYard(net, net, false);
      const ParcelUse use = m_shop.town.parcels[site.parcel].use;
      if (use == ParcelUse::Factory || use == ParcelUse::NewEstate) layYard(kNetRL, kNetRL, false);
    }
  }

 private:
  const Frame& frame() const { return m_site->yard.frame; }
  const Parcel& parcel() const { return m_shop.town.parcels[m_site->parcel]; }
  bool hasGas() const { return parcel().use != ParcelUse::Lanes || geo::Random(geo::seedFor(parcel().key, 61)).chance(0.4); }
  double ground(geo::XY world) const { return groundZ(m_shop, world); }

  void layDrains() {
    const bool isCombined = m_plan.isCombined[static_cast<std::size_t>(m_roadNode)] != 0;
    m_site->isCombined = isCombined;
    auto& roots = m_plan.rootsOfSite[m_index];
    const YardFault fault = m_plan.faultOfSite[m_index];
    Estate* estate = m_site->estate >= 0 ? &m_shop.city().estates[static_cast<std::size_t>(m_site->estate)] : nullptr;
    if (isCombined && fault != YardFault::Remixed) {
      roots.combined = layYard(kNetHS, kNetHS, true);
      if (estate) estate->drainageSystem = "合流";
      return;
    }
    const int sewageStreet = fault == YardFault::Remixed ? kNetHS : fault == YardFault::SewageIntoStorm ? kNetYS : kNetWS;
    const int stormStreet = fault == YardFault::Remixed ? kNetHS : fault == YardFault::StormIntoSewage ? kNetWS : kNetYS;
    roots.sewage = layYard(kNetWS, sewageStreet, true);
    // Some old yards let the rain run over the ground.
    const bool isOld = parcel().use == ParcelUse::OldEstate || parcel().use == ParcelUse::Lanes;
    const bool hasStorm = fault != YardFault::None || !isOld || geo::Random(geo::seedFor(parcel().key, 62)).chance(0.62);
    if (hasStorm) roots.storm = layYard(kNetYS, stormStreet, false);
    if (estate) estate->drainageSystem = hasStorm ? "分流" : "不完全分流";
  }

  int add(int net, geo::XY world, int parentNet, int parent, NetKind kind, double load = 0, double diameterMm = 0) {
    NetNode n{world, parentNet, parent};
    n.kind = kind;
    n.isYard = true;
    n.load = load;
    n.diameterMm = diameterMm;
    n.year = yearOfYard();
    return addNode(m_plan.nets, net, n, net == kNetYS ? 0.003 : 0.005, ground(world));
  }

  int yearOfYard() const {
    if (m_site->estate < 0) return 1990 + static_cast<int>(parcel().key % 20);
    return m_shop.city().estates[static_cast<std::size_t>(m_site->estate)].builtFrom.value_or(1990);
  }

  double pressureDiameter(int net, int level) const {
    static constexpr double water[] = {110, 75, 40}, gas[] = {110, 90, 50}, duct[] = {300, 200, 100};
    return net == kNetJS ? water[level] : net == kNetRQ ? gas[level] : net == kNetRL ? 150 - 25 * level : duct[level];
  }
  double diameter(int net, int level) const { return m_plan.nets[static_cast<std::size_t>(net)].isGravity ? 0 : pressureDiameter(net, level); }

  /// From the street through the gate along the spine, a branch along each row, laterals to the buildings.
  /// returns the first point behind the street, -1 when the street has no such pipe
  int layYard(int net, int streetNet, bool isSewage) {
    const int street = m_plan.streetNode[static_cast<std::size_t>(streetNet)][static_cast<std::size_t>(m_roadNode)];
    if (street < 0) return -1;
    const bool isGravity = m_plan.nets[static_cast<std::size_t>(net)].isGravity;
    const geo::XY inside = m_site->yard.gate->inside;
    const double side = 0.42 * net;
    const int root = add(net, frame().toWorld({inside.x + side, inside.y}), streetNet, street, isGravity ? NetKind::Well : NetKind::Valve, 0.2, diameter(net, 0));
    std::vector<std::size_t> order(m_site->yard.rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::abs(m_site->yard.rows[a].serviceV - inside.y) < std::abs(m_site->yard.rows[b].serviceV - inside.y);
    });
    int below = root, above = root;
    for (const std::size_t r : order) {
      const YardRow& row = m_site->yard.rows[r];
      if (!isUsed(r)) continue;
      const double v = row.serviceV + besideLane(net) * std::min(1.0, (row.serviceV - row.v1) / 4);
      int& spine = row.serviceV < inside.y ? below : above;
      spine = add(net, frame().toWorld({row.left + 1.1 + side, v}), net, spine, isGravity ? NetKind::Well : NetKind::Junction, 0.2, diameter(net, 0));
      layRow(net, r, v, spine, isSewage);
    }
    return root;
  }

  bool isUsed(std::size_t r) const {
    return std::any_of(m_site->buildings[r].begin(), m_site->buildings[r].end(), [](std::size_t b) { return b != kLeftOut; });
  }

  void layRow(int net, std::size_t r, double v, int spine, bool isSewage) {
    const YardRow& row = m_site->yard.rows[r];
    int branch = spine;
    for (std::size_t p = 0; p < row.plots.size(); ++p) {
      const std::size_t building = m_site->buildings[r][p];
      if (building == kLeftOut) continue;
      branch = layBuilding(net, row.plots[p], building, v, branch, isSewage);
    }
  }

  /// Metres from the stair's middle to where a class enters. Gas goes to the kitchens beside the stair; in some houses it climbs at the stair itself.
  static double besideStair(int net, std::size_t building) {
    const bool isAtStair = net != kNetRQ || geo::Random(geo::seedFor(building, 63)).chance(0.25);
    return isAtStair ? 0.25 * net : 4.2;
  }

  int layBuilding(int net, const Plot& plot, std::size_t building, double v, int branch, bool isSewage) {
    const bool isGravity = m_plan.nets[static_cast<std::size_t>(net)].isGravity;
    const bool isPerUnit = !plot.stairs.empty() && net != kNetDL && net != kNetTX && net != kNetYS && net != kNetRL;
    std::vector<double> leads;
    if (isPerUnit) for (const auto& stair : plot.stairs) leads.push_back(stair.u);
    else leads.push_back(plot.u0 + 0.35 * (plot.u1 - plot.u0));
    const double households = m_shop.city().buildings[building].households.value_or(0);
    const double load = isSewage && net == kNetWS ? std::max(1.0, households / static_cast<double>(leads.size())) : 0.8;
    auto& wells = m_plan.wells[building];
    for (const double u : leads) {
      const double at = std::min(u + besideStair(net, building), plot.u1 - 0.6);
      const geo::XY well = frame().toWorld({at, v}), wall = frame().toWorld({at, plot.v1 + 0.05});
      branch = add(net, well, net, branch, isGravity ? NetKind::Well : NetKind::Junction, 0.1, diameter(net, 1));
      if (net == kNetYS || (net == kNetHS && leads.size() == 1)) add(net, frame().toWorld({u - 2.2, v + 0.5}), net, branch, NetKind::Gully, load, 0);
      if (net != kNetYS) add(net, wall, net, branch, net == kNetDL || net == kNetTX ? NetKind::Box : NetKind::Outlet, load, diameter(net, 2));
      if (isSewage && wells.sewage < 0) { wells.sewageNet = net; wells.sewage = branch; }
      if (net == kNetYS && wells.storm < 0) wells.storm = branch;
    }
    if (net == kNetYS && plot.u1 - plot.u0 > 18) {
      const double u = plot.u0 + 0.8 * (plot.u1 - plot.u0);
      branch = add(net, frame().toWorld({u, v}), net, branch, NetKind::Well, 0.1);
      add(net, frame().toWorld({u + 1.5, v + 0.5}), net, branch, NetKind::Gully, load);
    }
    if (isSewage && isGravity && households >= 12 && !m_plan.nets[static_cast<std::size_t>(net)].nodes.empty())
      m_plan.nets[static_cast<std::size_t>(net)].nodes[static_cast<std::size_t>(branch)].kind = NetKind::Septic;
    return branch;
  }

  Workshop& m_shop;
  PipePlan& m_plan;
  Site* m_site = nullptr;
  std::size_t m_index = 0;
  int m_roadNode = -1;
};

}  // namespace

void layYardPipes(Workshop& shop, PipePlan& plan) { Yards(shop, plan).run(); }

}  // namespace pianqu::layers
