#include "layers/sample/faces.hpp"

#include <algorithm>
#include <cmath>

namespace pianqu::layers {
namespace {

double side(const Line2& line, geo::XY p) {
  const geo::XY d = line.b - line.a;
  const double length = std::hypot(d.x, d.y);
  return (d.x * (p.y - line.a.y) - d.y * (p.x - line.a.x)) / length;
}

geo::XY meetLines(const Line2& p, const Line2& q) {
  const geo::XY d = p.b - p.a, e = q.b - q.a;
  const double cross = d.x * e.y - d.y * e.x;
  const double t = ((q.a.x - p.a.x) * e.y - (q.a.y - p.a.y) * e.x) / cross;
  return {p.a.x + d.x * t, p.a.y + d.y * t};
}

void addOnce(std::vector<Junction>& list, Junction junction) {
  for (const auto& known : list) if (known.other == junction.other) return;
  list.push_back(junction);
}

}  // namespace

geo::XY meet(const std::vector<Cut>& cuts, int a, int b) {
  const auto& p = cuts[std::min(a, b)];
  const auto& q = cuts[std::max(a, b)];
  return meetLines({p.from, p.to}, {q.from, q.to});
}

void addCorner(std::vector<Cut>& cuts, int a, int b) {
  const geo::XY p = meet(cuts, a, b);
  addOnce(cuts[a].corners, {positionOn(cuts[a], p), p, b});
  addOnce(cuts[b].corners, {positionOn(cuts[b], p), p, a});
}

void addJunction(std::vector<Cut>& cuts, int a, int b, geo::XY flat) {
  addOnce(cuts[a].junctions, {positionOn(cuts[a], flat), flat, b});
  addOnce(cuts[b].junctions, {positionOn(cuts[b], flat), flat, a});
}

std::optional<std::pair<Face, Face>> split(const std::vector<Cut>& cuts, const Face& face, const Line2& line, int cut) {
  Face left, right;
  left.street = right.street = face.street;
  left.community = right.community = face.community;
  const std::size_t n = face.corners.size();
  for (std::size_t i = 0; i < n; ++i) {
    const geo::XY p = face.corners[i], q = face.corners[(i + 1) % n];
    const double sp = side(line, p), sq = side(line, q);
    Face& mine = sp >= 0 ? left : right;
    Face& other = sp >= 0 ? right : left;
    mine.corners.push_back(p);
    mine.edge.push_back(face.edge[i]);
    if ((sp >= 0) == (sq >= 0)) continue;
    const geo::XY x = cut >= 0 && face.edge[i] >= 0 ? meet(cuts, face.edge[i], cut) : meetLines({p, q}, line);
    mine.corners.push_back(x);
    mine.edge.push_back(cut);
    other.corners.push_back(x);
    other.edge.push_back(face.edge[i]);
  }
  if (left.corners.size() < 3 || right.corners.size() < 3) return std::nullopt;
  return std::pair{std::move(left), std::move(right)};
}

Line2 crossLine(const Face& face, double share, double jitterRad) {
  const std::size_t n = face.corners.size();
  double best = 0;
  geo::XY axis{1, 0};
  for (std::size_t i = 0; i < n; ++i) {
    const geo::XY d = face.corners[(i + 1) % n] - face.corners[i];
    const double length = std::hypot(d.x, d.y);
    if (length > best) { best = length; axis = d * (1 / length); }
  }
  double low[2] = {1e18, 1e18}, high[2] = {-1e18, -1e18};
  const geo::XY across{-axis.y, axis.x};
  for (const auto& p : face.corners) {
    const double u[2] = {p.x * axis.x + p.y * axis.y, p.x * across.x + p.y * across.y};
    for (int k = 0; k < 2; ++k) { low[k] = std::min(low[k], u[k]); high[k] = std::max(high[k], u[k]); }
  }
  const bool isAlong = high[0] - low[0] >= high[1] - low[1];
  const double u = isAlong ? low[0] + (high[0] - low[0]) * share : (low[0] + high[0]) / 2;
  const double v = isAlong ? (low[1] + high[1]) / 2 : low[1] + (high[1] - low[1]) * share;
  const geo::XY through = axis * u + across * v;
  const geo::XY base = isAlong ? across : axis;
  const double c = std::cos(jitterRad), s = std::sin(jitterRad);
  const geo::XY d{base.x * c - base.y * s, base.x * s + base.y * c};
  return {through, through + d * 100.0};
}

Face inset(const Face& face, const std::vector<double>& marginM) {
  Face rest = face;
  const std::size_t n = face.corners.size();
  for (std::size_t i = 0; i < n && rest.corners.size() >= 3; ++i) {
    const geo::XY p = face.corners[i], q = face.corners[(i + 1) % n], d = q - p;
    const double length = std::hypot(d.x, d.y);
    if (length < 1e-6 || marginM[i] <= 0) continue;
    const geo::XY in{-d.y / length * marginM[i], d.x / length * marginM[i]};  // faces run counter-clockwise
    const Line2 line{p + in, q + in};
    Face kept;
    kept.street = face.street;
    kept.community = face.community;
    const std::size_t m = rest.corners.size();
    for (std::size_t k = 0; k < m; ++k) {
      const geo::XY a = rest.corners[k], b = rest.corners[(k + 1) % m];
      const double sa = side(line, a), sb = side(line, b);
      if (sa >= 0) { kept.corners.push_back(a); kept.edge.push_back(rest.edge[k]); }
      if ((sa >= 0) == (sb >= 0)) continue;
      kept.corners.push_back(meetLines({a, b}, line));
      kept.edge.push_back(sa >= 0 ? face.edge[i] : rest.edge[k]);
    }
    rest = std::move(kept);
  }
  if (rest.corners.size() < 3) rest.corners.clear(), rest.edge.clear();
  return rest;
}

}  // namespace pianqu::layers
