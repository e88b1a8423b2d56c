#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "layers/sample/names.hpp"
#include "layers/sample/workshop.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kLeftOut = static_cast<std::size_t>(-1);

bool isEstateUse(ParcelUse use) { return use == ParcelUse::OldEstate || use == ParcelUse::NewEstate; }
bool isHome(PlotKind kind) { return kind == PlotKind::Slab || kind == PlotKind::Tower || kind == PlotKind::House || kind == PlotKind::Apartment; }

/// 0..1 from a key, for one question about a building.
double draw(std::uint64_t key, std::uint64_t question) { return geo::Random(geo::seedFor(key, question)).uniform(); }

int storeysOf(const Plot& plot, double bias) {
  const double r = std::pow(draw(plot.key, 1), bias);
  switch (plot.kind) {
    case PlotKind::Slab: return 3 + static_cast<int>(std::lround(4 * r));
    case PlotKind::Tower: return 11 + static_cast<int>(std::lround(17 * r));
    case PlotKind::Apartment: return 3 + static_cast<int>(std::lround(3 * r));
    case PlotKind::House: return 1 + static_cast<int>(std::lround(3 * draw(plot.key, 2)));
    case PlotKind::School: return 3 + static_cast<int>(std::lround(2 * r));
    case PlotKind::Office: return 3 + static_cast<int>(std::lround(5 * r));
    case PlotKind::Shop: return 2;
    case PlotKind::Hall:
    case PlotKind::Shed: break;
  }
  return 1;
}

int perFloorOf(const Plot& plot) {
  if (plot.kind == PlotKind::Tower) return 4;
  return plot.kind == PlotKind::Slab && draw(plot.key, 3) < 0.14 ? 3 : 2;
}

int householdsOf(const Plot& plot, double bias) {
  if (!isHome(plot.kind)) return 0;
  const int floors = storeysOf(plot, bias);
  if (plot.kind == PlotKind::House) return 1 + static_cast<int>(std::floor(std::min(4, floors + 1) * std::pow(draw(plot.key, 4), bias)));
  return static_cast<int>(plot.stairs.size()) * floors * perFloorOf(plot);
}

class Houses {
 public:
  explicit Houses(Workshop& shop) : m_shop(shop), m_names(shop.seed + 1), m_estateUids(1, shop.seed), m_buildingUids(2, shop.seed), m_entranceUids(3, shop.seed) {}

  void run() {
    for (std::size_t i = 0; i < m_shop.town.parcels.size(); ++i) {
      m_shop.sites.push_back({i, fillParcel(m_shop.town, m_shop.town.parcels[i])});
    }
    chooseHouses();
    m_bias = householdBias();
    for (auto& site : m_shop.sites) build(site);
  }

 private:
  const Parcel& parcelOf(const Site& site) const { return m_shop.town.parcels[site.parcel]; }

  template <class F>
  void eachPlot(F f) {
    for (auto& site : m_shop.sites)
      for (std::size_t r = 0; r < site.yard.rows.size(); ++r)
        for (std::size_t p = 0; p < site.yard.rows[r].plots.size(); ++p) f(site, site.yard.rows[r].plots[p]);
  }

  /// Leaves out as many houses in the lanes as there are too many buildings, by their keys.
  void chooseHouses() {
    std::size_t fixed = 0;
    std::vector<std::uint64_t> keys;
    eachPlot([&](Site& site, Plot& plot) {
      if (parcelOf(site).use == ParcelUse::Lanes) keys.push_back(plot.key);
      else ++fixed;
    });
    const auto wanted = static_cast<std::size_t>(m_shop.town.size.buildings);
    const std::size_t room = wanted > fixed ? wanted - fixed : 0;
    m_lastKey = ~std::uint64_t{0};
    if (room >= keys.size()) return;
    std::sort(keys.begin(), keys.end());
    m_lastKey = room == 0 ? 0 : keys[room - 1];
  }

  bool isLeftOut(const Site& site, const Plot& plot) const { return parcelOf(site).use == ParcelUse::Lanes && plot.key > m_lastKey; }

  /// Exponent on the random numbers of storeys that brings the households to the size's number.
  double householdBias() {
    double low = 0.05, high = 12;
    for (int step = 0; step < 40; ++step) {
      const double bias = std::sqrt(low * high);
      std::int64_t sum = 0;
      eachPlot([&](Site& site, Plot& plot) { if (!isLeftOut(site, plot)) sum += householdsOf(plot, bias); });
      (sum > m_shop.town.size.households ? low : high) = bias;
      if (m_shop.town.size.households == 0) return 1;
    }
    return std::sqrt(low * high);
  }

  void build(Site& site) {
    const Parcel& parcel = parcelOf(site);
    const std::size_t first = m_shop.city().buildings.size();
    if (isEstateUse(parcel.use) && m_shop.town.size.estates > 0) addEstate(site);
    int number = 0;
    for (const auto& row : site.yard.rows) {
      auto& list = site.buildings.emplace_back();
      for (const auto& plot : row.plots) {
        list.push_back(isLeftOut(site, plot) ? kLeftOut : m_shop.city().buildings.size());
        if (list.back() != kLeftOut) addBuilding(site, plot, ++number);
      }
    }
    if (site.estate >= 0) declare(m_shop.city().estates[static_cast<std::size_t>(site.estate)], first);
    if (!m_shop.town.size.hasNetworks) site.yard = {};
  }

  void addEstate(Site& site) {
    const Parcel& parcel = parcelOf(site);
    const auto community = static_cast<std::size_t>(parcel.community);
    geo::Random random(geo::seedFor(parcel.key, 11));
    site.estate = static_cast<int>(m_shop.city().estates.size());
    Estate estate{m_estateUids.next(), m_shop.communityCodes[community] + numbered("", ++m_estatesIn[community], 4)};
    const bool isNew = parcel.use == ParcelUse::NewEstate;
    std::string formerOwner;
    estate.name = m_names.estate(m_shop.communityNames[community], isNew, formerOwner);
    estate.formerOwner = formerOwner;
    estate.builtFrom = isNew ? random.integer(2002, 2019) : random.integer(1974, 1998);
    estate.builtTo = isNew ? *estate.builtFrom + random.integer(0, 3) : std::min(2000, *estate.builtFrom + random.integer(0, 5));
    const double r = random.uniform();
    estate.tenure = isNew ? "商品房" : !estate.formerOwner.empty() ? (r < 0.62 ? "房改房" : r < 0.86 ? "单位自管房" : "集资房") : (r < 0.4 ? "商品房" : r < 0.8 ? "房改房" : "直管公房");
    const double m = random.uniform();
    estate.propertyMode = isNew ? "专业物业" : m < 0.12 ? "专业物业" : m < 0.42 ? "社区托管" : m < 0.6 ? "业主自治" : m < 0.72 ? "单位管理" : "无";
    estate.redlineStatus = isNew ? "确权" : random.chance(0.3) ? "确权" : random.chance(0.6) ? "勘定" : "推定";
    estate.drainageSystem = isNew ? "分流" : "合流";
    estate.street = m_shop.streetNames[static_cast<std::size_t>(parcel.street)];
    estate.community = m_shop.communityNames[community];
    estate.hasPartyBranch = random.chance(isNew ? 0.6 : 0.3);
    estate.hasSecurity = random.chance(isNew ? 0.95 : 0.25);
    estate.hasSportSite = random.chance(isNew ? 0.8 : 0.18);
    estate.shape.push_back({parcel.ring, {}});
    m_shop.city().estates.push_back(std::move(estate));
  }

  /// The ledger's own sums for an estate, as a housing bureau would have typed them.
  void declare(Estate& estate, std::size_t first) {
    const auto& all = m_shop.city().buildings;
    int households = 0;
    for (std::size_t i = first; i < all.size(); ++i) households += all[i].households.value_or(0);
    estate.households = households;
    estate.buildings = static_cast<int>(all.size() - first);
  }

  void addBuilding(Site& site, const Plot& plot, int number) {
    const Parcel& parcel = parcelOf(site);
    geo::Random random(geo::seedFor(plot.key, 12));
    Building b{m_buildingUids.next()};
    b.code = m_shop.communityCodes[static_cast<std::size_t>(parcel.community)] + "-" + numbered("", m_shop.city().buildings.size() + 1, 7);
    b.shape.push_back({plot.ring, {}});
    b.floors = storeysOf(plot, m_bias);
    if (m_shop.town.size.hasNetworks) {
      describe(site, plot, number, b, random);
      addEntrances(site, plot, b);
    }
    m_shop.city().buildings.push_back(std::move(b));
  }

  void describe(const Site& site, const Plot& plot, int number, Building& b, geo::Random& random) {
    const Parcel& parcel = parcelOf(site);
    const Estate* estate = site.estate >= 0 ? &m_shop.city().estates[static_cast<std::size_t>(site.estate)] : nullptr;
    const double footprint = geo::areaOf(b.shape).value;
    if (estate) b.estateUid = estate->uid;
    b.number = std::to_string(number) + (estate ? "栋" : "号");
    b.address = site.yard.gate ? m_shop.town.cuts[static_cast<std::size_t>(site.yard.gate->cut)].name + std::to_string(1 + parcel.key % 260) + "号" : "";
    b.built = estate ? random.integer(*estate->builtFrom, *estate->builtTo) : plot.kind == PlotKind::House ? random.integer(1958, 2004) : random.integer(1972, 2008);
    b.floorsBelow = plot.kind == PlotKind::Tower ? random.integer(1, 2) : 0;
    b.entrances = static_cast<int>(plot.stairs.size());
    b.households = householdsOf(plot, m_bias);
    b.heightM = std::round((*b.floors * (isHome(plot.kind) ? 2.9 : 3.6) + 0.6) * 10) / 10;
    b.roofAreaM2 = std::round(footprint * 10) / 10;
    b.floorAreaM2 = std::round(footprint * *b.floors * 10) / 10;
    b.facadeAreaM2 = std::round(geo::perimeterOf(b.shape).value * *b.heightM * 0.72 * 10) / 10;
    const bool isShopBelow = (plot.kind == PlotKind::House || plot.kind == PlotKind::Slab) && random.chance(plot.kind == PlotKind::House ? 0.22 : 0.08);
    b.use = useOf(plot.kind, isShopBelow);
    b.structure = structureOf(plot.kind, *b.built, isShopBelow, random);
    b.tenure = estate ? (random.chance(0.85) ? estate->tenure : "商品房") : plot.kind == PlotKind::House ? (random.chance(0.72) ? "其他" : "直管公房")
               : plot.kind == PlotKind::Apartment ? (random.chance(0.6) ? "房改房" : "单位自管房") : "其他";
    b.safety = safetyOf(*b.built, random);
    const int age = 2020 - *b.built;
    b.isRoofLeaking = random.chance(std::clamp(age * 0.014, 0.0, 0.6));
    b.isFacadeLoose = random.chance(std::clamp(age * 0.006, 0.0, 0.3));
    b.isInsulated = *b.built >= 2008;
    b.isHeritage = plot.kind == PlotKind::House && *b.built < 1964 && random.chance(0.06);
  }

  static std::string useOf(PlotKind kind, bool isShopBelow) {
    if (isHome(kind)) return isShopBelow ? "底商住" : "住宅";
    return kind == PlotKind::Hall || kind == PlotKind::Shop ? "商业" : kind == PlotKind::Shed ? "工业" : "公建";
  }

  static std::string structureOf(PlotKind kind, int built, bool isShopBelow, geo::Random& random) {
    if (kind == PlotKind::Tower) return "剪力墙";
    if (kind == PlotKind::House && built < 1978) return random.chance(0.7) ? "砖木" : "砖混";
    if (isShopBelow) return "底框";
    if (kind == PlotKind::Shed || kind == PlotKind::Hall || built > 2004) return "框架";
    return "砖混";
  }

  static std::string safetyOf(int built, geo::Random& random) {
    if (built > 2000) return random.chance(0.3) ? "A" : "未鉴定";
    const double r = random.uniform(), age = (2001 - built) / 43.0;
    if (r < 0.012 + 0.05 * age) return "D";
    if (r < 0.04 + 0.2 * age) return "C";
    return r < 0.5 ? "B" : r < 0.62 ? "A" : "未鉴定";
  }

  void addEntrances(const Site& site, const Plot& plot, const Building& b) {
    for (std::size_t i = 0; i < plot.stairs.size(); ++i) {
      const std::size_t fromWest = site.yard.frame.mirror > 0 ? i : plot.stairs.size() - 1 - i;
      const Stair& stair = plot.stairs[fromWest];
      Entrance e{m_entranceUids.next(), b.code + "-" + std::to_string(i + 1), std::to_string(i + 1) + "单元", b.uid};
      e.floors = b.floors;
      e.perFloor = perFloorOf(plot);
      e.groundUse = b.use == "底商住" ? "商铺" : "住宅";
      e.access = plot.kind == PlotKind::Tower ? "平层" : draw(plot.key, 20 + i) < 0.86 ? "错层" : "外廊";
      e.liftStatus = plot.kind == PlotKind::Tower ? "已装" : *b.floors >= 4 && draw(plot.key, 40 + i) < 0.04 ? "意向" : "";
      e.door = site.yard.frame.toWorld({stair.u, stair.v});
      e.facade = {site.yard.frame.toWorld({stair.u - stair.halfWidth, stair.v}), site.yard.frame.toWorld({stair.u + stair.halfWidth, stair.v})};
      m_shop.city().entrances.push_back(std::move(e));
    }
  }

  Workshop& m_shop;
  PlaceNames m_names;
  UidMaker m_estateUids, m_buildingUids, m_entranceUids;
  std::unordered_map<std::size_t, std::size_t> m_estatesIn;
  std::uint64_t m_lastKey = 0;
  double m_bias = 1;
};

}  // namespace

void buildHouses(Workshop& shop) { Houses(shop).run(); }

}  // namespace pianqu::layers
