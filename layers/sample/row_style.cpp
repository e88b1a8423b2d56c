#include "layers/sample/row_style.hpp"

namespace pianqu::layers {

RowStyle rowStyle(ParcelUse use, geo::Random& random) {
  switch (use) {
    case ParcelUse::OldEstate: return {PlotKind::Slab, 9.6, 12.2, 11.5, 16.5, 10.8, 14.2, 2, 5, 4, 8, 0.96};
    case ParcelUse::NewEstate:
      if (random.chance(0.6)) return {PlotKind::Tower, 15, 18, 27, 36, 27, 34, 1, 2, 14, 22, 0.97};
      return {PlotKind::Slab, 12, 14, 17, 22, 15, 18, 2, 4, 8, 12, 0.97};
    case ParcelUse::Lanes: return {PlotKind::House, 8.2, 12.5, 4.6, 7.5, 7.2, 12.4, 0, 0, 0.9, 3.4, 0.9};
    case ParcelUse::School: return {PlotKind::School, 11, 14, 24, 34, 34, 58, 0, 0, 12, 20, 0.8};
    case ParcelUse::Hospital: return {PlotKind::Office, 15, 20, 20, 28, 30, 50, 0, 0, 12, 18, 0.85};
    case ParcelUse::Office: return {PlotKind::Office, 13, 17, 22, 34, 26, 46, 0, 0, 12, 20, 0.8};
    case ParcelUse::Market: return {PlotKind::Hall, 22, 34, 9, 12, 30, 56, 0, 0, 7, 10, 0.9};
    case ParcelUse::Factory: return {PlotKind::Shed, 15, 24, 9, 14, 28, 60, 0, 0, 7, 12, 0.85};
    case ParcelUse::Park:
    case ParcelUse::Plant: break;
  }
  return {PlotKind::House, 8, 10, 30, 40, 8, 10, 0, 0, 40, 60, 0.1};
}

geo::Ring<geo::XY> outlineOf(const Plot& p, const Frame& frame, geo::Random& random) {
  std::vector<geo::XY> local;
  const bool isLShaped = (p.kind == PlotKind::House || p.kind == PlotKind::Office || p.kind == PlotKind::School) && random.chance(0.3);
  local.push_back({p.u0, p.v0});
  if (p.kind == PlotKind::Tower) {  // a notch in the middle of the south side
    const double m = (p.u0 + p.u1) / 2, w = (p.u1 - p.u0) * 0.1;
    for (const geo::XY q : {geo::XY{m - w, p.v0}, {m - w, p.v0 + 3}, {m + w, p.v0 + 3}, {m + w, p.v0}}) local.push_back(q);
  }
  if (isLShaped) {
    const double u = p.u0 + (p.u1 - p.u0) * random.uniform(0.5, 0.72), v = p.v0 + (p.v1 - p.v0) * random.uniform(0.25, 0.5);
    for (const geo::XY q : {geo::XY{u, p.v0}, {u, v}, {p.u1, v}}) local.push_back(q);
  } else {
    local.push_back({p.u1, p.v0});
  }
  const bool hasProudStairs = !p.stairs.empty() && p.stairs.front().v > p.v1 + 0.1;
  local.push_back({p.u1, p.v1});
  for (std::size_t i = p.stairs.size(); hasProudStairs && i-- > 0;) {
    const Stair& s = p.stairs[i];
    for (const geo::XY q : {geo::XY{s.u + s.halfWidth, p.v1}, {s.u + s.halfWidth, s.v}, {s.u - s.halfWidth, s.v}, {s.u - s.halfWidth, p.v1}}) local.push_back(q);
  }
  local.push_back({p.u0, p.v1});
  geo::Ring<geo::XY> ring;
  for (const auto& q : local) ring.push_back(frame.toWorld(q));
  ring.push_back(ring.front());
  return ring;
}

}  // namespace pianqu::layers
