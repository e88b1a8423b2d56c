#include "app/cli/edit_actions.hpp"

#include <functional>
#include <map>

#include "app/cli/member_words.hpp"
#include "app/cli/propose_action.hpp"
#include "geo/shape/wkt.hpp"
#include "layers/plan/edit_gestures.hpp"
#include "layers/plan/merge_units.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;
using geo::MultiPolygon;
using geo::XY;
using layers::Edit;
using layers::PlanIndex;
using layers::Uid;

/// All that an action may look at.
struct Given {
  const EditOptions& options;
  const OpenPlan& open;
  const std::string& dataFolder;
};
using Action = std::function<geo::Result<Edit>(const Given&)>;

geo::Result<geo::MultiLine<XY>> readLines(const std::string& text, const char* option) {
  if (text.empty()) return fail(ErrorCode::Invalid, std::string("no line is given"), std::string("add ") + option + " 'LINESTRING(x y, x y)' in the CRS of the project");
  auto shape = geo::parseWkt(text);
  if (!shape) return fail(std::move(shape));
  if (const auto* lines = std::get_if<geo::XYGeometry::Lines>(&shape->value)) return lines->lines;
  if (const auto* points = std::get_if<geo::XYGeometry::Points>(&shape->value)) return geo::MultiLine<XY>{points->points};
  return fail(ErrorCode::Invalid, std::string(option) + " is not a line", "give LINESTRING(x y, x y) in the CRS of the project");
}

geo::Result<XY> readPoint(const std::string& text, const char* option) {
  if (text.empty()) return fail(ErrorCode::Invalid, "no place is given", std::string("add ") + option + " 'POINT(x y)' in the CRS of the project");
  auto shape = geo::parseWkt(text);
  if (!shape) return fail(std::move(shape));
  const auto* points = std::get_if<geo::XYGeometry::Points>(&shape->value);
  if (!points || points->points.size() != 1) return fail(ErrorCode::Invalid, std::string(option) + " is not one point", "give POINT(x y) in the CRS of the project");
  return points->points.front();
}

layers::FollowRule followOf(const EditOptions& o) {
  static const std::map<std::string, layers::FollowRule> rules{{"majority", layers::FollowRule::Majority}, {"centroid", layers::FollowRule::Centroid}, {"whole", layers::FollowRule::Whole}, {"stay", layers::FollowRule::Stay}};
  return rules.at(o.follow);
}

layers::PickRule pickOf(const EditOptions& o) {
  static const std::map<std::string, layers::PickRule> rules{{"touch", layers::PickRule::Touch}, {"centroid", layers::PickRule::Centroid}, {"majority", layers::PickRule::Majority}, {"whole", layers::PickRule::Whole}};
  return rules.at(o.pick);
}

geo::Result<Edit> addDistrict(const Given& g) {
  layers::District district{.code = g.options.code, .name = g.options.name};
  if (!g.options.polygon.empty()) {
    auto shape = readPolygon(g.options.polygon, "--polygon");
    if (!shape) return fail(std::move(shape));
    district.shape = std::move(*shape);
  }
  auto members = membersOf(g.open.city, g.options.members);
  if (!members) return fail(std::move(members));
  district.members = std::move(*members);
  if (!district.shape.empty()) return layers::drawDistrict(PlanIndex(g.open.city), g.open.plan, std::move(district), followOf(g.options));
  return layers::AddDistrict{std::move(district)};
}

geo::Result<Edit> assign(const Given& g) {
  auto members = membersOf(g.open.city, g.options.members);
  if (!members) return fail(std::move(members));
  const bool isAssigning = g.options.action == "assign";
  if (isAssigning && g.options.district.empty()) return fail(ErrorCode::Invalid, "no district is named", "add --district PQ01, or use take-out");
  return layers::AssignMembers{isAssigning ? layers::Uid(g.options.district) : layers::Uid{}, std::move(*members)};
}

/// The ground that is painted: brush, rectangle or lasso.
geo::Result<MultiPolygon<XY>> paintedArea(const EditOptions& o) {
  if (!o.polygon.empty()) return readPolygon(o.polygon, "--polygon");
  if (!o.rectangle.empty()) {
    const auto shape = geo::parseWkt(o.rectangle);
    if (!shape) return fail(shape);
    const geo::Box box = geo::boxOf(*shape);
    if (!(box.width() > 0 && box.height() > 0)) return fail(ErrorCode::Invalid, "--rectangle has no area", "give 'LINESTRING(x y, x y)' from corner to opposite corner, or a polygon");
    return layers::rectangleArea({box.minX, box.minY}, {box.maxX, box.maxY});
  }
  if (o.brush.empty()) return fail(ErrorCode::Invalid, "nothing is painted", "add --brush 'LINESTRING(x y, x y)' with --radius, --rectangle, or --polygon for a lasso");
  geo::Line<XY> path;
  if (auto point = geo::parseWkt(o.brush); point && std::holds_alternative<geo::XYGeometry::Points>(point->value)) {
    path = std::get<geo::XYGeometry::Points>(point->value).points;
  } else {
    auto lines = readLines(o.brush, "--brush");
    if (!lines) return fail(std::move(lines));
    path = lines->front();
  }
  return layers::brushArea(path, o.radiusM);
}

geo::Result<Edit> paint(const Given& g) {
  const auto area = paintedArea(g.options);
  if (!area) return fail(area);
  return layers::paint(PlanIndex(g.open.city), g.open.plan, g.options.district, *area, pickOf(g.options));
}

geo::Result<Edit> reshape(const Given& g) {
  const auto lines = readLines(g.options.line, "--line");
  if (!lines) return fail(lines);
  return layers::reshape(PlanIndex(g.open.city), g.open.plan, g.options.district, lines->front(), followOf(g.options));
}

geo::Result<Edit> split(const Given& g) {
  const auto lines = readLines(g.options.line, "--line");
  if (!lines) return fail(lines);
  return layers::split(PlanIndex(g.open.city), g.open.plan, g.options.district, *lines, followOf(g.options));
}

/// Roads, rivers and administrative lines that no district should cross, as merging takes them.
geo::Result<Edit> cutAlongBarriers(const Given& g) {
  const auto rules = layers::MergeRules::read(g.dataFolder);
  if (!rules) return fail(rules);
  const layers::District* district = g.open.plan.findDistrict(g.options.district);
  if (!district) return fail(ErrorCode::NotFound, "there is no district " + g.options.district, "see the codes with: pianqu ledger PROJECT --table districts", {.file = g.options.project});
  geo::MultiLine<XY> near;
  for (auto& line : layers::barrierLines(g.open.city, *rules)) {
    if (boxOf(line).intersects(boxOf(district->shape))) near.push_back(std::move(line));
  }
  if (near.empty()) return fail(ErrorCode::Invalid, "no barrier is near district " + district->code, "give a line with: pianqu edit PROJECT split --line", {.layer = "district", .feature = district->code});
  return layers::split(PlanIndex(g.open.city), g.open.plan, g.options.district, near, followOf(g.options));
}

geo::Result<Edit> merge(const Given& g) {
  std::vector<Uid> all{g.options.district};
  all.insert(all.end(), g.options.with.begin(), g.options.with.end());
  return layers::mergeDistricts(g.open.plan, all);
}

geo::Result<Edit> absorb(const Given& g) {
  const auto at = readPoint(g.options.at, "--at");
  if (!at) return fail(at);
  return layers::absorbGap(PlanIndex(g.open.city), g.open.plan, g.options.district, *at, g.options.slitM, followOf(g.options));
}

geo::Result<Edit> vertex(const Given& g) {
  const auto at = readPoint(g.options.at, "--at");
  if (!at) return fail(at);
  const PlanIndex index(g.open.city);
  const auto rule = followOf(g.options);
  if (g.options.action == "add-vertex") return layers::addVertex(index, g.open.plan, *at, g.options.withinM, rule);
  if (g.options.action == "delete-vertex") return layers::deleteVertex(index, g.open.plan, *at, g.options.withinM, rule);
  const auto to = readPoint(g.options.to, "--to");
  if (!to) return fail(to);
  return layers::moveVertex(index, g.open.plan, *at, *to, g.options.withinM, rule);
}

struct ActionRow {
  Action run;
  bool needsDistrict = true;
};

const std::map<std::string, ActionRow>& actions() {
  static const std::map<std::string, ActionRow> all{
      {"add-district", {addDistrict, false}}, {"draw", {addDistrict, false}}, {"assign", {assign, false}}, {"take-out", {assign, false}}, {"paint", {paint, false}},
      {"reshape", {reshape}}, {"split", {split}}, {"cut", {cutAlongBarriers}}, {"merge", {merge}}, {"absorb", {absorb}},
      {"move-vertex", {vertex, false}}, {"add-vertex", {vertex, false}}, {"delete-vertex", {vertex, false}},
      {"remove", {[](const Given& g) -> geo::Result<Edit> { return layers::RemoveDistrict{g.options.district}; }}},
      {"rename", {[](const Given& g) -> geo::Result<Edit> { return layers::RenameDistrict{g.options.district, g.options.name}; }}},
      {"pin", {[](const Given& g) -> geo::Result<Edit> { return layers::PinDistrict{g.options.district, true}; }}},
      {"unpin", {[](const Given& g) -> geo::Result<Edit> { return layers::PinDistrict{g.options.district, false}; }}}};
  return all;
}

}  // namespace

const std::vector<std::string>& editActions() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (const auto& [name, row] : actions()) list.push_back(name);
    list.push_back("propose");
    return list;
  }();
  return names;
}

geo::Result<MultiPolygon<XY>> readPolygon(const std::string& text, const char* option) {
  auto shape = geo::parseWkt(text);
  if (!shape) return fail(std::move(shape));
  const auto* polygons = std::get_if<geo::XYGeometry::Polygons>(&shape->value);
  if (!polygons) return fail(ErrorCode::Invalid, std::string(option) + " is not a polygon", "give POLYGON((x y, ...)) in the CRS of the project");
  return polygons->polygons;
}

geo::Result<std::vector<Edit>> editsOf(const EditOptions& options, const OpenPlan& open, Context& context) {
  if (options.action == "propose") return propose(options, open, context);
  const auto found = actions().find(options.action);
  if (found == actions().end()) return fail(ErrorCode::Invalid, "there is no action " + options.action, "see pianqu edit --help");
  if (found->second.needsDistrict && options.district.empty()) return fail(ErrorCode::Invalid, "no district is named", "add --district PQ01");
  auto edit = found->second.run({options, open, context.dataFolder});
  if (!edit) return fail(std::move(edit));
  return std::vector<Edit>{std::move(*edit)};
}

}  // namespace pianqu::app
