#include "layers/io/target_kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <map>
#include <set>

#include "layers/feature/city_schema.hpp"

namespace pianqu::layers {
namespace {

struct Candidate {
  std::string kind;
  double score = 0;
  std::string reasons;
};

/// Headings that few tables know say more: each counts as one over the number of tables that know it.
std::map<std::string, double> weightsOf(const ImportTables& tables) {
  std::map<std::string, std::set<std::string>> known;
  for (const auto& alias : tables.fields()) if (alias.table != "*") known[alias.heading].insert(alias.table);
  std::map<std::string, double> weights;
  for (const auto& [heading, names] : known) weights[heading] = 1.0 / static_cast<double>(names.size());
  return weights;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool fitsGeometry(const TableSchema& table, GeometryKind found) {
  if (found == GeometryKind::None) return true;  // a table of attributes joins rows that are there
  if (table.geometry == found) return true;
  return found == GeometryKind::Point && table.name == "estate";  // points with attributes of estates
}

void addHeadings(Candidate& candidate, const RawLayer& layer, const ImportTables& tables, const std::map<std::string, double>& weights) {
  std::set<std::string> fields;
  for (const auto& heading : layer.headings) {
    const std::string name = normaliseHeading(heading).name;
    for (const auto& alias : tables.fields()) {
      if (alias.table != candidate.kind || alias.heading != name || !fields.insert(alias.field).second) continue;
      candidate.score += weights.at(name);
      if (weights.at(name) >= 0.5) candidate.reasons += (candidate.reasons.empty() ? "" : ", ") + heading;
    }
  }
}

void addNames(Candidate& candidate, const std::string& layerName, const std::string& fileName, const ImportTables& tables) {
  double best = 0;
  std::string found;
  for (const auto& pattern : tables.kinds()) {
    if (pattern.kind != candidate.kind) continue;
    const double weight = lower(layerName).find(pattern.pattern) != std::string::npos ? pattern.weight : lower(fileName).find(pattern.pattern) != std::string::npos ? pattern.weight * 0.6 : 0;
    if (weight > best) { best = weight; found = pattern.pattern; }
  }
  candidate.score += best;
  if (best > 0) candidate.reasons += (candidate.reasons.empty() ? "the name \"" : "; the name \"") + found + "\"";
}

std::string listed(const std::vector<Candidate>& candidates) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, candidates.size()); ++i) {
    if (candidates[i].score < 0.3) continue;
    text += (text.empty() ? "" : "; ") + candidates[i].kind + " (" + (candidates[i].reasons.empty() ? "its headings" : candidates[i].reasons) + ")";
  }
  return text.empty() ? "nothing in its headings or name says" : text;
}

}  // namespace

GeometryKind geometryKindOf(const RawLayer& layer) {
  std::array<std::size_t, 4> counts{};
  for (const auto& geometry : layer.geometries) ++counts[geometry.value.index()];
  counts[0] = 0;
  const auto most = std::max_element(counts.begin(), counts.end());
  constexpr std::array kKinds{GeometryKind::None, GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon};
  return *most == 0 ? GeometryKind::None : kKinds[static_cast<std::size_t>(most - counts.begin())];
}

geo::Result<KindProof> judgeKind(const RawLayer& layer, const std::string& fileName, const ImportTables& tables) {
  const GeometryKind found = geometryKindOf(layer);
  const auto weights = weightsOf(tables);
  std::vector<Candidate> candidates;
  for (const auto& table : citySchema()) {
    if (!fitsGeometry(table, found)) continue;
    Candidate candidate{table.name, 0, {}};
    addHeadings(candidate, layer, tables, weights);
    addNames(candidate, layer.name, fileName, tables);
    candidates.push_back(std::move(candidate));
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  const bool isProven = !candidates.empty() && candidates[0].score >= 0.9 && (candidates.size() < 2 || candidates[0].score - candidates[1].score >= 0.4);
  if (isProven) return KindProof{candidates[0].kind, "judged from " + (candidates[0].reasons.empty() ? "its headings" : candidates[0].reasons)};
  std::string names;
  for (const auto& table : citySchema()) names += (names.empty() ? "" : ", ") + table.name;
  return geo::fail(geo::ErrorCode::Undecided, "what this layer holds is not proven: " + listed(candidates), "say it by --as, one of: " + names, {.file = fileName, .layer = layer.name});
}

}  // namespace pianqu::layers
