#include "layers/sample/town_plan.hpp"

#include <algorithm>
#include <cmath>

#include "layers/sample/faces.hpp"
#include "layers/sample/names.hpp"
#include "layers/sample/parcels.hpp"

namespace pianqu::layers {
namespace {

struct RoadWidth { CutKind kind; double widthM, clearM; };

/// A line over the whole town, at `share` of its width (vertical) or height.
Cut globalCut(const SizePlan& size, CutKind kind, bool isVertical, double share, double slant) {
  Cut cut{kind};
  if (isVertical) {
    cut.from = {size.widthM * share - slant, 0};
    cut.to = {size.widthM * share + slant, size.heightM};
  } else {
    cut.from = {0, size.heightM * share - slant};
    cut.to = {size.widthM, size.heightM * share + slant};
  }
  return cut;
}

class Planner {
 public:
  Planner(SampleSize size, std::uint64_t seed) : m_random(geo::seedFor(seed, 2)), m_names(seed) {
    m_town.size = sizePlan(size);
    m_town.warp = Warp(m_town.size, seed);
    m_seed = seed;
  }

  TownPlan run() {
    startWithEdges();
    addStreetLines();
    for (std::size_t i = 0; i < m_faces.size(); ++i) {
      m_faces[i].street = static_cast<int>(i);
      m_town.streets.push_back(m_faces[i]);
    }
    addArterials();
    addBanks();
    for (const auto& face : m_faces) divide(face, 0);
    finish();
    return std::move(m_town);
  }

 private:
  const SizePlan& size() const { return m_town.size; }

  void startWithEdges() {
    const double w = size().widthM, h = size().heightM;
    const geo::XY p[4] = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    Face all;
    for (int i = 0; i < 4; ++i) {
      Cut edge{CutKind::Edge, p[i], p[(i + 1) % 4]};
      edge.clearM = 6;
      m_town.cuts.push_back(edge);
      all.corners.push_back(p[i]);
      all.edge.push_back(i);
    }
    m_faces = {all};
  }

  /// Cuts every face that the line crosses.
  int addGlobal(Cut cut) {
    const int number = static_cast<int>(m_town.cuts.size());
    m_town.cuts.push_back(std::move(cut));
    std::vector<Face> next;
    for (const auto& face : m_faces) {
      auto two = split(m_town.cuts, face, {m_town.cuts[number].from, m_town.cuts[number].to}, number);
      if (!two) { next.push_back(face); continue; }
      registerEnds(face, two->first, number);
      next.push_back(std::move(two->first));
      next.push_back(std::move(two->second));
    }
    m_faces = std::move(next);
    Cut& made = m_town.cuts[number];
    made.roadTo = std::hypot(made.to.x - made.from.x, made.to.y - made.from.y);
    return number;
  }

  /// Corners and road junctions where the new cut meets the edges of the face that it divides.
  void registerEnds(const Face& /*whole*/, const Face& half, int number) {
    const std::size_t n = half.corners.size();
    for (std::size_t i = 0; i < n; ++i) {
      if (half.edge[i] != number) continue;
      for (const int other : {half.edge[(i + n - 1) % n], half.edge[(i + 1) % n]}) {
        if (other < 0 || other == number) continue;
        addCorner(m_town.cuts, number, other);
        if (isRoad(m_town.cuts[number].kind) && isRoad(m_town.cuts[other].kind)) addJunction(m_town.cuts, number, other, meet(m_town.cuts, number, other));
      }
    }
  }

  void addStreetLines() {
    Cut river = globalCut(size(), CutKind::River, false, 0, 0);
    river.from.y = river.to.y = m_town.warp.riverFlatY();
    river.widthM = size().riverWidthM;
    river.clearM = (river.widthM / 2 + 10 + 14 + 3) * 1.12;
    river.name = "云溪河";
    m_town.river = addGlobal(river);
    for (int i = 1; i < size().streetColumns; ++i) {
      const double share = static_cast<double>(i) / size().streetColumns + m_random.uniform(-0.03, 0.03);
      addMainRoad(true, share);
    }
    if (size().hasNorthRow) addMainRoad(false, 0.66);
  }

  void addMainRoad(bool isVertical, double share) {
    Cut road = globalCut(size(), CutKind::Arterial, isVertical, share, m_random.uniform(-0.12, 0.12) * size().arterialSpacingM);
    road.widthM = m_random.chance(0.4) ? 30 : 24;
    road.clearM = (road.widthM / 2 + 5) * 1.1;
    road.name = m_names.mainRoad(isVertical);
    addGlobal(road);
  }

  /// The railway and the arterial roads between the sub-district lines, at uneven distances.
  void addArterials() {
    Cut rail = globalCut(size(), CutKind::Railway, true, 0.86, 0.12 * size().arterialSpacingM);
    rail.widthM = 10;
    rail.clearM = 19;
    rail.name = "云梅铁路";
    addGlobal(rail);
    for (const bool isVertical : {true, false}) {
      const double extent = isVertical ? size().widthM : size().heightM;
      const int count = static_cast<int>(extent / size().arterialSpacingM) ;
      for (int i = 1; i <= count; ++i) {
        const double share = (i - 0.5 + m_random.uniform(-0.16, 0.16)) / count;
        if (isFree(isVertical, share * extent)) addMainRoad(isVertical, share);
      }
    }
  }

  /// No second arterial beside a line that is there.
  bool isFree(bool isVertical, double position) const {
    for (const auto& cut : m_town.cuts) {
      const bool isCutVertical = std::abs(cut.to.y - cut.from.y) > std::abs(cut.to.x - cut.from.x);
      if (isCutVertical != isVertical) continue;
      const double middle = isVertical ? (cut.from.x + cut.to.x) / 2 : (cut.from.y + cut.to.y) / 2;
      const double room = cut.kind == CutKind::Edge ? 0.2 : 0.38;
      if (std::abs(middle - position) < room * size().arterialSpacingM) return false;
    }
    return true;
  }

  /// The riverside roads follow the banks; they are not part of the partition, so that communities reach the middle of the river.
  void addBanks() {
    for (const double side : {-1.0, 1.0}) {
      Cut bank = globalCut(size(), CutKind::Riverside, false, 0, 0);
      bank.from.y = bank.to.y = m_town.warp.riverFlatY() + side * (size().riverWidthM / 2 + 10 + 7);
      bank.widthM = 12;
      bank.name = side < 0 ? "滨河南路" : "滨河北路";
      bank.roadTo = size().widthM;
      const int number = static_cast<int>(m_town.cuts.size());
      (side < 0 ? m_town.southBank : m_town.northBank) = number;
      m_town.cuts.push_back(bank);
      for (int other = 0; other < number; ++other)
        if (m_town.cuts[other].kind == CutKind::Arterial && crosses(m_town.cuts[other])) addJunction(m_town.cuts, number, other, meet(m_town.cuts, number, other));
    }
  }

  bool crosses(const Cut& road) const {
    const double y = m_town.warp.riverFlatY();
    return (road.from.y < y) != (road.to.y < y);
  }

  RoadWidth roadFor(double areaM2) {
    const double ha = areaM2 / 1e4;
    if (ha > 34) return {CutKind::Secondary, 18, (9 + 4) * 1.12};
    if (ha > 9) return {CutKind::Branch, m_random.chance(0.5) ? 12.0 : 9.0, (6 + 2.5) * 1.12};
    const double width = std::round(m_random.uniform(3.2, 6.4) * 2) / 2;
    return {CutKind::Lane, width, (width / 2 + 1.0) * 1.2};
  }

  void divide(Face face, int depth) {
    const double area = areaOf(face);
    if (face.community < 0 && area < size().communityHa * 1e4) {
      face.community = static_cast<int>(m_town.communities.size());
      m_town.communities.push_back(face);
      m_town.streetOfCommunity.push_back(face.street);
    }
    const double block = size().estateHa * 1e4 * m_random.uniform(1.5, 3.4);
    const bool isBlock = face.community >= 0 && area < block;
    if (isBlock || depth > 40 || !divideByRoad(face, area, depth)) makeParcels(m_town, face, m_seed);
  }

  bool divideByRoad(const Face& face, double area, int depth) {
    const RoadWidth width = roadFor(area);
    for (int attempt = 0; attempt < 4; ++attempt) {
      const Line2 line = crossLine(face, m_random.uniform(0.39, 0.61), m_random.uniform(-0.13, 0.13));
      const int number = static_cast<int>(m_town.cuts.size());
      Cut road{width.kind};
      road.widthM = width.widthM;
      road.clearM = width.clearM;
      road.from = line.a;
      road.to = line.b;
      m_town.cuts.push_back(road);
      auto two = split(m_town.cuts, face, line, number);
      if (!two || hasShortEdge(two->first) || hasShortEdge(two->second)) { m_town.cuts.pop_back(); continue; }
      buildRoad(face, two->first, number);
      divide(std::move(two->first), depth + 1);
      divide(std::move(two->second), depth + 1);
      return true;
    }
    return false;
  }

  static bool hasShortEdge(const Face& face) {
    const std::size_t n = face.corners.size();
    for (std::size_t i = 0; i < n; ++i) {
      const geo::XY d = face.corners[(i + 1) % n] - face.corners[i];
      if (std::hypot(d.x, d.y) < 14) return true;
    }
    return false;
  }

  /// Gives the road its ends: on the roads it meets, at the riverside road instead of the river, short of railway and town edge.
  void buildRoad(const Face& face, const Face& half, int number) {
    const std::size_t n = half.corners.size();
    std::size_t at = 0;
    while (half.edge[at] != number) ++at;
    const geo::XY ends[2] = {half.corners[at], half.corners[(at + 1) % n]};
    const int others[2] = {half.edge[(at + n - 1) % n], half.edge[(at + 1) % n]};
    registerEnds(face, half, number);
    Cut& road = m_town.cuts[number];
    // The line's own parametrisation must not move: corners were computed from it.
    road.name = road.kind == CutKind::Lane ? m_names.lane() : m_names.road();
    double t[2];
    for (int k = 0; k < 2; ++k) t[k] = roadEnd(number, ends[k], ends[1 - k], others[k]);
    m_town.cuts[number].roadFrom = std::min(t[0], t[1]);
    m_town.cuts[number].roadTo = std::max(t[0], t[1]);
  }

  double roadEnd(int number, geo::XY end, geo::XY otherEnd, int other) {
    auto& cuts = m_town.cuts;
    const CutKind kind = cuts[other].kind;
    if (kind == CutKind::River) {
      const int bank = otherEnd.y < m_town.warp.riverFlatY() ? m_town.southBank : m_town.northBank;
      const geo::XY p = meet(cuts, number, bank);
      addJunction(cuts, number, bank, p);
      return positionOn(cuts[number], p);
    }
    const double t = positionOn(cuts[number], end), back = positionOn(cuts[number], otherEnd) - t;
    if (kind == CutKind::Railway) return t + std::copysign(std::min(cuts[other].clearM, std::abs(back) / 2), back);
    return t;
  }

  void finish() {
    for (auto& cut : m_town.cuts) refine(cut);
    assignUses(m_town, m_seed);
    layRiver(m_town);
  }

  TownPlan m_town;
  geo::Random m_random;
  RoadNames m_names;
  std::vector<Face> m_faces;
  std::uint64_t m_seed = 0;
};

}  // namespace

TownPlan planTown(SampleSize size, std::uint64_t seed) { return Planner(size, seed).run(); }

}  // namespace pianqu::layers
