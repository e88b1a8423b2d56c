#include "layers/catalogue/parse_rows.hpp"
#include "layers/project/embedded.hpp"
#include "layers/project/project_state.hpp"
#include "layers/project/settings.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::fail;

constexpr const char* kScreenTheme = "screen";
constexpr const char* kSettingPrefix = "setting.";

geo::Result<Style> shippedStyle() {
  StyleTables tables;
  for (const EmbeddedTable& each : embeddedStyles()) {
    auto table = parseCatalogue(each.text, each.name);
    if (!table) return fail(table);
    tables.emplace(each.name, std::move(*table));
  }
  return Style::from(tables);
}

geo::Result<void> writeRows(Database& database, const std::vector<StoredStyle>& styles) {
  if (const auto done = database.run("DELETE FROM layer_styles WHERE owner = 'pianqu'"); !done) return done;
  FeatureTable table{.name = "layer_styles"};
  for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD", "useAsDefault", "description", "owner"}) table.fields.push_back({name});
  table.columns.resize(table.fields.size());
  for (const StoredStyle& style : styles) {
    const Value cells[] = {"", "", style.table, "geom", style.name, style.qml, style.sld, std::int64_t{style.isDefault}, "as shipped", "pianqu"};
    for (std::size_t f = 0; f < table.columns.size(); ++f) table.columns[f].push_back(cells[f]);
  }
  return database.insert(table);
}

}  // namespace

geo::Result<void> writeStyles(Database& database) {
  const auto style = shippedStyle();
  if (!style) return fail(style);
  const auto screen = style->theme(kScreenTheme);
  if (!screen) return fail(screen);
  std::vector<StoredStyle> styles = storedStylesOf(*style, *screen);
  for (StoredStyle& each : styles) each.sld.clear();   // nothing reads it there; `pianqu style export` writes it
  return writeRows(database, styles);
}

geo::Result<void> saveStyles(const Project& project, const std::vector<StoredStyle>& styles, const Author& author) {
  auto database = Database::open(project.path(), true);
  if (!database) return fail(std::move(database));
  return inTransaction(*database, author.at, [&] { return writeRows(*database, styles); });
}

geo::Result<std::map<std::string, std::string>> readSettings(const Project& project) {
  const auto database = Database::open(project.path(), false);
  if (!database) return fail(database);
  const std::string prefix = kSettingPrefix;
  const auto rows = database->query("SELECT key, value FROM meta WHERE key LIKE '" + prefix + "%'");
  if (!rows) return fail(rows);
  std::map<std::string, std::string> settings;
  for (const auto& row : *rows) settings.emplace(toText(row[0]).substr(prefix.size()), toText(row[1]));
  return settings;
}

geo::Result<std::string> readSetting(const Project& project, const std::string& key) {
  auto settings = readSettings(project);
  if (!settings) return fail(std::move(settings));
  const auto found = settings->find(key);
  return found == settings->end() ? std::string{} : found->second;
}

geo::Result<void> saveSettings(const Project& project, const std::map<std::string, std::string>& settings, const Author& author) {
  auto database = Database::open(project.path(), true);
  if (!database) return fail(std::move(database));
  return inTransaction(*database, author.at, [&]() -> geo::Result<void> {
    for (const auto& [key, value] : settings)
      if (const auto set = setMeta(*database, kSettingPrefix + key, value); !set) return set;
    return {};
  });
}

}  // namespace pianqu::layers
