#include <algorithm>
#include <array>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "geo/shape/segment.hpp"
#include "layers/sample/workshop.hpp"

namespace pianqu::layers {
namespace {

constexpr std::size_t kLeftOut = static_cast<std::size_t>(-1);
constexpr std::array kStreetTrees{"香樟", "悬铃木", "广玉兰", "栾树"};
constexpr std::array kYardTrees{"香樟", "桂花", "枇杷", "水杉", "棕榈", "石榴", "女贞", "构树"};

class Furniture {
 public:
  explicit Furniture(Workshop& shop)
      : m_shop(shop), m_illegal(5, shop.seed), m_barriers(7, shop.seed), m_greens(90, shop.seed), m_trees(10, shop.seed), m_stalls(11, shop.seed),
        m_facilities(12, shop.seed), m_terrain(13, shop.seed), m_random(shop.random(4)) {}

  void run() {
    for (const auto& site : m_shop.sites) {
      if (site.estate >= 0 || isWalled(site)) addWall(site);
      addFacility(site);
      for (std::size_t r = 0; r < site.yard.rows.size(); ++r)
        for (std::size_t p = 0; p < site.yard.rows[r].plots.size(); ++p)
          if (site.buildings[r][p] != kLeftOut) furnish(site, r, p);
    }
    addStreetTrees();
    addCommunityFacilities();
    addTerrain();
  }

 private:
  City& city() { return m_shop.city(); }
  const Parcel& parcelOf(const Site& site) const { return m_shop.town.parcels[site.parcel]; }
  bool isWalled(const Site& site) const {
    const ParcelUse use = parcelOf(site).use;
    return use == ParcelUse::School || use == ParcelUse::Factory || use == ParcelUse::Hospital || use == ParcelUse::Office;
  }

  /// The wall along the parcel, open at the gate. Old yards have several gaps where the wall is railings.
  void addWall(const Site& site) {
    const auto& ring = parcelOf(site).ring;
    const double length = geo::lengthOf(ring).value, gate = site.yard.gate ? positionAlong(ring, site.yard.gate->place) : -100;
    const bool isOld = parcelOf(site).use == ParcelUse::OldEstate;
    const double half = isOld ? 2.4 : 3.6;
    Barrier wall{m_barriers.next(), isOld ? "围墙" : m_random.chance(0.6) ? "栏杆" : "围墙", false, m_random.chance(0.4)};
    if (gate < 0) {
      wall.line.push_back(ring);
    } else {
      wall.line = openAt(ring, length, gate, half);
    }
    city().barriers.push_back(std::move(wall));
    if (gate < 0) return;
    Barrier door{m_barriers.next(), "门", true, true};
    door.line.push_back({along(ring, length, gate - half), along(ring, length, gate + half)});
    city().barriers.push_back(std::move(door));
  }

  static geo::XY along(const geo::Ring<geo::XY>& ring, double length, double t) { return geo::pointAlong(ring, t < 0 ? t + length : t > length ? t - length : t); }

  static double positionAlong(const geo::Ring<geo::XY>& ring, geo::XY p) {
    double best = 1e18, where = 0, sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const double length = geo::distance(ring[i], ring[i + 1]), t = geo::nearestShare(ring[i], ring[i + 1], p);
      const double miss = geo::distance(ring[i] + (ring[i + 1] - ring[i]) * t, p);
      if (miss < best) { best = miss; where = sum + t * length; }
      sum += length;
    }
    return where;
  }

  static geo::MultiLine<geo::XY> openAt(const geo::Ring<geo::XY>& ring, double length, double gate, double half) {
    const double start = gate + half, end = gate - half + length;  // once around
    geo::Line<geo::XY> line{along(ring, length, start)};
    double sum = 0;
    std::vector<std::pair<double, geo::XY>> corners;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      for (const double t : {sum, sum + length}) if (t > start + 0.05 && t < end - 0.05) corners.push_back({t, ring[i]});
      sum += geo::distance(ring[i], ring[i + 1]);
    }
    std::sort(corners.begin(), corners.end());
    for (const auto& [t, p] : corners) line.push_back(p);
    line.push_back(along(ring, length, end));
    return {line};
  }

  geo::Polygon<geo::XY> rectangle(const Site& site, double u0, double v0, double u1, double v1) const {
    const Frame& f = site.yard.frame;
    return {{f.toWorld({u0, v0}), f.toWorld({u1, v0}), f.toWorld({u1, v1}), f.toWorld({u0, v1}), f.toWorld({u0, v0})}, {}};
  }

  /// What is on the ground south of a building: green, stalls, lean-tos, trees. The first row has no room there.
  void furnish(const Site& site, std::size_t r, std::size_t p) {
    const Plot& plot = site.yard.rows[r].plots[p];
    const ParcelUse use = parcelOf(site).use;
    const bool isEstate = site.estate >= 0;
    const double length = plot.u1 - plot.u0;
    geo::Random random(geo::seedFor(plot.key, 31));
    if (use == ParcelUse::Lanes && plot.kind == PlotKind::House) return;
    const bool hasLeanTo = use == ParcelUse::OldEstate && random.chance(0.2);
    if (hasLeanTo) addLeanTo(site, plot, random);
    if (r == 0 || hasLeanTo) return;
    const double room = plot.v0 - site.yard.rows[r - 1].v1;
    if (isEstate && random.chance(use == ParcelUse::NewEstate ? 0.7 : 0.38)) addStalls(site, plot, room, random);
    else if (length > 9 && room > 8.5) city().greens.push_back({m_greens.next(), "宅旁绿地", random.chance(0.1), {rectangle(site, plot.u0 + 0.8, plot.v0 - 3.6, plot.u1 - 0.8, plot.v0 - 1.2)}});
    if (room < 8.5) return;
    const int trees = random.integer(0, static_cast<int>(length / 9));
    for (int i = 0; i < trees; ++i) {
      const geo::XY place = site.yard.frame.toWorld({random.uniform(plot.u0, plot.u1), plot.v0 - random.uniform(2.0, 3.4)});
      const double trunk = std::round(random.uniform(8, 46));
      city().trees.push_back({m_trees.next(), kYardTrees[static_cast<std::size_t>(random.integer(0, 7))], trunk, trunk > 44 && random.chance(0.5), place});
    }
  }

  void addLeanTo(const Site& site, const Plot& plot, geo::Random& random) {
    const double u = random.uniform(plot.u0, std::max(plot.u0, plot.u1 - 5)), depth = random.uniform(1.6, 2.4), length = random.uniform(2.4, 4.6);
    static constexpr std::array kinds{"搭建棚屋", "占用公共绿地", "阳台外扩", "围院"};
    static constexpr std::array stages{"排查", "排查", "认定", "告知"};
    IllegalStructure lean{m_illegal.next(), numbered("WJ", city().illegalStructures.size() + 1, 5)};
    lean.kind = kinds[static_cast<std::size_t>(random.integer(0, 3))];
    lean.stage = stages[static_cast<std::size_t>(random.integer(0, 3))];
    lean.shape.push_back(rectangle(site, u, plot.v0 - depth, std::min(u + length, plot.u1), plot.v0 - 0.02));
    lean.areaM2 = std::round(geo::areaOf(lean.shape).value * 10) / 10;
    city().illegalStructures.push_back(std::move(lean));
  }

  void addStalls(const Site& site, const Plot& plot, double room, geo::Random& random) {
    const bool isAcross = room > 17;
    const double width = isAcross ? 2.5 : 6.0, depth = isAcross ? 5.3 : 2.4, v = plot.v0 - 1.6;
    for (double u = plot.u0 + 1; u + width <= plot.u1 - 0.5; u += width + (isAcross ? 0.0 : 0.5)) {
      if (!isAcross && random.chance(0.25)) continue;
      city().stalls.push_back({m_stalls.next(), isAcross ? "垂直" : "平行", {rectangle(site, u, v - depth, u + width, v)}});
      if (site.estate >= 0) {
        auto& declared = city().estates[static_cast<std::size_t>(site.estate)].stalls;
        declared = declared.value_or(0) + 1;
      }
    }
  }

  void addFacility(const Site& site) {
    const Parcel& parcel = parcelOf(site);
    const std::string& community = m_shop.communityNames[static_cast<std::size_t>(parcel.community)];
    const std::string place = community.substr(0, community.size() - std::string("社区").size());
    const char *kind = nullptr, *tail = "";
    switch (parcel.use) {
      case ParcelUse::School: kind = "学校"; tail = parcel.key % 3 == 0 ? "幼儿园" : parcel.key % 3 == 1 ? "小学" : "中学"; break;
      case ParcelUse::Hospital: kind = "卫生服务"; tail = "社区卫生服务中心"; break;
      case ParcelUse::Market: kind = "便民市场"; tail = "农贸市场"; break;
      case ParcelUse::Office: kind = "行政办公"; tail = "办公楼"; break;
      case ParcelUse::Factory: kind = "工业"; tail = "工业园"; break;
      case ParcelUse::Park: kind = "公园"; tail = "游园"; break;
      case ParcelUse::OldEstate:
      case ParcelUse::NewEstate:
      case ParcelUse::Lanes:
      case ParcelUse::Plant: return;
    }
    city().facilities.push_back({m_facilities.next(), kind, place + tail, std::round(parcel.areaM2), geo::centroidOf(geo::Polygon<geo::XY>{parcel.ring, {}})});
  }

  void addCommunityFacilities() {
    static constexpr std::array<std::pair<const char*, const char*>, 4> kinds{{{"党群服务中心", "党群服务中心"}, {"公共厕所", "公厕"}, {"垃圾收集点", "垃圾分类收集站"}, {"养老服务", "居家养老服务站"}}};
    for (std::size_t i = 0; i < m_shop.town.communities.size(); ++i) {
      const auto& face = m_shop.town.communities[i];
      for (std::size_t k = 0; k < kinds.size(); ++k) {
        const geo::XY flat = face.corners[k % face.corners.size()] * 0.35 + centreOf(face) * 0.65;
        city().facilities.push_back({m_facilities.next(), kinds[k].first, m_shop.communityNames[i] + kinds[k].second, std::round(m_random.uniform(20, 420)), m_shop.town.warp(flat)});
      }
    }
  }

  void addStreetTrees() {
    for (const auto& cut : m_shop.town.cuts) {
      if (cut.kind != CutKind::Arterial && cut.kind != CutKind::Secondary && cut.kind != CutKind::Riverside) continue;
      const double riverY = m_shop.town.warp.riverFlatY(), keepOff = m_shop.town.size.riverWidthM / 2 + 24;
      const geo::XY d = (cut.to - cut.from) * (1 / std::hypot(cut.to.x - cut.from.x, cut.to.y - cut.from.y));
      for (double t = cut.roadFrom + 12; t < cut.roadTo - 12; t += m_random.uniform(11, 17)) {
        const geo::XY p = at(cut, t);
        const bool isCrossing = std::any_of(cut.junctions.begin(), cut.junctions.end(), [&](const Junction& j) { return std::abs(j.t - t) < 14; });
        if (isCrossing || (cut.kind != CutKind::Riverside && std::abs(p.y - riverY) < keepOff)) continue;
        for (const double side : {-1.0, 1.0}) {
          if (m_random.chance(0.12)) continue;
          const geo::XY place = m_shop.town.warp(p + geo::XY{-d.y, d.x} * (side * (cut.widthM / 2 + 1.4)));
          city().trees.push_back({m_trees.next(), kStreetTrees[static_cast<std::size_t>(&cut - m_shop.town.cuts.data()) % 4], std::round(m_random.uniform(14, 40)), false, place});
        }
      }
    }
  }

  void addTerrain() {
    const auto& size = m_shop.town.size;
    for (double y = size.terrainStepM / 2; y < size.heightM; y += size.terrainStepM)
      for (double x = size.terrainStepM / 2; x < size.widthM; x += size.terrainStepM) {
        const geo::XY place = m_shop.town.warp({x + m_random.uniform(-4, 4), y + m_random.uniform(-4, 4)});
        city().terrain.push_back({m_terrain.next(), std::round(groundZ(m_shop, place) * 100) / 100, place});
      }
  }

  Workshop& m_shop;
  UidMaker m_illegal, m_barriers, m_greens, m_trees, m_stalls, m_facilities, m_terrain;
  geo::Random m_random;
};

}  // namespace

void buildFurniture(Workshop& shop) { Furniture(shop).run(); }

}  // namespace pianqu::layers
