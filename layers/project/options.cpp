#include "layers/project/options.hpp"

#include <map>

#include <nlohmann/json.hpp>

#include "layers/plan/records.hpp"
#include "layers/project/journal.hpp"
#include "layers/project/project_state.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

const char* const kTable = "plan_option";
const char* const kOpOption = "option";
const char* const kFrozen = "冻结";
const char* const kOpen = "可编辑";

TableSchema schema() {
  const auto text = [](const char* name, const char* zh, const char* en) { return Field{name, FieldType::Text, zh, en, "", ""}; };
  return {kTable, "比选方案", "options", GeometryKind::None,
          {text("name", "方案", "name"), text("state", "状态", "state"), text("saved_at", "保存时间", "saved at"), text("saved_by", "保存人", "saved by"), text("note", "备注", "note"), text("content", "内容", "content")}};
}

std::string whereName(const std::string& name) { return " WHERE name = " + Database::literal(Value{name}); }

}  // namespace

std::string planToJson(const Plan& plan) {
  nlohmann::json document = nlohmann::json::object();
  for (const RowChange& change : changesBetween(Plan{.label = {}, .parameters = {}, .districts = {}, .leftovers = {}, .measures = {}, .liftStudies = {}, .parkingStudies = {}}, plan)) {
    document[change.table][change.uid] = nlohmann::json::parse(toJson(*findPlanTable(change.table), change.after), nullptr, false);
  }
  return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

geo::Result<Plan> planFromJson(const std::string& text) {
  const auto document = nlohmann::json::parse(text, nullptr, false);
  if (!document.is_object()) return fail(ErrorCode::Unreadable, "the stored option is not readable", "take it from a backup");
  std::vector<FeatureTable> tables;
  for (const PlanTable& table : planTables()) {
    FeatureTable rows{.name = table.schema.name, .geometry = table.schema.geometry, .fields = {{"uid"}}};
    rows.fields.insert(rows.fields.end(), table.schema.fields.begin(), table.schema.fields.end());
    rows.columns.resize(rows.fields.size());
    const auto own = document.find(table.schema.name);
    if (own != document.end() && own->is_object()) {
      for (const auto& [uid, row] : own->items()) {
        const auto read = rowFromJson(table, row.dump());
        if (!read) return fail(read);
        if (!*read) continue;
        rows.columns[0].push_back(Value{uid});
        for (std::size_t f = 0; f < (*read)->values.size(); ++f) rows.columns[f + 1].push_back((*read)->values[f]);
        rows.geometries.push_back((*read)->geometry);
      }
    }
    tables.push_back(std::move(rows));
  }
  return planFrom(tables);
}

geo::Result<OptionStore> OptionStore::open(const std::string& path, Project::Access access) {
  // Opening the project first brings an older file up to date and says what is wrong with a foreign one.
  auto project = Project::open(path, access);
  if (!project) return fail(std::move(project));
  const ProjectSettings settings = project->settings();
  auto database = Database::open(path, access == Project::Access::Write);
  if (!database) return fail(std::move(database));
  return OptionStore(std::move(*database), settings, access == Project::Access::Write);
}

geo::Result<std::vector<OptionInfo>> OptionStore::list() const {
  std::vector<OptionInfo> options;
  if (!m_database.hasTable(kTable)) return options;
  const auto rows = m_database.query(std::string("SELECT name, state, saved_at, saved_by, note FROM ") + kTable + " ORDER BY name");
  if (!rows) return fail(rows);
  for (const auto& row : *rows) options.push_back({toText(row[0]), toText(row[1]) == kFrozen, toText(row[2]), toText(row[3]), toText(row[4])});
  return options;
}

geo::Result<std::vector<NamedOption>> OptionStore::readAll() const {
  const auto infos = list();
  if (!infos) return fail(infos);
  std::vector<NamedOption> options;
  for (const auto& state : *infos) {
    auto plan = read(state.name);
    if (!plan) return fail(std::move(plan));
    options.push_back({state, std::move(*plan)});
  }
  return options;
}

geo::Result<Plan> OptionStore::read(const std::string& name) const {
  const auto options = list();
  if (!options) return fail(options);
  std::string names;
  for (const auto& option : *options) {
    names += (names.empty() ? "" : ", ") + option.name;
    if (option.name != name) continue;
    const auto rows = m_database.query(std::string("SELECT content FROM ") + kTable + whereName(name));
    if (!rows) return fail(rows);
    auto plan = planFromJson(toText(rows->front().front()));
    if (!plan) return plan;
    return plan;
  }
  return fail(ErrorCode::NotFound, "there is no option " + name, names.empty() ? "keep the plan as one with: pianqu option PROJECT copy NAME" : "the project has " + names, {.file = m_database.path(), .layer = kTable, .feature = name});
}

geo::Result<void> OptionStore::write(const std::string& name, const Plan& plan, const std::string& note, const char* state, const Author& author) {
  if (const auto writable = requireWritable(m_isWritable, m_database.path()); !writable) return writable;
  if (name.empty()) return fail(ErrorCode::Invalid, "the option has no name", "name it, e.g. 方案B");
  return inTransaction(m_database, author.at, [&]() -> geo::Result<void> {
    if (!m_database.hasTable(kTable)) {
      if (auto made = m_database.createTable(schema(), m_settings.crs); !made) return made;
    }
    if (auto gone = m_database.run(std::string("DELETE FROM ") + kTable + whereName(name)); !gone) return gone;
    FeatureTable row{.name = kTable, .geometry = GeometryKind::None, .fields = {{"uid"}}};
    const auto fields = schema().fields;
    row.fields.insert(row.fields.end(), fields.begin(), fields.end());
    row.columns = {{Value{planUidOf({kTable, name})}}, {Value{name}}, {Value{std::string(state)}}, {Value{author.at}}, {Value{author.name}}, {Value{note}}, {Value{planToJson(plan)}}};
    row.geometries.resize(1);
    if (auto added = m_database.insert(row); !added) return added;
    if (auto known = m_database.refreshContents(kTable, false); !known) return known;
    const auto end = readEnd(m_database);
    if (!end) return fail(end);
    return append(m_database, *end, author, {{.table = kTable, .uid = name, .op = kOpOption, .after = nlohmann::json{{"state", state}, {"districts", plan.districts.size()}}.dump(), .reason = note}});
  });
}

geo::Result<void> OptionStore::save(const std::string& name, const Plan& plan, const std::string& note, const Author& author) {
  const auto options = list();
  if (!options) return fail(options);
  for (const auto& option : *options) {
    if (option.name == name && option.isFrozen) return fail(ErrorCode::Conflict, "option " + name + " is frozen", "copy it under another name", {.file = m_database.path(), .layer = kTable, .feature = name});
  }
  Plan kept = plan;
  kept.label = name;
  return write(name, kept, note, kOpen, author);
}

geo::Result<void> OptionStore::freeze(const std::string& version, const Plan& plan, const std::string& note, const Author& author) {
  const auto options = list();
  if (!options) return fail(options);
  for (const auto& option : *options) {
    if (option.name == version) return fail(ErrorCode::Conflict, "there is an option " + version + " already", "choose another name for the version", {.file = m_database.path(), .layer = kTable, .feature = version});
  }
  return write(version, plan, note, kFrozen, author);
}

geo::Result<void> OptionStore::remove(const std::string& name, const Author& author) {
  if (const auto writable = requireWritable(m_isWritable, m_database.path()); !writable) return writable;
  const auto options = list();
  if (!options) return fail(options);
  for (const auto& option : *options) {
    if (option.name != name) continue;
    if (option.isFrozen) return fail(ErrorCode::Conflict, "option " + name + " is frozen", "a frozen version stays", {.file = m_database.path(), .layer = kTable, .feature = name});
    return inTransaction(m_database, author.at, [&]() -> geo::Result<void> {
      if (auto gone = m_database.run(std::string("DELETE FROM ") + kTable + whereName(name)); !gone) return gone;
      if (auto known = m_database.refreshContents(kTable, false); !known) return known;
      const auto end = readEnd(m_database);
      if (!end) return fail(end);
      return append(m_database, *end, author, {{.table = kTable, .uid = name, .op = kOpOption, .after = R"({"state":"removed"})"}});
    });
  }
  return fail(ErrorCode::NotFound, "there is no option " + name, "see pianqu option PROJECT list", {.file = m_database.path(), .layer = kTable, .feature = name});
}

}  // namespace pianqu::layers
