#include "layers/feature/city_schema.hpp"
#include "layers/plan/records.hpp"
#include "layers/project/embedded.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

FeatureTable tableOf(const char* name, std::initializer_list<const char*> fields) {
  FeatureTable table{.name = name};
  for (const char* field : fields) table.fields.push_back({field});
  table.columns.resize(table.fields.size());
  return table;
}

void addRow(FeatureTable& table, const std::vector<std::string>& cells) {
  for (std::size_t f = 0; f < table.columns.size(); ++f) table.columns[f].push_back(f < cells.size() && !cells[f].empty() ? Value{cells[f]} : Value{});
}

}  // namespace

std::vector<std::vector<std::string>> plainCsv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    auto& row = rows.emplace_back();
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
      comma = line.find(',');
      row.emplace_back(line.substr(0, comma));
      line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    }
  }
  return rows;
}

geo::Result<void> writeDictionaries(Database& database) {
  for (const char* sql : {"DELETE FROM dict", "DELETE FROM field_meta"}) {
    if (const auto done = database.run(sql); !done) return done;
  }
  FeatureTable words = tableOf("dict", {"domain", "code", "zh", "en"});
  const auto rows = plainCsv(kDictionaryCsv);
  for (std::size_t r = 1; r < rows.size(); ++r) addRow(words, rows[r]);
  if (const auto written = database.insert(words); !written) return written;

  FeatureTable aliases = tableOf("field_meta", {"table", "field", "zh", "en", "unit", "domain"});
  const auto addSchema = [&aliases](const TableSchema& schema) {
    addRow(aliases, {schema.name, "", schema.zh, schema.en});
    for (const auto& field : schema.fields) addRow(aliases, {schema.name, field.name, field.zh, field.en, field.unit, field.domain});
  };
  for (const auto& schema : citySchema()) addSchema(schema);
  for (const auto& table : planTables()) addSchema(table.schema);
  return database.insert(aliases);
}

}  // namespace pianqu::layers
