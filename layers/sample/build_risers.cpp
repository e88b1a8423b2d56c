#include <algorithm>
#include <cmath>

#include "layers/sample/fault_log.hpp"
#include "layers/sample/pipe_plan.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kLeftOut = static_cast<std::size_t>(-1);

class Risers {
 public:
  Risers(Workshop& shop, PipePlan& plan) : m_shop(shop), m_plan(plan), m_log(shop.sample.truth), m_uids(16, shop.seed), m_random(shop.random(8)) {}

  void run() {
    for (std::size_t i = 0; i < m_shop.sites.size(); ++i) {
      const Site& site = m_shop.sites[i];
      for (std::size_t r = 0; r < site.buildings.size(); ++r)
        for (std::size_t p = 0; p < site.buildings[r].size(); ++p)
          if (site.buildings[r][p] != kLeftOut && !site.yard.rows[r].plots[p].stairs.empty()) addBuilding(site, i, site.yard.rows[r].plots[p], site.buildings[r][p]);
    }
  }

 private:
  const NetNode* well(int net, int node) const { return net < 0 || node < 0 ? nullptr : &m_plan.nets[static_cast<std::size_t>(net)].nodes[static_cast<std::size_t>(node)]; }

  void addBuilding(const Site& site, std::size_t index, const Plot& plot, std::size_t building) {
    const auto& wells = m_plan.wells[building];
    const NetNode* sewage = well(wells.sewageNet, wells.sewage);
    const NetNode* storm = well(kNetYS, wells.storm);
    if (wells.sewageNet == kNetHS) storm = sewage;  // a combined yard takes everything
    const bool isHealthy = wells.sewageNet == kNetWS && well(kNetYS, wells.storm) && m_plan.faultOfSite[index] == YardFault::None;
    const int wanted = m_shop.town.size.faultsPerKind;
    const bool isM4 = isHealthy && m_count4 < wanted && m_random.chance(0.3), isM5 = isHealthy && !isM4 && m_count5 < wanted && m_random.chance(0.3);
    const std::size_t units = plot.stairs.size();
    for (std::size_t k = 0; k < units; ++k) {
      const double u = plot.stairs[k].u, south = plot.v0 - 0.1;
      add(site, building, {u + 2.4, plot.v1 + 0.1}, "污水", "厨房", 110, sewage);
      if (isM4 && k == 0) plantM4(building, m_shop.city().risers.back(), well(kNetYS, wells.storm));
      add(site, building, {u - 2.4, plot.v1 + 0.1}, "污水", "卫生间", 110, sewage);
      addBalcony(site, building, {u + 0.2 * (plot.u1 - plot.u0) / static_cast<double>(units), south}, storm);
    }
    add(site, building, {plot.u1 - 0.4, plot.v0 - 0.1}, "雨水", "雨水", 110, storm);
    if (isM5) plantM5(building, m_shop.city().risers.back(), sewage);
  }

  /// South balconies: rain pipes that washing machines were connected to over the years.
  void addBalcony(const Site& site, std::size_t building, geo::XY local, const NetNode* storm) {
    const Building& b = m_shop.city().buildings[building];
    const bool isMixed = b.built.value_or(2000) < 2001 && m_random.chance(0.45);
    add(site, building, local, isMixed ? "合流" : "雨水", isMixed ? "洗衣机、雨水" : m_random.chance(0.4) ? "空调" : "地漏", 75, storm);
    if (isMixed) m_shop.city().risers.back().isMixed = true;
  }

  void add(const Site& site, std::size_t building, geo::XY local, const char* category, const char* source, double diameterMm, const NetNode* to) {
    const Building& b = m_shop.city().buildings[building];
    Riser riser{m_uids.next(), numbered("LG", m_shop.city().risers.size() + 1, 7), b.uid};
    riser.category = category;
    riser.source = source;
    riser.material = b.built.value_or(2000) < 1995 && m_random.chance(0.5) ? "ZT" : "PVC";
    riser.diameterMm = diameterMm;
    riser.isMixed = false;
    riser.isSpilling = to == nullptr;
    riser.point = site.yard.frame.toWorld(local);
    if (to) {
      riser.toNodeUid = m_shop.city().pipeNodes[to->cityNode].uid;
      riser.invertZ = std::round((to->invert + 0.25) * 1000) / 1000;
    }
    m_shop.city().risers.push_back(std::move(riser));
  }

  void plantM4(std::size_t building, Riser& riser, const NetNode* storm) {
    riser.toNodeUid = m_shop.city().pipeNodes[storm->cityNode].uid;
    auto& fault = m_log.add("M4", riser.point, m_shop.city().buildings[building].code + " 污水立管接入雨水井");
    fault.riser = riser.code;
    fault.nodes = {m_shop.city().pipeNodes[storm->cityNode].code};
    ++m_count4;
  }

  void plantM5(std::size_t building, Riser& riser, const NetNode* sewage) {
    riser.toNodeUid = m_shop.city().pipeNodes[sewage->cityNode].uid;
    auto& fault = m_log.add("M5", riser.point, m_shop.city().buildings[building].code + " 屋面雨水立管接入污水井");
    fault.riser = riser.code;
    fault.nodes = {m_shop.city().pipeNodes[sewage->cityNode].code};
    ++m_count5;
  }

  Workshop& m_shop;
  PipePlan& m_plan;
  FaultLog m_log;
  UidMaker m_uids;
  geo::Random m_random;
  int m_count4 = 0, m_count5 = 0;
};

}  // namespace

void buildRisers(Workshop& shop, PipePlan& plan) { Risers(shop, plan).run(); }

void buildConsents(Workshop& shop) {
  UidMaker uids(4, shop.seed);
  geo::Random random = shop.random(10);
  for (const auto& entrance : shop.city().entrances) {
    if (entrance.floors.value_or(0) < 4 || entrance.liftStatus == "已装" || !random.chance(0.3)) continue;
    Consent consent{uids.next(), entrance.uid, "加装电梯"};
    const int owners = *entrance.floors * entrance.perFloor.value_or(2);
    const double each = std::round(random.uniform(62, 108) * 10) / 10;
    const int attended = random.integer(owners / 2, owners), agreed = random.integer(attended * 5 / 10, attended);
    consent.totalOwners = owners;
    consent.attendedOwners = attended;
    consent.agreedOwners = agreed;
    consent.totalAreaM2 = std::round(each * owners * 100) / 100;
    consent.attendedAreaM2 = std::round(each * attended * random.uniform(0.97, 1.0) * 100) / 100;
    consent.agreedAreaM2 = std::round(each * std::min<double>(agreed, attended * 0.97) * random.uniform(0.95, 1.0) * 100) / 100;
    shop.city().consents.push_back(std::move(consent));
  }
}

}  // namespace pianqu::layers
