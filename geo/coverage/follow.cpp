#include "geo/coverage/follow.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "geo/coverage/arcs.hpp"
#include "geo/coverage/faces.hpp"
#include "geo/coverage/noding.hpp"
#include "geo/index/box_index.hpp"
#include "geo/measure/inner_point.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/offset.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/overlay/stop.hpp"

namespace pianqu::geo {
namespace {

constexpr double kOnLineM = 0.005;
constexpr double kGridM = 0.001;

void addRings(const MultiPolygon<XY>& polygons, MultiLine<XY>& lines) {
  for (const auto& polygon : polygons) {
    lines.push_back(polygon.outer);
    lines.insert(lines.end(), polygon.holes.begin(), polygon.holes.end());
  }
}

std::vector<const Polygon<XY>*> partsOf(const MultiPolygon<XY>& polygons) {
  std::vector<const Polygon<XY>*> parts;
  for (const auto& part : polygons) parts.push_back(&part);
  return parts;
}

/// Shapes made of those faces for which `isKept(shape, point inside)` holds; one that would come to more parts keeps all of its faces.
Result<std::vector<MultiPolygon<XY>>> trimmed(const std::vector<MultiPolygon<XY>>& shapes, const MultiPolygon<XY>& cuts, const std::function<bool(std::size_t, XY)>& isKept, const Progress& progress) {
  MultiLine<XY> lines;
  std::vector<const Polygon<XY>*> parts;
  std::vector<std::size_t> shapeOf;
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    addRings(shapes[s], lines);
    for (const auto& part : shapes[s]) {
      parts.push_back(&part);
      shapeOf.push_back(s);
    }
  }
  addRings(cuts, lines);
  auto faces = facesOnGrid(lines, kGridM, progress);
  if (!faces) return fail(std::move(faces));
  const PolygonLocator locator(parts);
  std::vector<std::vector<const Polygon<XY>*>> all(shapes.size()), kept(shapes.size());
  for (const auto& face : *faces) {
    const auto inside = innerPointOf(face);
    const int part = inside ? locator.find(*inside) : -1;
    if (part < 0) continue;
    const std::size_t s = shapeOf[static_cast<std::size_t>(part)];
    if (isKept(s, *inside)) kept[s].push_back(&face);
    all[s].push_back(&face);
  }
  std::vector<MultiPolygon<XY>> result;
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    result.push_back(united(kept[s], kGridM));
    if (result.back().size() > shapes[s].size() || result.back().empty()) result.back() = united(all[s], kGridM);
  }
  return result;
}

/// Sides of the boundaries that run along a street, chained, by width.
class StreetSides {
 public:
  StreetSides(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<Street>& streets) {
    std::vector<Box> boxes;
    for (const Street& street : streets) {
      for (const auto& line : street.line) {
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
          m_segments.push_back({line[i], line[i + 1]});
          m_widths.push_back(street.widthM);
          boxes.push_back(boxOf(m_segments.back()));
        }
      }
    }
    m_index = BoxIndex(boxes);
    const Arcs arcs = arcsOf(shapes);
    for (const auto& arc : arcs.arcs) {
      for (std::size_t i = 0; i + 1 < arc.size(); ++i) add(arcs.points[static_cast<std::size_t>(arc[i])], arcs.points[static_cast<std::size_t>(arc[i + 1])]);
    }
  }

  Result<MultiPolygon<XY>> surfaces() const {
    MultiPolygon<XY> all;
    for (const auto& [widthM, sides] : m_sides) {
      // Square ends would bite into streets inside a shape, flat ones would leave a notch where streets meet: a disc fills it.
      auto strips = offsetOf(chained(sides), widthM / 2, true, 2);
      if (!strips) return strips;
      all.insert(all.end(), strips->begin(), strips->end());
    }
    for (const auto& [corner, around] : m_around) {
      if (around.count < 3) continue;
      auto disc = bufferOf(XYGeometry{XYGeometry::Points{{corner}}}, around.widthM / 2, {.quadrantSegments = 4});
      if (!disc) return disc;
      all.insert(all.end(), disc->begin(), disc->end());
    }
    return unionOf(all, kGridM);
  }

 private:
  struct Around {
    int count = 0;
    double widthM = 0;
  };

  void add(XY a, XY b) {
    double widthM = 0;
    for (std::size_t s : m_index.find(boxOf({a, b}).grownBy(kOnLineM))) {
      const bool isOn = distanceToLine(a, m_segments[s]) < kOnLineM && distanceToLine(b, m_segments[s]) < kOnLineM;
      if (isOn) widthM = std::max(widthM, m_widths[s]);
    }
    if (widthM <= 0) return;
    m_sides[widthM].emplace_back(a, b);
    for (XY p : {a, b}) {
      ++m_around[p].count;
      m_around[p].widthM = std::max(m_around[p].widthM, widthM);
    }
  }

  static MultiLine<XY> chained(const std::vector<std::pair<XY, XY>>& sides) {
    std::map<XY, std::vector<std::size_t>> at;
    for (std::size_t s = 0; s < sides.size(); ++s) {
      at[sides[s].first].push_back(s);
      at[sides[s].second].push_back(s);
    }
    std::vector<char> isUsed(sides.size(), 0);
    MultiLine<XY> lines;
    const auto walk = [&](XY from, std::size_t side) {
      Line<XY> line{from};
      while (isUsed[side] == 0) {   // each turn uses a side up
        isUsed[side] = 1;
        const XY to = sides[side].first == line.back() ? sides[side].second : sides[side].first;
        line.push_back(to);
        const auto& here = at[to];
        if (here.size() != 2) break;
        side = here[0] == side ? here[1] : here[0];
      }
      lines.push_back(std::move(line));
    };
    for (const auto& [p, own] : at) {
      if (own.size() == 2) continue;
      for (std::size_t s : own) {
        if (isUsed[s] == 0) walk(p, s);
      }
    }
    for (std::size_t s = 0; s < sides.size(); ++s) {
      if (isUsed[s] == 0) walk(sides[s].first, s);
    }
    return lines;
  }

  std::vector<Line<XY>> m_segments;
  std::vector<double> m_widths;
  BoxIndex m_index;
  std::map<double, std::vector<std::pair<XY, XY>>> m_sides;
  std::map<XY, Around> m_around;
};

/// Share of the way from a to b at which it meets cd; nullopt when it does not.
std::optional<double> meeting(XY a, XY b, XY c, XY d) {
  const XY u = b - a, v = d - c, w = c - a;
  const double cross = u.x * v.y - u.y * v.x;
  if (cross == 0) return std::nullopt;
  const double t = (w.x * v.y - w.y * v.x) / cross, s = (w.x * u.y - w.y * u.x) / cross;
  if (t < 0 || t > 1 || s < 0 || s > 1) return std::nullopt;
  return t;
}

}  // namespace

Result<CutStreets> cutStreets(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<Street>& streets, const MultiPolygon<XY>& ground, Progress& progress) {
  const StopWhenCancelled stop(progress);
  auto surfaces = StreetSides(shapes, streets).surfaces();
  if (!surfaces) return fail(std::move(surfaces));
  CutStreets result;
  if (surfaces->empty()) {
    result.shapes = shapes;
    return result;
  }
  std::vector<Box> boxes;
  for (const auto& surface : *surfaces) boxes.push_back(boxOf(surface));
  const BoxIndex near(boxes);
  MultiPolygon<XY> cuts = *surfaces, whole;
  for (const auto& part : ground) {
    if (!near.find(boxOf(part)).empty()) whole.push_back(part);
  }
  cuts.insert(cuts.end(), whole.begin(), whole.end());
  const PolygonLocator inSurface(partsOf(*surfaces)), inGround(partsOf(whole));
  auto cut = trimmed(shapes, cuts, [&](std::size_t, XY p) { return inSurface.find(p) < 0 || inGround.find(p) >= 0; }, progress);
  if (!cut) return fail(std::move(cut));
  result.shapes = std::move(*cut);
  addRings(*surfaces, result.edges);
  return result;
}

Result<std::vector<MultiPolygon<XY>>> keptWithin(const std::vector<MultiPolygon<XY>>& shapes, const std::vector<MultiPolygon<XY>>& limits, Progress& progress) {
  MultiPolygon<XY> cuts;
  std::vector<PolygonLocator> inside;
  for (const auto& limit : limits) {
    cuts.insert(cuts.end(), limit.begin(), limit.end());
    inside.emplace_back(partsOf(limit));
  }
  return trimmed(shapes, cuts, [&](std::size_t s, XY p) { return inside[s].find(p) >= 0; }, progress);
}

MultiLine<XY> withEndsClosed(const MultiLine<XY>& lines, const MultiLine<XY>& others, double mostM) {
  constexpr double kTouchM = 0.01, kOverM = 0.5;
  std::vector<Line<XY>> segments;
  std::vector<Box> boxes;
  std::vector<std::size_t> lineOf;
  for (const auto* group : {&lines, &others}) {
    for (std::size_t l = 0; l < group->size(); ++l) {
      for (std::size_t i = 0; i + 1 < (*group)[l].size(); ++i) {
        segments.push_back({(*group)[l][i], (*group)[l][i + 1]});
        boxes.push_back(boxOf(segments.back()));
        lineOf.push_back(group == &lines ? l : lines.size() + l);
      }
    }
  }
  const BoxIndex index(boxes);
  MultiLine<XY> closed = lines;
  const auto lead = [&](std::size_t l, XY before, XY end) -> std::optional<XY> {
    const double length = distance(before, end);
    if (length == 0) return std::nullopt;
    for (std::size_t s : index.find(boxOf(std::vector<XY>{end}).grownBy(kTouchM))) {
      if (lineOf[s] != l && distanceToLine(end, segments[s]) <= kTouchM) return std::nullopt;   // not an open end
    }
    const XY unit = (end - before) * (1 / length), far = end + unit * mostM;
    double least = 2;
    for (std::size_t s : index.find(boxOf({end, far}))) {
      const auto t = meeting(end, far, segments[s][0], segments[s][1]);
      if (t && *t * mostM > kTouchM) least = std::min(least, *t);
    }
    if (least > 1) return std::nullopt;
    return end + unit * (least * mostM + kOverM);
  };
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const auto& line = lines[l];
    if (line.size() < 2 || line.front() == line.back()) continue;
    if (const auto to = lead(l, line[line.size() - 2], line.back())) closed[l].push_back(*to);
    if (const auto to = lead(l, line[1], line.front())) closed[l].insert(closed[l].begin(), *to);
  }
  return closed;
}

}  // namespace pianqu::geo
