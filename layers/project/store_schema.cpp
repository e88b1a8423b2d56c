#include "layers/project/store_schema.hpp"

#include <algorithm>

#include "layers/feature/city_schema.hpp"
#include "layers/plan/records.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

struct StoreTable {
  TableSchema schema;
  TableOptions options;
};

Field text(const char* name, const char* zh) { return {name, FieldType::Text, zh, "", "", ""}; }
Field integer(const char* name, const char* zh) { return {name, FieldType::Integer, zh, "", "", ""}; }

/// Tables that are neither city nor plan: where rows came from, what was done, what words mean.
std::vector<StoreTable> bookkeepingTables() {
  const auto plain = [](const char* name, const char* zh, const char* en, std::vector<Field> fields, const char* fid = "fid") {
    return StoreTable{{name, zh, en, GeometryKind::None, std::move(fields)}, {.fid = fid, .hasUniqueUid = false}};
  };
  return {
      plain("meta", "工程信息", "settings of the project", {text("key", "项"), text("value", "值")}),
      plain("source", "数据来源", "imported files",
            {text("id", "来源编号"), text("path", "文件"), text("layer", "图层"), text("kind", "目标表"), text("sha256", "摘要"), text("crs_in", "坐标系"), text("encoding_in", "编码"),
             text("imported_at", "导入时间"), integer("rows_read", "读取"), integer("rows_written", "写入"), integer("rows_repaired", "修复"), integer("rows_refused", "拒绝")}),
      plain("change", "变更日志", "journal, append-only, each row chained to the last by its hash",
            {integer("txn", "事务"), text("at", "时间"), text("by", "人员"), text("table", "表"), text("row_uid", "对象"), text("op", "操作"), text("before_json", "变更前"),
             text("after_json", "变更后"), text("reason", "理由"), text("prev_hash", "前摘要"), text("hash", "摘要")},
            "seq"),
      plain("dict", "字典", "codes of enumerations", {text("domain", "域"), text("code", "代码"), text("zh", "中文"), text("en", "英文")}),
      plain("field_meta", "字段说明", "headings of fields", {text("table", "表"), text("field", "字段"), text("zh", "中文"), text("en", "英文"), text("unit", "单位"), text("domain", "域")}),
      plain("layer_styles", "图层样式", "styles that QGIS applies by itself",
            {text("f_table_catalog", ""), text("f_table_schema", ""), text("f_table_name", ""), text("f_geometry_column", ""), text("styleName", ""), text("styleQML", ""), text("styleSLD", ""),
             {"useAsDefault", FieldType::Boolean, "", "", "", ""}, text("description", ""), text("owner", ""), text("ui", ""), text("update_time", "")},
            "id")};
}

std::vector<StoreTable> allTables() {
  std::vector<StoreTable> tables = bookkeepingTables();
  for (const auto& schema : citySchema()) tables.push_back({schema, {.extraFields = provenanceFields()}});
  for (const auto& table : planTables()) tables.push_back({table.schema, {.hasAnyGeometry = table.hasAnyGeometry}});
  return tables;
}

/// Append-only for everybody who opens the file, not only for us; and quick ways to the ends of the journal.
const char* const kRules[] = {
    "CREATE TRIGGER IF NOT EXISTS change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER IF NOT EXISTS change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE INDEX IF NOT EXISTS change_txn ON change(txn)",
    "CREATE UNIQUE INDEX IF NOT EXISTS meta_key ON meta(key)",
    "CREATE UNIQUE INDEX IF NOT EXISTS source_id ON source(id)",
    "CREATE INDEX IF NOT EXISTS building_estate ON building(estate_uid)",
    "CREATE INDEX IF NOT EXISTS entrance_building ON entrance(building_uid)",
    "CREATE INDEX IF NOT EXISTS district_code ON district(code)",
    // Invariant of the plan, kept by the file too: a unit is in one district.
    "CREATE UNIQUE INDEX IF NOT EXISTS district_member_target ON district_member(kind, target_uid)",
    "CREATE INDEX IF NOT EXISTS measure_district ON measure(district_uid)"};

geo::Result<void> addMissing(Database& database, const geo::Crs& crs) {
  for (const auto& table : allTables()) {
    if (!database.hasTable(table.schema.name)) {
      if (const auto made = database.createTable(table.schema, crs, table.options); !made) return made;
      continue;
    }
    const auto present = database.columnsOf(table.schema.name);
    for (const auto* list : {&table.schema.fields, &table.options.extraFields}) {
      for (const auto& field : *list) {
        if (std::find(present.begin(), present.end(), field.name) != present.end()) continue;
        const char* type = field.type == FieldType::Real ? "REAL" : field.type == FieldType::Integer ? "INTEGER" : field.type == FieldType::Boolean ? "BOOLEAN" : "TEXT";
        if (const auto done = database.run("ALTER TABLE " + Database::quoted(table.schema.name) + " ADD COLUMN " + Database::quoted(field.name) + " " + type); !done) return done;
      }
    }
  }
  for (const char* sql : kRules) {
    if (const auto done = database.run(sql); !done) return done;
  }
  return {};
}

FeatureTable planHead() {
  const auto& schema = findPlanTable("plan")->schema;
  const auto changes = changesBetween(Plan{.label = ""}, Plan{});
  FeatureTable table{.name = "plan", .fields = {{"uid"}}, .columns = {{changes.front().uid}}};
  for (std::size_t f = 0; f < schema.fields.size(); ++f) {
    table.fields.push_back(schema.fields[f]);
    table.columns.push_back({changes.front().after->values[f]});
  }
  return table;
}

}  // namespace

const std::vector<Field>& provenanceFields() {
  static const std::vector<Field> fields{{"source_id", FieldType::Text, "来源", "source"},
                                         {"source_row", FieldType::Text, "来源行", "row in the source"},
                                         {"evidence", FieldType::Text, "证据等级", "evidence grade"},
                                         {"note", FieldType::Text, "备注", "note"}};
  return fields;
}

geo::Result<void> createStore(Database& database, const ProjectSettings& settings, const Author& author) {
  if (const auto made = addMissing(database, settings.crs); !made) return made;
  if (const auto written = database.insert(planHead()); !written) return written;
  const std::pair<const char*, std::string> metas[] = {{"application", "pianqu"},           {"schema_version", std::to_string(kSchemaVersion)},
                                                       {"name", settings.name},             {"crs_wkt", settings.crs.toWkt2()},
                                                       {"height_datum", settings.heightDatum}, {"created_at", author.at},
                                                       {"created_by", author.name}};
  for (const auto& [key, value] : metas) {
    if (const auto set = setMeta(database, key, value); !set) return set;
  }
  if (const auto written = writeDictionaries(database); !written) return written;
  return writeStyles(database);
}

geo::Result<void> setMeta(Database& database, const std::string& key, const std::string& value) {
  if (const auto gone = database.run("DELETE FROM meta WHERE key = " + Database::literal(Value{key})); !gone) return gone;
  return database.run("INSERT INTO meta(key, value) VALUES (" + Database::literal(Value{key}) + ", " + Database::literal(Value{value}) + ")");
}

geo::Result<std::string> readMeta(const Database& database, const std::string& key) {
  const auto rows = database.query("SELECT value FROM meta WHERE key = " + Database::literal(Value{key}));
  if (!rows) return fail(rows);
  return rows->empty() ? std::string{} : toText(rows->front().front());
}

geo::Result<int> checkVersion(const Database& database) {
  const auto notOurs = [&] { return fail(ErrorCode::Unreadable, "the GeoPackage is not a project of pianqu", "import it into a project: pianqu import PROJECT.gpkg " + database.path(), {.file = database.path()}); };
  if (!database.hasTable("meta")) return notOurs();
  const auto application = readMeta(database, "application");
  if (!application || *application != "pianqu") return notOurs();
  const auto version = readMeta(database, "schema_version");
  if (!version) return fail(version);
  const auto number = toInteger(Value{*version});
  if (!number) return fail(ErrorCode::Unreadable, "the project does not say which version it is", "take the last copy", {.file = database.path(), .layer = "meta"});
  if (*number > kSchemaVersion) {
    return fail(ErrorCode::Conflict, "the project has schema version " + *version + ", and this program knows versions up to " + std::to_string(kSchemaVersion), "open it with the newer pianqu that made it",
                {.file = database.path(), .layer = "meta"});
  }
  return static_cast<int>(*number);
}

geo::Result<ProjectSettings> readSettings(const Database& database) {
  ProjectSettings settings;
  const auto name = readMeta(database, "name");
  const auto wkt = readMeta(database, "crs_wkt");
  const auto datum = readMeta(database, "height_datum");
  if (!name || !wkt || !datum) return fail(!name ? name : !wkt ? wkt : datum);
  auto crs = geo::Crs::fromText(*wkt);
  if (!crs) return fail(ErrorCode::Unreadable, "the CRS of the project cannot be read: " + crs.error().text, "take the last copy", {.file = database.path(), .layer = "meta"});
  settings.name = *name;
  settings.crs = std::move(*crs);
  settings.heightDatum = *datum;
  return settings;
}

geo::Result<void> migrateStore(Database& database, const ProjectSettings& settings) {
  if (const auto begun = database.begin(); !begun) return begun;
  const auto steps = [&]() -> geo::Result<void> {
    if (const auto added = addMissing(database, settings.crs); !added) return added;
    if (const auto written = writeDictionaries(database); !written) return written;
    if (const auto written = writeStyles(database); !written) return written;
    return setMeta(database, "schema_version", std::to_string(kSchemaVersion));
  };
  if (const auto done = steps(); !done) {
    database.rollback();
    return done;
  }
  return database.commit();
}

}  // namespace pianqu::layers
