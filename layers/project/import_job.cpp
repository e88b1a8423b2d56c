#include "layers/project/import_job.hpp"

#include <algorithm>
#include <utility>

#include "layers/catalogue/rows.hpp"
#include "layers/io/digest.hpp"

namespace pianqu::layers {
namespace {

using geo::fail;

std::string kindsOf(const ImportResult& result) {
  std::vector<std::string> kinds;
  for (const auto& layer : result.layers) {
    if (layer.rowsWritten > 0 && std::find(kinds.begin(), kinds.end(), layer.kind) == kinds.end()) kinds.push_back(layer.kind);
  }
  std::string text;
  for (const auto& kind : kinds) text += (text.empty() ? "" : "+") + kind;
  return text;
}

bool isSameKind(const std::string& kinds, const std::string& asked) {
  return asked.empty() || ("+" + kinds + "+").find("+" + asked + "+") != std::string::npos;
}

}  // namespace

geo::Result<ImportTables> readImportTables(const std::string& dataFolder) {
  ImportTables::Rows rows;
  const std::pair<const char*, std::vector<ImportTables::Row>*> wanted[] = {
      {"fields", &rows.fields}, {"import_kinds", &rows.kinds}, {"dxf_layers", &rows.dxfLayers}, {"osm_tags", &rows.osmTags}, {"pipe_codes", &rows.pipeCodes}};
  for (const auto& [name, target] : wanted) {
    auto table = readCatalogueTable(dataFolder, name);
    if (!table) return fail(std::move(table));
    *target = std::move(table->rows);
  }
  return ImportTables::from(rows);
}

Source sourceOf(const ImportRequest& request, const ImportResult& result, const Author& author) {
  Source source;
  source.path = request.path;
  source.layer = request.layer;
  source.kind = kindsOf(result);
  source.sha256 = result.sha256;
  source.id = sha256Of(result.sha256 + "\n" + request.layer + "\n" + source.kind).substr(0, 16);
  source.importedAt = author.at;
  for (const auto& layer : result.layers) {
    if (source.encodingIn.empty()) source.encodingIn = layer.encoding.name;
    if (source.crsIn.empty()) source.crsIn = layer.crs;
    source.rowsRead += layer.rowsRead;
    source.rowsWritten += layer.rowsWritten;
    source.rowsRepaired += layer.rowsRepaired;
    source.rowsRefused += layer.rowsRefused;
  }
  return source;
}

std::optional<Source> earlierImport(const std::vector<Source>& sources, const ImportRequest& request) {
  if (sources.empty()) return std::nullopt;
  const auto sha256 = sha256OfFile(request.path);
  if (!sha256) return std::nullopt;  // the reader says better what is wrong with the file
  for (const auto& source : sources) {
    if (source.sha256 == *sha256 && source.layer == request.layer && isSameKind(source.kind, request.kind)) return source;
  }
  return std::nullopt;
}

}  // namespace pianqu::layers
