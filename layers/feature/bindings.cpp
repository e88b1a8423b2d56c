#include "layers/feature/bindings.hpp"

#include <type_traits>
#include <utility>

namespace pianqu::layers {
namespace {

using geo::XY;
using geo::XYGeometry;

template <class Member>
constexpr FieldType typeOf() {
  if constexpr (std::is_same_v<Member, Maybe<int>>) return FieldType::Integer;
  else if constexpr (std::is_same_v<Member, Maybe<double>> || std::is_same_v<Member, double>) return FieldType::Real;
  else if constexpr (std::is_same_v<Member, Maybe<bool>>) return FieldType::Boolean;
  else return FieldType::Text;
}

template <class Member>
Value toValue(const Member& member) {
  if constexpr (std::is_same_v<Member, Text> || std::is_same_v<Member, Uid>) {
    if (member.empty()) return {};
    return member.str();
  } else if constexpr (std::is_same_v<Member, double>) {
    return member;
  } else {
    if (!member) return {};
    if constexpr (std::is_same_v<Member, Maybe<double>>) return *member;
    else return static_cast<std::int64_t>(*member);
  }
}

template <class Member>
void setMember(Member& member, const Cell& cell) {
  if constexpr (std::is_same_v<Member, Text> || std::is_same_v<Member, Uid>) {
    assignText(member, cell);
  } else if constexpr (std::is_same_v<Member, double>) {
    member = numberOf(cell).value_or(0);
  } else if constexpr (std::is_same_v<Member, Maybe<double>>) {
    member = numberOf(cell);
  } else {
    const auto integer = integerOf(cell);
    if (integer) member = static_cast<typename Member::value_type>(*integer);
    else member.reset();
  }
}

struct Heading { const char* name; const char* zh; const char* en; const char* unit = ""; const char* domain = ""; };

template <class Entity, class Member>
Binding<Entity> column(Member Entity::* member, Heading h) {
  return {{h.name, typeOf<Member>(), h.zh, h.en, h.unit, h.domain},
          [member](const Entity& entity) { return toValue(entity.*member); },
          [member](Entity& entity, const Cell& cell) { setMember(entity.*member, cell); }};
}

template <class Entity>
EntityBindings<Entity> table(const char* name, const char* zh, const char* en, GeometryKind kind, std::vector<Binding<Entity>> bindings) {
  EntityBindings<Entity> result{{name, zh, en, kind, {}}, std::move(bindings), {}, {}};
  for (const auto& binding : result.bindings) result.schema.fields.push_back(binding.field);
  return result;
}

template <class Entity>
EntityBindings<Entity> withPolygon(EntityBindings<Entity> t) {
  t.getShape = [](const Entity& e) { return e.shape.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Polygons{e.shape}}; };
  t.setShape = [](Entity& e, XYGeometry g) { if (auto* p = std::get_if<XYGeometry::Polygons>(&g.value)) e.shape = std::move(p->polygons); };
  return t;
}

template <class Entity>
EntityBindings<Entity> withLines(EntityBindings<Entity> t) {
  t.getShape = [](const Entity& e) { return e.line.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Lines{e.line}}; };
  t.setShape = [](Entity& e, XYGeometry g) { if (auto* p = std::get_if<XYGeometry::Lines>(&g.value)) e.line = std::move(p->lines); };
  return t;
}

template <class Entity>
EntityBindings<Entity> withPoint(EntityBindings<Entity> t, XY Entity::* point) {
  t.getShape = [point](const Entity& e) { return XYGeometry{XYGeometry::Points{{e.*point}}}; };
  t.setShape = [point](Entity& e, const XYGeometry& g) {
    if (const auto* p = std::get_if<XYGeometry::Points>(&g.value); p && !p->points.empty()) e.*point = p->points.front();
  };
  return t;
}

/// A facade is stored as text "x y,x y": a row has one geometry, and the door is the one to map.
Binding<Entrance> facadeBinding() {
  return {{"facade", FieldType::Text, "外墙段", "facade stretch", "", ""},
          [](const Entrance& e) -> Value {
            if (e.facade.size() != 2) return {};
            return toText(e.facade[0].x) + " " + toText(e.facade[0].y) + "," + toText(e.facade[1].x) + " " + toText(e.facade[1].y);
          },
          [](Entrance& e, const Cell& cell) {
            std::string text = textOf(cell);
            std::vector<double> numbers;
            for (std::size_t at = 0; at < text.size();) {
              const std::size_t end = std::min(text.find_first_of(" ,", at), text.size());
              if (const auto number = toNumber(text.substr(at, end - at))) numbers.push_back(*number);
              at = end + 1;
            }
            e.facade.clear();
            if (numbers.size() == 4) e.facade = {{numbers[0], numbers[1]}, {numbers[2], numbers[3]}};
          }};
}

}  // namespace

template <>
const EntityBindings<AdminArea>& bindingsOf<AdminArea>() {
  static const auto t = withPolygon(table<AdminArea>("admin_area", "行政区划", "administrative area", GeometryKind::Polygon, {
      column(&AdminArea::kind, {"kind", "级别", "level", "", "admin_kind"}), column(&AdminArea::code, {"code", "编码", "code"}),
      column(&AdminArea::name, {"name", "名称", "name"}), column(&AdminArea::parentUid, {"parent_uid", "上级", "parent"})}));
  return t;
}

template <>
const EntityBindings<Estate>& bindingsOf<Estate>() {
  static const auto t = withPolygon(table<Estate>("estate", "小区", "estate", GeometryKind::Polygon, {
      column(&Estate::code, {"code", "小区编码", "estate code"}), column(&Estate::name, {"name", "小区名称", "name"}),
      column(&Estate::alias, {"alias", "曾用名", "alias"}), column(&Estate::builtFrom, {"built_from", "建成年份起", "built from"}),
      column(&Estate::builtTo, {"built_to", "建成年份止", "built to"}), column(&Estate::tenure, {"tenure", "产权性质", "ownership", "", "tenure"}),
      column(&Estate::formerOwner, {"former_owner", "原产权单位", "former owner"}),
      column(&Estate::propertyMode, {"property_mode", "物业管理", "property management", "", "property_mode"}),
      column(&Estate::redlineStatus, {"redline_status", "红线状态", "red line status", "", "redline_status"}),
      column(&Estate::drainageSystem, {"drainage_system", "排水体制", "drainage system", "", "drainage_system"}),
      column(&Estate::street, {"street", "街道", "sub-district"}), column(&Estate::community, {"community", "社区", "community"}),
      column(&Estate::households, {"households", "户数", "households", "户"}), column(&Estate::buildings, {"buildings", "楼栋数", "buildings", "栋"}),
      column(&Estate::stalls, {"stalls", "停车位", "stalls", "个"}), column(&Estate::hasPartyBranch, {"has_party_branch", "党支部", "party branch"}),
      column(&Estate::hasSecurity, {"has_security", "安防", "security"}), column(&Estate::hasSportSite, {"has_sport_site", "活动场地", "sport site"})}));
  return t;
}

template <>
const EntityBindings<Building>& bindingsOf<Building>() {
  static const auto t = withPolygon(table<Building>("building", "楼栋", "building", GeometryKind::Polygon, {
      column(&Building::code, {"code", "楼栋编码", "building code"}), column(&Building::number, {"number", "楼号", "number"}),
      column(&Building::address, {"address", "门牌", "address"}), column(&Building::estateUid, {"estate_uid", "所属小区", "estate"}),
      column(&Building::floors, {"floors", "层数", "storeys", "层"}), column(&Building::floorsBelow, {"floors_below", "地下层数", "storeys below ground", "层"}),
      column(&Building::entrances, {"entrances", "单元数", "stair units", "个"}), column(&Building::households, {"households", "户数", "households", "户"}),
      column(&Building::built, {"built", "建成年份", "year built"}), column(&Building::heightM, {"height_m", "檐高", "height", "m"}),
      column(&Building::floorAreaM2, {"floor_area_m2", "建筑面积", "floor area", "m2"}), column(&Building::roofAreaM2, {"roof_area_m2", "屋面面积", "roof area", "m2"}),
      column(&Building::facadeAreaM2, {"facade_area_m2", "外墙面积", "facade area", "m2"}), column(&Building::use, {"use", "用途", "use", "", "building_use"}),
      column(&Building::structure, {"structure", "结构类型", "structure", "", "structure"}), column(&Building::tenure, {"tenure", "产权类别", "ownership", "", "tenure"}),
      column(&Building::safety, {"safety", "房屋安全等级", "safety class", "", "safety"}), column(&Building::isRoofLeaking, {"is_roof_leaking", "屋面渗漏", "roof leaks"}),
      column(&Building::isFacadeLoose, {"is_facade_loose", "外墙脱落隐患", "facade loose"}), column(&Building::isInsulated, {"is_insulated", "保温", "insulated"}),
      column(&Building::isHeritage, {"is_heritage", "历史建筑", "heritage"})}));
  return t;
}

template <>
const EntityBindings<Entrance>& bindingsOf<Entrance>() {
  static const auto t = withPoint(table<Entrance>("entrance", "单元", "stair unit", GeometryKind::Point, {
      column(&Entrance::code, {"code", "单元编码", "unit code"}), column(&Entrance::number, {"number", "单元号", "number"}),
      column(&Entrance::buildingUid, {"building_uid", "所属楼栋", "building"}), column(&Entrance::floors, {"floors", "层数", "storeys", "层"}),
      column(&Entrance::perFloor, {"per_floor", "每层户数", "households a storey", "户"}), column(&Entrance::groundUse, {"ground_use", "一层用途", "ground floor use", "", "ground_use"}),
      column(&Entrance::access, {"access", "入户方式", "access", "", "access"}), column(&Entrance::liftStatus, {"lift_status", "电梯状态", "lift status", "", "lift_status"}),
      facadeBinding()}), &Entrance::door);
  return t;
}

template <>
const EntityBindings<Consent>& bindingsOf<Consent>() {
  static const auto t = table<Consent>("consent", "意愿征询", "consent", GeometryKind::None, {
      column(&Consent::entranceUid, {"entrance_uid", "所属单元", "stair unit"}), column(&Consent::topic, {"topic", "事项", "topic"}),
      column(&Consent::totalAreaM2, {"total_area_m2", "专有面积", "total area", "m2"}), column(&Consent::attendedAreaM2, {"attended_area_m2", "参与面积", "area taking part", "m2"}),
      column(&Consent::agreedAreaM2, {"agreed_area_m2", "同意面积", "area agreeing", "m2"}), column(&Consent::totalOwners, {"total_owners", "业主人数", "owners", "人"}),
      column(&Consent::attendedOwners, {"attended_owners", "参与人数", "owners taking part", "人"}), column(&Consent::agreedOwners, {"agreed_owners", "同意人数", "owners agreeing", "人"})});
  return t;
}

template <>
const EntityBindings<IllegalStructure>& bindingsOf<IllegalStructure>() {
  static const auto t = withPolygon(table<IllegalStructure>("illegal_structure", "违法建设", "illegal structure", GeometryKind::Polygon, {
      column(&IllegalStructure::code, {"code", "编号", "code"}), column(&IllegalStructure::kind, {"kind", "类型", "kind"}),
      column(&IllegalStructure::stage, {"stage", "处置阶段", "stage", "", "illegal_stage"}), column(&IllegalStructure::areaM2, {"area_m2", "面积", "area", "m2"})}));
  return t;
}

template <>
const EntityBindings<Road>& bindingsOf<Road>() {
  static const auto t = withLines(table<Road>("road", "道路", "road", GeometryKind::Line, {
      column(&Road::name, {"name", "名称", "name"}), column(&Road::roadClass, {"road_class", "道路等级", "class", "", "road_class"}),
      column(&Road::widthM, {"width_m", "宽度", "width", "m"}), column(&Road::clearWidthM, {"clear_width_m", "净宽", "clear width", "m"})}));
  return t;
}

template <>
const EntityBindings<Barrier>& bindingsOf<Barrier>() {
  static const auto t = withLines(table<Barrier>("barrier", "围墙与门", "wall or gate", GeometryKind::Line, {
      column(&Barrier::kind, {"kind", "类型", "kind", "", "barrier_kind"}), column(&Barrier::isPassable, {"is_passable", "可通行", "passable"}),
      column(&Barrier::isRemovable, {"is_removable", "可拆除", "removable"})}));
  return t;
}

template <>
const EntityBindings<Water>& bindingsOf<Water>() {
  static const auto t = withPolygon(table<Water>("water", "水系", "water", GeometryKind::Polygon, {
      column(&Water::name, {"name", "名称", "name"}), column(&Water::kind, {"kind", "类型", "kind", "", "water_kind"})}));
  return t;
}

template <>
const EntityBindings<Green>& bindingsOf<Green>() {
  static const auto t = withPolygon(table<Green>("green", "绿地", "green", GeometryKind::Polygon, {
      column(&Green::kind, {"kind", "类型", "kind"}), column(&Green::isProtected, {"is_protected", "保护", "protected"})}));
  return t;
}

template <>
const EntityBindings<Tree>& bindingsOf<Tree>() {
  static const auto t = withPoint(table<Tree>("tree", "树木", "tree", GeometryKind::Point, {
      column(&Tree::species, {"species", "树种", "species"}), column(&Tree::trunkCm, {"trunk_cm", "胸径", "trunk diameter", "cm"}),
      column(&Tree::isProtected, {"is_protected", "古树名木", "protected"})}), &Tree::point);
  return t;
}

template <>
const EntityBindings<Stall>& bindingsOf<Stall>() {
  static const auto t = withPolygon(table<Stall>("stall", "现状车位", "existing stall", GeometryKind::Polygon, {column(&Stall::kind, {"kind", "类型", "kind", "", "stall_kind"})}));
  return t;
}

template <>
const EntityBindings<Facility>& bindingsOf<Facility>() {
  static const auto t = withPoint(table<Facility>("facility", "公共设施", "facility", GeometryKind::Point, {
      column(&Facility::kind, {"kind", "类型", "kind"}), column(&Facility::name, {"name", "名称", "name"}), column(&Facility::areaM2, {"area_m2", "面积", "area", "m2"})}),
      &Facility::point);
  return t;
}

template <>
const EntityBindings<TerrainPoint>& bindingsOf<TerrainPoint>() {
  static const auto t = withPoint(table<TerrainPoint>("terrain", "高程点", "spot height", GeometryKind::Point, {column(&TerrainPoint::z, {"z", "高程", "elevation", "m"})}),
                                  &TerrainPoint::point);
  return t;
}

template <>
const EntityBindings<PipeNode>& bindingsOf<PipeNode>() {
  static const auto t = withPoint(table<PipeNode>("pipe_node", "管点", "pipe node", GeometryKind::Point, {
      column(&PipeNode::code, {"code", "物探点号", "survey number"}), column(&PipeNode::pipeClass, {"pipe_class", "管类", "class", "", "pipe_class"}),
      column(&PipeNode::subclass, {"subclass", "小类", "subclass", "", "pipe_subclass"}), column(&PipeNode::feature, {"feature", "特征", "feature"}),
      column(&PipeNode::attachment, {"attachment", "附属物", "attachment"}), column(&PipeNode::groundZ, {"ground_z", "地面高程", "ground level", "m"}),
      column(&PipeNode::invertZ, {"invert_z", "井底高程", "invert level", "m"})}), &PipeNode::point);
  return t;
}

template <>
const EntityBindings<Pipe>& bindingsOf<Pipe>() {
  static const auto t = [] {
    auto made = table<Pipe>("pipe", "管段", "pipe", GeometryKind::Line, {
        column(&Pipe::code, {"code", "管段编号", "code"}), column(&Pipe::pipeClass, {"pipe_class", "管类", "class", "", "pipe_class"}),
        column(&Pipe::subclass, {"subclass", "小类", "subclass", "", "pipe_subclass"}), column(&Pipe::fromUid, {"from_uid", "起始点", "from"}),
        column(&Pipe::toUid, {"to_uid", "终止点", "to"}), column(&Pipe::fromInvert, {"from_invert", "起点高程", "invert at start", "m"}),
        column(&Pipe::toInvert, {"to_invert", "终点高程", "invert at end", "m"}), column(&Pipe::fromDepth, {"from_depth", "起点埋深", "depth at start", "m"}),
        column(&Pipe::toDepth, {"to_depth", "终点埋深", "depth at end", "m"}), column(&Pipe::diameterMm, {"diameter_mm", "管径", "diameter", "mm"}),
        column(&Pipe::widthMm, {"width_mm", "断面宽", "section width", "mm"}), column(&Pipe::heightMm, {"height_mm", "断面高", "section height", "mm"}),
        column(&Pipe::material, {"material", "材质", "material", "", "pipe_material"}), column(&Pipe::laying, {"laying", "埋设方式", "laying", "", "pipe_laying"}),
        column(&Pipe::year, {"year", "建设年代", "year"}), column(&Pipe::owner, {"owner", "管理单位", "owner"}),
        column(&Pipe::status, {"status", "状态", "status", "", "pipe_status"}), column(&Pipe::flow, {"flow", "流向", "flow"})});
    made.getShape = [](const Pipe& p) { return p.line.empty() ? XYGeometry{} : XYGeometry{XYGeometry::Lines{{p.line}}}; };
    made.setShape = [](Pipe& p, XYGeometry g) {
      if (auto* lines = std::get_if<XYGeometry::Lines>(&g.value); lines && !lines->lines.empty()) p.line = std::move(lines->lines.front());
    };
    return made;
  }();
  return t;
}

template <>
const EntityBindings<Riser>& bindingsOf<Riser>() {
  static const auto t = withPoint(table<Riser>("riser", "立管", "riser", GeometryKind::Point, {
      column(&Riser::code, {"code", "立管编号", "code"}), column(&Riser::buildingUid, {"building_uid", "所属楼栋", "building"}),
      column(&Riser::toNodeUid, {"to_node_uid", "接入井", "connected manhole"}), column(&Riser::category, {"category", "类别", "category", "", "riser_category"}),
      column(&Riser::source, {"source", "水源", "source", "", "riser_source"}), column(&Riser::material, {"material", "材质", "material"}),
      column(&Riser::diameterMm, {"diameter_mm", "管径", "diameter", "mm"}), column(&Riser::invertZ, {"invert_z", "底标高", "invert", "m"}),
      column(&Riser::isMixed, {"is_mixed", "是否混接", "mixed"}), column(&Riser::isSpilling, {"is_spilling", "是否散排", "spills"})}), &Riser::point);
  return t;
}

template <>
const EntityBindings<Outfall>& bindingsOf<Outfall>() {
  static const auto t = withPoint(table<Outfall>("outfall", "排放口", "outfall", GeometryKind::Point, {
      column(&Outfall::code, {"code", "编号", "code"}), column(&Outfall::kind, {"kind", "类型", "kind", "", "outfall_kind"}),
      column(&Outfall::receiving, {"receiving", "受纳对象", "receiving"}), column(&Outfall::nodeUid, {"node_uid", "管点", "pipe node"}),
      column(&Outfall::limitZ, {"limit_z", "控制水位", "limiting level", "m"})}), &Outfall::point);
  return t;
}

}  // namespace pianqu::layers
