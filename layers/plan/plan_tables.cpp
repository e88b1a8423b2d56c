#include <algorithm>

#include "layers/plan/records.hpp"

namespace pianqu::layers {
namespace {

Field text(const char* name, const char* zh, const char* en, const char* domain = "") { return {name, FieldType::Text, zh, en, "", domain}; }
Field real(const char* name, const char* zh, const char* en, const char* unit = "") { return {name, FieldType::Real, zh, en, unit, ""}; }
Field integer(const char* name, const char* zh, const char* en, const char* unit = "") { return {name, FieldType::Integer, zh, en, unit, ""}; }
Field flag(const char* name, const char* zh, const char* en) { return {name, FieldType::Boolean, zh, en, "", ""}; }

std::vector<PlanTable> makeTables() {
  return {
      {{"plan", "方案", "plan", GeometryKind::None, {text("label", "方案名称", "label"), text("parameters", "参数", "parameters")}}},
      {{"district", "片区", "district", GeometryKind::Polygon,
        {text("code", "片区编号", "code"), text("name", "片区名称", "name"), flag("is_pinned", "锁定", "pinned"), text("note", "说明", "note")}}},
      {{"district_member", "片区成员", "district member", GeometryKind::None,
        {text("district_uid", "所属片区", "district"), text("kind", "类型", "kind"), text("target_uid", "对象", "target"), text("role", "角色", "role", "member_role"),
         text("reason", "理由", "reason")}}},
      {{"leftover", "未入片区", "leftover", GeometryKind::None,
        {text("kind", "类型", "kind"), text("target_uid", "对象", "target"), text("reason_code", "理由代码", "reason code"), text("reason", "理由", "reason")}}},
      {{"measure", "改造措施", "measure", GeometryKind::None,
        {text("district_uid", "所属片区", "district"), text("catalogue_code", "措施编码", "catalogue code"), text("target_table", "对象类型", "target table"),
         text("target_uid", "对象", "target"), text("action", "处置", "action", "measure_action"), real("quantity", "数量", "quantity"),
         real("quantity_inside", "红线内数量", "quantity inside"), real("quantity_outside", "红线外数量", "quantity outside"), text("unit", "单位", "unit"),
         integer("unit_price_fen", "单价", "unit price", "fen"), integer("cost_fen", "费用", "cost", "fen"), text("status", "状态", "status", "measure_status"),
         text("origin", "来源", "origin"), text("note", "备注", "note")}},
       true},
      {{"lift_study", "加装电梯论证", "lift study", GeometryKind::Polygon,
        {text("district_uid", "所属片区", "district"), text("entrance_uid", "所属单元", "stair unit"), text("verdict", "结论", "verdict", "verdict"),
         text("reasons", "理由", "reasons"), text("consent", "意愿", "consent", "consent_verdict"), text("share_by_floor", "分层分摊", "share by floor", "")}}},
      {{"parking_study", "停车论证", "parking study", GeometryKind::Polygon,
        {text("district_uid", "所属片区", "district"), text("profile", "标准", "profile"), real("entrance_x", "出入口东坐标", "entrance easting", "m"),
         real("entrance_y", "出入口北坐标", "entrance northing", "m"), flag("is_verified", "已复核", "verified")}}},
      {{"parking_part", "停车布置", "parking layout", GeometryKind::Polygon,
        {text("study_uid", "所属论证", "study"), text("kind", "类型", "kind", "parking_part"), integer("number", "序号", "number")}}}};
}

}  // namespace

const std::vector<PlanTable>& planTables() {
  static const std::vector<PlanTable> tables = makeTables();
  return tables;
}

const PlanTable* findPlanTable(std::string_view name) {
  const auto& tables = planTables();
  const auto it = std::find_if(tables.begin(), tables.end(), [name](const PlanTable& t) { return t.schema.name == name; });
  return it == tables.end() ? nullptr : &*it;
}

}  // namespace pianqu::layers
