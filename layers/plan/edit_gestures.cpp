#include "layers/plan/edit_gestures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "geo/coverage/faces.hpp"
#include "geo/coverage/noding.hpp"
#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"
#include "layers/plan/edit_context.hpp"
#include "layers/plan/edit_follow.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::MultiPolygon;
using geo::XY;

constexpr double kGridM = 0.001;

geo::Where whereOf(const District& district) { return {.layer = "district", .feature = district.code}; }

geo::Result<void> checkLine(const geo::Line<XY>& line) {
  if (line.size() < 2) return fail(ErrorCode::Invalid, "the line has fewer than two points", "draw it from one side of the boundary to the other");
  for (const XY p : line) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return fail(ErrorCode::Invalid, "the line has a coordinate that is not a number", "");
  }
  return {};
}

void addRings(const MultiPolygon<XY>& shape, geo::MultiLine<XY>& lines) {
  for (const auto& part : shape) {
    lines.push_back(part.outer);
    lines.insert(lines.end(), part.holes.begin(), part.holes.end());
  }
}

/// Faces that `lines` and the rings of `shape` enclose, inside and outside of it.
struct CutFaces { std::vector<geo::Polygon<XY>> inside, outside; };
geo::Result<CutFaces> cutFaces(const MultiPolygon<XY>& shape, const geo::MultiLine<XY>& lines) {
  geo::MultiLine<XY> all = lines;
  addRings(shape, all);
  auto faces = geo::facesOnGrid(all, kGridM);
  if (!faces) return fail(std::move(faces));
  CutFaces cut;
  for (auto& face : *faces) {
    const auto inside = geo::pointInside({face});
    if (!inside) continue;
    // A hole of the shape is a face too, but none that the line made.
    const bool isHole = std::any_of(shape.begin(), shape.end(), [&](const auto& part) {
      return std::any_of(part.holes.begin(), part.holes.end(), [&](const auto& hole) { return geo::contains(geo::Polygon<XY>{hole, {}}, *inside); });
    });
    if (geo::contains(shape, *inside)) cut.inside.push_back(std::move(face));
    else if (!isHole) cut.outside.push_back(std::move(face));
  }
  std::stable_sort(cut.inside.begin(), cut.inside.end(), [](const auto& a, const auto& b) { return geo::areaOf(a).value > geo::areaOf(b).value; });
  return cut;
}

template <class T>
geo::Result<Edit> asEdit(geo::Result<T> edit) {
  if (!edit) return fail(std::move(edit));
  return Edit{std::move(*edit)};
}

/// Gives pieces without a unit to the piece that they share most boundary with, until every piece has one (or one piece is left).
geo::Result<std::vector<MultiPolygon<XY>>> piecesWithUnits(const PlanIndex& index, const District& district, std::vector<geo::Polygon<XY>> faces, FollowRule rule) {
  std::vector<int> count(faces.size(), 0), group(faces.size());
  for (const auto& member : district.members) {
    double most = 0;
    std::size_t best = faces.size();
    for (std::size_t f = 0; f < faces.size(); ++f) {
      const AreaTest test({faces[f]});
      const auto share = shareInside(index, member, {faces[f]}, test, rule == FollowRule::Whole || rule == FollowRule::Stay ? FollowRule::Majority : rule);
      if (!share) return fail(share);
      if (*share <= most) continue;
      most = *share;
      best = f;
    }
    if (best < faces.size()) ++count[best];
  }
  std::vector<const geo::Polygon<XY>*> pointers;
  for (std::size_t f = 0; f < faces.size(); ++f) {
    group[f] = static_cast<int>(f);
    pointers.push_back(&faces[f]);
  }
  const auto edges = geo::faceEdges(pointers);
  for (bool isChanged = true; isChanged;) {
    isChanged = false;
    for (std::size_t f = 0; f < faces.size() && !isChanged; ++f) {
      const int own = group[f];
      int units = 0;
      for (std::size_t g = 0; g < faces.size(); ++g) units += group[g] == own ? count[g] : 0;
      if (units > 0) continue;
      std::map<int, double> shared;
      for (const auto& edge : edges) {
        if (edge.right == geo::kNoFace) continue;
        const int left = group[static_cast<std::size_t>(edge.left)], right = group[static_cast<std::size_t>(edge.right)];
        if (left != right && (left == own || right == own)) shared[left == own ? right : left] += edge.lengthM;
      }
      if (shared.empty()) continue;
      const auto into = std::max_element(shared.begin(), shared.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
      std::replace(group.begin(), group.end(), own, into);
      isChanged = true;
    }
  }
  std::map<int, std::vector<geo::Polygon<XY>>> byGroup;
  for (std::size_t f = 0; f < faces.size(); ++f) byGroup[group[f]].push_back(std::move(faces[f]));
  std::vector<MultiPolygon<XY>> pieces;
  for (auto& [number, own] : byGroup) {
    auto joined = geo::coverageUnionOf(own);
    if (!joined) return fail(std::move(joined));
    pieces.push_back(std::move(*joined));
  }
  return pieces;
}

int householdsIn(const PlanIndex& index, const District& district, const MultiPolygon<XY>& piece) {
  const AreaTest test(piece);
  int households = 0;
  for (const std::size_t b : scopeOf(index, district).buildings) {
    const Building& building = index.city().buildings[b];
    if (!building.shape.empty() && test.contains(geo::centroidOf(building.shape))) households += building.households.value_or(1);
  }
  return households;
}

}  // namespace

geo::Result<Edit> reshape(const PlanIndex& index, const Plan& plan, const Uid& districtUid, const geo::Line<XY>& line, FollowRule rule) {
  if (const auto drawn = checkLine(line); !drawn) return fail(drawn);
  const auto position = freeDistrict(plan, districtUid, "its boundary stays");
  if (!position) return fail(position);
  const District& district = plan.districts[*position];
  auto cut = cutFaces(district.shape, {line});
  if (!cut) return fail(std::move(cut));
  const std::size_t parts = district.shape.size();
  if (cut->outside.empty() && cut->inside.size() <= parts) {
    return fail(ErrorCode::Invalid, "the line does not cross the boundary of " + district.code + " twice", "begin and end the line on the other side of the boundary", whereOf(district));
  }
  std::vector<Claim> claims;
  // Of each part of the district the largest piece stays.
  std::vector<char> hasKept(parts, 0);
  for (auto& face : cut->inside) {
    const auto inside = geo::pointInside({face});
    std::size_t part = 0;
    while (part < parts && !(inside && geo::contains(district.shape[part], *inside))) ++part;
    if (part == parts || hasKept[part] == 0) {
      if (part < parts) hasKept[part] = 1;
      continue;
    }
    claims.push_back({std::nullopt, {std::move(face)}});
  }
  for (auto& face : cut->outside) claims.push_back({*position, {std::move(face)}});
  return asEdit(redrawn(index, plan, plan.districts, std::move(claims), rule, "reshape"));
}

geo::Result<Edit> split(const PlanIndex& index, const Plan& plan, const Uid& districtUid, const geo::MultiLine<XY>& lines, FollowRule rule) {
  for (const auto& line : lines) {
    if (const auto drawn = checkLine(line); !drawn) return fail(drawn);
  }
  const auto position = freeDistrict(plan, districtUid, "it cannot be split");
  if (!position) return fail(position);
  const District& district = plan.districts[*position];
  auto cut = cutFaces(district.shape, lines);
  if (!cut) return fail(std::move(cut));
  if (cut->inside.size() <= district.shape.size()) return fail(ErrorCode::Invalid, "no line runs through district " + district.code + " from side to side", "begin and end the line outside the boundary", whereOf(district));
  auto pieces = piecesWithUnits(index, district, std::move(cut->inside), rule);
  if (!pieces) return fail(std::move(pieces));
  if (pieces->size() < 2) return fail(ErrorCode::Invalid, "only one side of the line would hold an estate or a building", "move the line so that each side has a unit", whereOf(district));
  std::stable_sort(pieces->begin(), pieces->end(), [&](const auto& a, const auto& b) { return householdsIn(index, district, a) > householdsIn(index, district, b); });
  std::vector<District> after = plan.districts;
  std::vector<Claim> claims;
  for (std::size_t p = 1; p < pieces->size(); ++p) {
    claims.push_back({after.size(), std::move((*pieces)[p])});
    after.emplace_back();
  }
  return asEdit(redrawn(index, plan, std::move(after), std::move(claims), rule == FollowRule::Stay || rule == FollowRule::Whole ? FollowRule::Majority : rule, "split"));
}

geo::Result<Edit> mergeDistricts(const Plan& plan, const std::vector<Uid>& districtUids) {
  std::set<std::size_t> positions;
  std::optional<std::size_t> first;
  for (const auto& uid : districtUids) {
    const auto position = freeDistrict(plan, uid, "it cannot be merged");
    if (!position) return fail(position);
    if (!first) first = *position;
    positions.insert(*position);
  }
  if (positions.size() < 2) return fail(ErrorCode::Invalid, "fewer than two districts are named", "name the one that stays first, then those that join it");
  std::vector<geo::Polygon<XY>> ground;
  RedrawDistricts edit{.what = "merge", .districts = {plan.districts[*first]}, .removed = {}, .leftovers = {}};
  District& all = edit.districts.front();
  for (const std::size_t d : positions) {
    const District& each = plan.districts[d];
    ground.insert(ground.end(), each.shape.begin(), each.shape.end());
    if (d == *first) continue;
    for (Member member : each.members) {
      member.role = "并入";
      all.members.push_back(std::move(member));
    }
    edit.removed.push_back(each.uid);
  }
  std::sort(all.members.begin(), all.members.end());
  if (ground.empty()) return Edit{std::move(edit)};
  auto joined = geo::coverageUnionOf(ground);
  if (!joined) return fail(std::move(joined));
  if (joined->size() > 1 && joined->size() > plan.districts[*first].shape.size()) {
    return fail(ErrorCode::Invalid, "the districts do not touch along a line: they would make one of " + std::to_string(joined->size()) + " parts", "name the districts between them too, or reshape one until they touch", whereOf(all));
  }
  all.shape = std::move(*joined);
  return Edit{std::move(edit)};
}

geo::Result<Edit> absorbGap(const PlanIndex& index, const Plan& plan, const Uid& districtUid, XY point, double slitM, FollowRule rule) {
  const auto position = freeDistrict(plan, districtUid, "its boundary stays");
  if (!position) return fail(position);
  std::vector<geo::Polygon<XY>> ground;
  for (const auto& district : plan.districts) ground.insert(ground.end(), district.shape.begin(), district.shape.end());
  const auto all = geo::coverageUnionOf(ground);
  if (!all) return fail(all);
  if (geo::contains(*all, point)) return fail(ErrorCode::Invalid, "the point is in a district, not in a gap", "point at ground that is nobody's", {.layer = "district", .x = point.x, .y = point.y});
  std::vector<Claim> claims;
  for (const auto& part : *all) {
    for (const auto& hole : part.holes) {
      if (geo::contains(geo::Polygon<XY>{hole, {}}, point)) claims.push_back({*position, {geo::Polygon<XY>{hole, {}}}});
    }
  }
  if (claims.empty() && slitM > 0) {
    const geo::BufferOptions square{.join = geo::BufferOptions::Join::Mitre};
    MultiPolygon<XY> near;
    for (const auto& part : *all) if (boxOf(part).grownBy(slitM).contains(point)) near.push_back(part);
    auto closed = geo::bufferOf(near, slitM / 2, square);
    if (closed) closed = geo::bufferOf(*closed, -slitM / 2, square);
    const auto slits = closed ? geo::differenceOf(*closed, *all, kGridM) : closed;
    if (!slits) return fail(slits);
    for (const auto& slit : *slits) if (geo::contains(slit, point)) claims.push_back({*position, {slit}});
  }
  if (claims.empty()) return fail(ErrorCode::Invalid, "the ground at the point is open: no districts enclose it", "reshape the district around it, or give a greater --slit", {.layer = "district", .x = point.x, .y = point.y});
  // Only ground that is nobody's is wanted: a district inside the gap stays.
  std::vector<Claim> ranked;
  for (std::size_t d = 0; d < plan.districts.size(); ++d) {
    if (boxOf(plan.districts[d].shape).intersects(boxOf(claims.front().shape))) ranked.push_back({d, plan.districts[d].shape});
  }
  ranked.insert(ranked.end(), claims.begin(), claims.end());
  return asEdit(redrawn(index, plan, plan.districts, std::move(ranked), rule, "absorb"));
}

}  // namespace pianqu::layers
