#include "layers/sample/parcels.hpp"

#include <algorithm>
#include <cmath>

#include "layers/sample/faces.hpp"

namespace pianqu::layers {
namespace {

constexpr double kFrontageM = 9;     // a parcel has a road side at least as long as this
constexpr double kWallStripM = 0.6;  // half the strip between two neighbouring walls

bool isFrontage(const TownPlan& town, int cut) {
  return cut >= 0 && (isRoad(town.cuts[cut].kind) || town.cuts[cut].kind == CutKind::River);
}

double frontageOf(const TownPlan& town, const Face& face) {
  double longest = 0;
  const std::size_t n = face.corners.size();
  for (std::size_t i = 0; i < n; ++i) {
    if (!isFrontage(town, face.edge[i])) continue;
    const geo::XY d = face.corners[(i + 1) % n] - face.corners[i];
    longest = std::max(longest, std::hypot(d.x, d.y));
  }
  return longest;
}

/// 0 in the old town by the river, 1 at the town's edge and beyond.
double outwardness(const TownPlan& town, geo::XY flat) {
  const geo::XY centre{town.size.widthM * 0.45, town.size.heightM * 0.42};
  const double reach = 0.55 * std::min(town.size.widthM, town.size.heightM);
  return std::min(1.0, std::hypot(flat.x - centre.x, flat.y - centre.y) / reach);
}

void appendParcel(TownPlan& town, const Face& face, ParcelUse use, std::uint64_t key) {
  std::vector<double> margins;
  for (const int cut : face.edge) margins.push_back(cut < 0 ? kWallStripM : town.cuts[cut].clearM);
  const Face inner = inset(face, margins);
  if (inner.corners.empty() || areaOf(inner) < 240 || frontageOf(town, inner) < 6) return;
  Parcel parcel{use, face.street, face.community};
  parcel.key = key;
  const std::size_t n = inner.corners.size();
  for (std::size_t i = 0; i < n; ++i) {
    const geo::XY p = inner.corners[i], q = inner.corners[(i + 1) % n];
    const double length = std::hypot(q.x - p.x, q.y - p.y);
    if (length < 0.05) continue;
    int cut = inner.edge[i];
    if (cut == town.river) cut = p.y < town.warp.riverFlatY() ? town.southBank : town.northBank;
    if (cut >= 0 && !isRoad(town.cuts[cut].kind)) cut = -1;
    parcel.sides.push_back({p, q, cut});
    const int parts = std::max(1, static_cast<int>(std::ceil(length / 12.0)));
    for (int k = 0; k < parts; ++k) parcel.ring.push_back(town.warp(p + (q - p) * (static_cast<double>(k) / parts)));
  }
  parcel.ring.push_back(parcel.ring.front());
  parcel.areaM2 = areaOf(inner);
  town.parcels.push_back(std::move(parcel));
}

void divideBlock(TownPlan& town, const Face& face, ParcelUse use, double targetM2, geo::Random& random) {
  const double area = areaOf(face);
  if (area > targetM2 * random.uniform(1.35, 2.0)) {
    for (int attempt = 0; attempt < 5; ++attempt) {
      const Line2 line = crossLine(face, random.uniform(0.36, 0.64), random.uniform(-0.07, 0.07));
      auto two = split(town.cuts, face, line, -1);
      if (!two || frontageOf(town, two->first) < kFrontageM * 2 || frontageOf(town, two->second) < kFrontageM * 2) continue;
      if (std::min(areaOf(two->first), areaOf(two->second)) < targetM2 * 0.3) continue;
      divideBlock(town, two->first, use, targetM2, random);
      divideBlock(town, two->second, use, targetM2, random);
      return;
    }
  }
  appendParcel(town, face, use, random.next());
}

ParcelUse publicUse(geo::Random& random) {
  const double r = random.uniform();
  if (r < 0.24) return ParcelUse::School;
  if (r < 0.42) return ParcelUse::Office;
  if (r < 0.58) return ParcelUse::Market;
  if (r < 0.68) return ParcelUse::Hospital;
  if (r < 0.86) return ParcelUse::Factory;
  return ParcelUse::Park;
}

/// How well a parcel suits an estate; smaller is better. Parcels for small houses come after those meant for estates.
double estateRank(const TownPlan& town, const Parcel& parcel) {
  geo::Random random(parcel.key);
  const double ratio = parcel.areaM2 / (town.size.estateHa * 1e4);
  double perimeter = 0;
  for (const auto& side : parcel.sides) perimeter += std::hypot(side.b.x - side.a.x, side.b.y - side.a.y);
  const double roundness = parcel.areaM2 * 16 / (perimeter * perimeter);  // 1 for a square
  const bool isFitting = ratio > 0.3 && ratio < 2.4 && roundness > 0.5 && parcel.areaM2 > 1400;
  return (parcel.use == ParcelUse::Lanes ? 2 : 0) + (isFitting ? 0 : 4) + random.uniform();
}

}  // namespace

void makeParcels(TownPlan& town, const Face& block, std::uint64_t seed) {
  const geo::XY centre = centreOf(block);
  const auto cell = static_cast<std::uint64_t>(std::llround(centre.x * 8)) * 1000003u + static_cast<std::uint64_t>(std::llround(centre.y * 8));
  geo::Random random(geo::seedFor(seed, 100 + cell));
  const bool isLanes = random.chance(0.52 - 0.34 * outwardness(town, centre));
  const double target = town.size.estateHa * 1e4 * (isLanes ? random.uniform(0.45, 0.8) : random.uniform(0.5, 1.5));
  divideBlock(town, block, isLanes ? ParcelUse::Lanes : ParcelUse::OldEstate, target, random);
}

void assignUses(TownPlan& town, std::uint64_t seed) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < town.parcels.size(); ++i) order.push_back({estateRank(town, town.parcels[i]), i});
  std::sort(order.begin(), order.end());
  geo::Random random(geo::seedFor(seed, 3));
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    Parcel& parcel = town.parcels[order[rank].second];
    const double out = outwardness(town, centreOf({{parcel.sides[0].a, parcel.sides[1].a, parcel.sides[2].a}, {}}));
    if (rank < static_cast<std::size_t>(town.size.estates))
      parcel.use = random.chance(0.1 + 0.48 * out * out) && parcel.areaM2 > town.size.estateHa * 5e3 ? ParcelUse::NewEstate : ParcelUse::OldEstate;
    else if (parcel.use != ParcelUse::Lanes)
      parcel.use = random.chance(town.size.estates == 0 ? 0.15 : 0.5) ? publicUse(random) : (random.chance(0.3) && town.size.estates == 0 ? ParcelUse::NewEstate : ParcelUse::Lanes);
  }
}

void layRiver(TownPlan& town) {
  const double y = town.warp.riverFlatY(), half = town.size.riverWidthM / 2, width = town.size.widthM;
  auto band = [&](double x0, double x1, double y0, double y1) {
    geo::Ring<geo::XY> ring;
    const int parts = std::max(1, static_cast<int>((x1 - x0) / 15));
    for (int i = 0; i <= parts; ++i) ring.push_back(town.warp({x0 + (x1 - x0) * i / parts, y0}));
    for (int i = parts; i >= 0; --i) ring.push_back(town.warp({x0 + (x1 - x0) * i / parts, y1}));
    ring.push_back(ring.front());
    return ring;
  };
  town.riverRing = band(-60, width + 60, y - half, y + half);
  std::vector<double> breaks{0};
  for (const auto& junction : town.cuts[town.northBank].junctions)
    if (town.cuts[junction.other].kind == CutKind::Arterial) breaks.push_back(junction.flat.x);
  breaks.push_back(width);
  for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
    if (breaks[i + 1] - breaks[i] < 60) continue;
    town.riverBelts.push_back(band(breaks[i] + 22, breaks[i + 1] - 22, y - half - 9, y - half - 1));
    town.riverBelts.push_back(band(breaks[i] + 22, breaks[i + 1] - 22, y + half + 1, y + half + 9));
  }
}

}  // namespace pianqu::layers
