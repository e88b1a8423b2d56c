#include "layers/sample/delivery.hpp"

#include <algorithm>
#include <unordered_map>

namespace pianqu::layers {
namespace {

constexpr FieldType kText = FieldType::Text;
constexpr FieldType kInteger = FieldType::Integer;
constexpr FieldType kReal = FieldType::Real;

/// Codes by uid, for the columns by which offices refer to one another's rows.
template <class T>
std::unordered_map<Uid, std::string> codesOf(const std::vector<T>& items) {
  std::unordered_map<Uid, std::string> codes;
  for (const auto& item : items) codes.emplace(item.uid, item.code);
  return codes;
}

std::string codeIn(const std::unordered_map<Uid, std::string>& codes, const Uid& uid) {
  const auto it = codes.find(uid);
  return it == codes.end() ? std::string() : it->second;
}

}  // namespace

geo::XYGeometry polygons(const geo::MultiPolygon<geo::XY>& shape) { return {geo::XYGeometry::Polygons{shape}}; }
geo::XYGeometry lines(const geo::MultiLine<geo::XY>& line) { return {geo::XYGeometry::Lines{line}}; }
geo::XYGeometry onePoint(geo::XY point) { return {geo::XYGeometry::Points{{point}}}; }

FeatureTable estateBoundaries(const City& city) {
  using E = Estate;
  return tableOf<E>("小区红线", GeometryKind::Polygon, city.estates,
                    {{"小区编码", kText, [](const E& e) { return cell(e.code); }}, {"小区名称", kText, [](const E& e) { return cell(e.name); }},
                     {"街道", kText, [](const E& e) { return cell(e.street); }}, {"社区", kText, [](const E& e) { return cell(e.community); }},
                     {"红线状态", kText, [](const E& e) { return cell(e.redlineStatus); }}},
                    [](const E& e) { return polygons(e.shape); });
}

FeatureTable buildingFootprints(const City& city) {
  using B = Building;
  const auto estates = codesOf(city.estates);
  return tableOf<B>("楼栋", GeometryKind::Polygon, city.buildings,
                    {{"楼栋编码", kText, [](const B& b) { return cell(b.code); }}, {"小区编码", kText, [&](const B& b) { return cell(codeIn(estates, b.estateUid)); }},
                     {"楼号", kText, [](const B& b) { return cell(b.number); }}, {"门牌", kText, [](const B& b) { return cell(b.address); }},
                     {"层数", kInteger, [](const B& b) { return cell(b.floors); }}, {"用途", kText, [](const B& b) { return cell(b.use); }}},
                    [](const B& b) { return polygons(b.shape); });
}

FeatureTable stairUnits(const City& city) {
  using E = Entrance;
  const auto buildings = codesOf(city.buildings);
  return tableOf<E>("单元", GeometryKind::Point, city.entrances,
                    {{"单元编码", kText, [](const E& e) { return cell(e.code); }}, {"楼栋编码", kText, [&](const E& e) { return cell(codeIn(buildings, e.buildingUid)); }},
                     {"单元号", kText, [](const E& e) { return cell(e.number); }}, {"层数", kInteger, [](const E& e) { return cell(e.floors); }},
                     {"每层户数", kInteger, [](const E& e) { return cell(e.perFloor); }}, {"一层用途", kText, [](const E& e) { return cell(e.groundUse); }},
                     {"入户方式", kText, [](const E& e) { return cell(e.access); }}, {"电梯状态", kText, [](const E& e) { return cell(e.liftStatus); }}},
                    [](const E& e) { return onePoint(e.door); });
}

FeatureTable areas(const City& city) {
  using A = AdminArea;
  return tableOf<A>("街道社区", GeometryKind::Polygon, city.adminAreas,
                    {{"级别", kText, [](const A& a) { return cell(a.kind); }}, {"编码", kText, [](const A& a) { return cell(a.code); }}, {"名称", kText, [](const A& a) { return cell(a.name); }}},
                    [](const A& a) { return polygons(a.shape); });
}

FeatureTable roadLines(const City& city) {
  using R = Road;
  return tableOf<R>("道路", GeometryKind::Line, city.roads,
                    {{"名称", kText, [](const R& r) { return cell(r.name); }}, {"道路等级", kText, [](const R& r) { return cell(r.roadClass); }},
                     {"宽度", kReal, [](const R& r) { return cell(r.widthM); }}, {"净宽", kReal, [](const R& r) { return cell(r.clearWidthM); }}},
                    [](const R& r) { return lines(r.line); });
}

FeatureTable waterAreas(const City& city) {
  using W = Water;
  return tableOf<W>("水系", GeometryKind::Polygon, city.waters, {{"名称", kText, [](const W& w) { return cell(w.name); }}, {"类型", kText, [](const W& w) { return cell(w.kind); }}},
                    [](const W& w) { return polygons(w.shape); });
}

FeatureTable facilities(const City& city) {
  using F = Facility;
  return tableOf<F>("公共设施", GeometryKind::Point, city.facilities,
                    {{"类型", kText, [](const F& f) { return cell(f.kind); }}, {"名称", kText, [](const F& f) { return cell(f.name); }}, {"面积", kReal, [](const F& f) { return cell(f.areaM2); }}},
                    [](const F& f) { return onePoint(f.point); });
}

FeatureTable estateLedger(const City& city) {
  using E = Estate;
  return tableOf<E>("小区台账", GeometryKind::None, city.estates,
                    {{"小区编码", kText, [](const E& e) { return cell(e.code); }}, {"小区名称", kText, [](const E& e) { return cell(e.name); }},
                     {"建成年份起", kInteger, [](const E& e) { return cell(e.builtFrom); }}, {"建成年份止", kInteger, [](const E& e) { return cell(e.builtTo); }},
                     {"产权性质", kText, [](const E& e) { return cell(e.tenure); }}, {"原产权单位", kText, [](const E& e) { return cell(e.formerOwner); }},
                     {"物业管理", kText, [](const E& e) { return cell(e.propertyMode); }}, {"排水体制", kText, [](const E& e) { return cell(e.drainageSystem); }},
                     {"户数", kInteger, [](const E& e) { return cell(e.households); }}, {"楼栋数", kInteger, [](const E& e) { return cell(e.buildings); }},
                     {"停车位", kInteger, [](const E& e) { return cell(e.stalls); }}, {"党支部", kText, [](const E& e) { return yesNo(e.hasPartyBranch, "有", "无"); }},
                     {"安防", kText, [](const E& e) { return yesNo(e.hasSecurity, "有", "无"); }}, {"活动场地", kText, [](const E& e) { return yesNo(e.hasSportSite, "有", "无"); }}});
}

FeatureTable buildingLedger(const City& city) {
  using B = Building;
  return tableOf<B>("楼栋台账", GeometryKind::None, city.buildings,
                    {{"楼栋编码", kText, [](const B& b) { return cell(b.code); }}, {"地下层数", kInteger, [](const B& b) { return cell(b.floorsBelow); }},
                     {"单元数", kInteger, [](const B& b) { return cell(b.entrances); }}, {"户数", kInteger, [](const B& b) { return cell(b.households); }},
                     {"建成年份", kInteger, [](const B& b) { return cell(b.built); }}, {"檐高", kReal, [](const B& b) { return cell(b.heightM); }},
                     {"建筑面积", kReal, [](const B& b) { return cell(b.floorAreaM2); }}, {"屋面面积", kReal, [](const B& b) { return cell(b.roofAreaM2); }},
                     {"外墙面积", kReal, [](const B& b) { return cell(b.facadeAreaM2); }}, {"结构类型", kText, [](const B& b) { return cell(b.structure); }},
                     {"产权类别", kText, [](const B& b) { return cell(b.tenure); }}, {"房屋安全等级", kText, [](const B& b) { return cell(b.safety); }},
                     {"屋面渗漏", kText, [](const B& b) { return yesNo(b.isRoofLeaking, "是", "否"); }}, {"外墙脱落隐患", kText, [](const B& b) { return yesNo(b.isFacadeLoose, "是", "否"); }},
                     {"外墙保温", kText, [](const B& b) { return yesNo(b.isInsulated, "有", "无"); }}, {"历史建筑", kText, [](const B& b) { return yesNo(b.isHeritage, "是", "否"); }}});
}

FeatureTable consentList(const City& city) {
  using C = Consent;
  const auto entrances = codesOf(city.entrances);
  return tableOf<C>("加装电梯表决", GeometryKind::None, city.consents,
                    {{"单元编码", kText, [&](const C& c) { return cell(codeIn(entrances, c.entranceUid)); }}, {"表决事项", kText, [](const C& c) { return cell(c.topic); }},
                     {"专有面积", kReal, [](const C& c) { return cell(c.totalAreaM2); }}, {"参与面积", kReal, [](const C& c) { return cell(c.attendedAreaM2); }},
                     {"同意面积", kReal, [](const C& c) { return cell(c.agreedAreaM2); }}, {"业主人数", kInteger, [](const C& c) { return cell(c.totalOwners); }},
                     {"参与人数", kInteger, [](const C& c) { return cell(c.attendedOwners); }}, {"同意人数", kInteger, [](const C& c) { return cell(c.agreedOwners); }}});
}

FeatureTable riserList(const City& city) {
  using R = Riser;
  const auto buildings = codesOf(city.buildings), nodes = codesOf(city.pipeNodes);
  return tableOf<R>("立管", GeometryKind::None, city.risers,
                    {{"立管编号", kText, [](const R& r) { return cell(r.code); }}, {"楼栋编码", kText, [&](const R& r) { return cell(codeIn(buildings, r.buildingUid)); }},
                     {"类别", kText, [](const R& r) { return cell(r.category); }}, {"水源", kText, [](const R& r) { return cell(r.source); }},
                     {"材质", kText, [](const R& r) { return cell(r.material); }}, {"管径", kReal, [](const R& r) { return cell(r.diameterMm); }},
                     {"底标高", kReal, [](const R& r) { return cell(r.invertZ); }}, {"是否混接", kText, [](const R& r) { return yesNo(r.isMixed, "是", "否"); }},
                     {"是否散排", kText, [](const R& r) { return yesNo(r.isSpilling, "是", "否"); }}, {"接入井", kText, [&](const R& r) { return cell(codeIn(nodes, r.toNodeUid)); }},
                     {"东坐标", kReal, [](const R& r) { return Value{r.point.x}; }}, {"北坐标", kReal, [](const R& r) { return Value{r.point.y}; }}});
}

FeatureTable outfallList(const City& city) {
  using O = Outfall;
  const auto nodes = codesOf(city.pipeNodes);
  return tableOf<O>("排放口", GeometryKind::None, city.outfalls,
                    {{"排放口编号", kText, [](const O& o) { return cell(o.code); }}, {"类型", kText, [](const O& o) { return cell(o.kind); }},
                     {"受纳对象", kText, [](const O& o) { return cell(o.receiving); }}, {"物探点号", kText, [&](const O& o) { return cell(codeIn(nodes, o.nodeUid)); }},
                     {"控制水位", kReal, [](const O& o) { return cell(o.limitZ); }}, {"东坐标", kReal, [](const O& o) { return Value{o.point.x}; }},
                     {"北坐标", kReal, [](const O& o) { return Value{o.point.y}; }}});
}

}  // namespace pianqu::layers
