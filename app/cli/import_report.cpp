#include "app/cli/import_report.hpp"

#include <filesystem>
#include <ostream>

namespace pianqu::app {
namespace {

void printMapping(std::ostream& out, const layers::LayerReport& layer) {
  std::string unmapped;
  for (const auto& field : layer.mapping) {
    if (field.field.empty()) unmapped += (unmapped.empty() ? "" : ", ") + field.heading + (field.note.empty() ? "" : " (" + field.note + ")");
    else out << "    " << field.heading << " -> " << field.field << (field.note.empty() ? "" : " (" + field.note + ")") << '\n';
  }
  if (!unmapped.empty()) out << "    not mapped, not kept: " << unmapped << '\n';
}

nlohmann::json toJson(const geo::Problem& problem) {
  nlohmann::json json{{"severity", geo::nameOf(problem.severity)}, {"code", problem.code}, {"text", problem.text}, {"file", problem.where.file}, {"layer", problem.where.layer}, {"row", problem.where.feature}};
  return json;
}

}  // namespace

void printReport(std::ostream& out, const layers::ImportRequest& request, const layers::ImportResult& result) {
  out << std::filesystem::path(request.path).filename().string() << '\n';
  for (const auto& layer : result.layers) {
    if (layer.kind.empty()) {
      if (layer.rowsRefused > 0) out << "  layer " << layer.layer << ": " << layer.rowsRefused << " rows left out\n";
      else out << "  layer " << layer.layer << ": " << layer.rowsWritten << " labels read\n";
      continue;
    }
    out << "  layer " << layer.layer << " as " << layer.kind << " (" << layer.kindProof << ")\n";
    out << "    encoding " << layer.encoding.name << ": " << layer.encoding.proof << '\n';
    if (!layer.crs.empty()) out << "    crs " << layer.crs << ": " << layer.crsProof << '\n';
    printMapping(out, layer);
    out << "    rows: " << layer.rowsRead << " read, " << layer.rowsWritten << " written, " << layer.rowsRepaired << " repaired, " << layer.rowsRefused << " refused\n";
  }
}

nlohmann::json toJson(const layers::ImportRequest& request, const layers::ImportResult& result) {
  nlohmann::json document{{"file", request.path}, {"sha256", result.sha256}, {"changed", true}, {"layers", nlohmann::json::array()}, {"problems", nlohmann::json::array()}};
  for (const auto& layer : result.layers) {
    nlohmann::json fields = nlohmann::json::array();
    for (const auto& field : layer.mapping) fields.push_back({{"heading", field.heading}, {"field", field.field}, {"factor", field.factor}, {"note", field.note}});
    document["layers"].push_back({{"layer", layer.layer}, {"kind", layer.kind}, {"kind_proof", layer.kindProof}, {"encoding", layer.encoding.name}, {"encoding_proof", layer.encoding.proof},
                                  {"crs", layer.crs}, {"crs_proof", layer.crsProof}, {"fields", fields}, {"rows_read", layer.rowsRead}, {"rows_written", layer.rowsWritten},
                                  {"rows_repaired", layer.rowsRepaired}, {"rows_refused", layer.rowsRefused}});
  }
  for (const auto& problem : result.problems) document["problems"].push_back(toJson(problem));
  return document;
}

}  // namespace pianqu::app
