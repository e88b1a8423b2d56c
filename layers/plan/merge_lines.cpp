#include "layers/plan/merge_lines.hpp"

namespace pianqu::layers {
namespace {

void addOutlines(const geo::MultiPolygon<geo::XY>& polygons, geo::MultiLine<geo::XY>& lines) {
  for (const auto& polygon : polygons) {
    lines.push_back(polygon.outer);
    lines.insert(lines.end(), polygon.holes.begin(), polygon.holes.end());
  }
}

bool isIn(const MergeRules::Classes& classes, const std::string& table, const std::string& value) {
  const auto found = classes.find(table);
  return found != classes.end() && found->second.contains(value);
}

geo::MultiLine<geo::XY> linesOf(const City& city, const MergeRules::Classes& classes) {
  geo::MultiLine<geo::XY> lines;
  for (const Road& road : city.roads) {
    if (isIn(classes, "road", road.roadClass)) lines.insert(lines.end(), road.line.begin(), road.line.end());
  }
  for (const Water& water : city.waters) {
    if (isIn(classes, "water", water.kind)) addOutlines(water.shape, lines);
  }
  for (const AdminArea& area : city.adminAreas) {
    if (isIn(classes, "admin_area", area.kind)) addOutlines(area.shape, lines);
  }
  for (const Barrier& barrier : city.barriers) {
    if (isIn(classes, "barrier", barrier.kind)) lines.insert(lines.end(), barrier.line.begin(), barrier.line.end());
  }
  return lines;
}

}  // namespace

geo::MultiLine<geo::XY> barrierLines(const City& city, const MergeRules& rules) { return linesOf(city, rules.barriers); }

geo::LandLines mergeLines(const City& city, const MergeRules& rules, BoundaryFollow follow, const geo::MultiLine<geo::XY>& cuts) {
  geo::LandLines lines{.barriers = barrierLines(city, rules)};
  lines.barriers.insert(lines.barriers.end(), cuts.begin(), cuts.end());
  lines.guides = geo::withEndsClosed(linesOf(city, rules.guides), lines.barriers, rules.deadEndM);
  if (follow != BoundaryFollow::Wall) return lines;
  geo::MultiLine<geo::XY> others = lines.barriers;
  others.insert(others.end(), lines.guides.begin(), lines.guides.end());
  const auto walls = geo::withEndsClosed(linesOf(city, rules.walls), others, rules.gateM);
  lines.guides.insert(lines.guides.end(), walls.begin(), walls.end());
  return lines;
}

std::vector<geo::Street> mergeStreets(const City& city, const MergeRules& rules) {
  std::vector<geo::Street> streets;
  for (const Road& road : city.roads) {
    const auto usual = rules.widthsM.find(road.roadClass);
    const double widthM = road.widthM.value_or(usual == rules.widthsM.end() ? 0 : usual->second);
    if (widthM > 0) streets.push_back({road.line, widthM});
  }
  return streets;
}

}  // namespace pianqu::layers
