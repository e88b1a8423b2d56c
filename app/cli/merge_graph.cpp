#include "app/cli/merge_graph.hpp"

#include <tbb/global_control.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iomanip>
#include <map>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "layers/io/delimited_rows.hpp"
#include "layers/io/unit_graph_reader.hpp"
#include "layers/io/unit_labels.hpp"
#include "layers/plan/graph_merge.hpp"
#include "layers/plan/placement_text.hpp"

namespace pianqu::app {
namespace {

using layers::GraphMerge;
using layers::UnitGraph;

struct Bound { std::string name; double value = 0; };

std::optional<Bound> boundIn(const std::string& text) {
  const std::size_t at = text.rfind('=');
  if (at == std::string::npos || at == 0) return std::nullopt;
  const auto value = layers::DelimitedRows::numberIn(text.substr(at + 1));
  if (!value || !std::isfinite(*value) || *value < 0) return std::nullopt;
  return Bound{text.substr(0, at), *value};
}

std::string checkBound(const std::string& text) { return boundIn(text) ? std::string() : text + " is no COLUMN=NUMBER, as in hh=1000"; }

/// One rule a column, in the order in which they are first named: minima, then targets, then maxima.
std::vector<geo::SumRule> rulesOf(const MergeGraphOptions& options) {
  std::vector<geo::SumRule> rules;
  const auto ruleFor = [&](const std::string& name) -> geo::SumRule& {
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const geo::SumRule& rule) { return rule.name == name; });
    return at != rules.end() ? *at : rules.emplace_back(geo::SumRule{.name = name});
  };
  for (const std::string& text : options.minimum) ruleFor(boundIn(text)->name).minimum = boundIn(text)->value;
  for (const std::string& text : options.target) ruleFor(boundIn(text)->name).target = boundIn(text)->value;
  for (const std::string& text : options.maximum) ruleFor(boundIn(text)->name).maximum = boundIn(text)->value;
  return rules;
}

layers::GraphMergeOptions mergeOptionsOf(const MergeGraphOptions& options, const MergeGraphRun& run) {
  layers::GraphMergeOptions merge;
  merge.rules = {rulesOf(options), run.maxSpanM};
  merge.search.seed = run.seed;
  merge.search.effort = options.effort;
  merge.traits = options.like;
  merge.search.likenessWeight = options.likenessWeight.value_or(options.like.empty() ? 0 : 1);
  merge.search.compactWeight = options.compactWeight.value_or(options.like.empty() ? 1 : 0);
  merge.search.boundaryWeight = options.boundaryWeight.value_or(0);
  if (options.changeWeight) merge.search.changeWeight = *options.changeWeight;
  merge.cutFlags = options.cutFlags;
  merge.straddling = options.isSplitting ? layers::StraddlingRule::Split : layers::StraddlingRule::LeaveOver;
  return merge;
}

std::string checkPair(const std::string& text) {
  const std::size_t at = text.find('=');
  return at != std::string::npos && at > 0 && at + 1 < text.size() ? std::string() : text + " is no A=B";
}

/// Pins of the command line, then those of a table pin,a,b.
geo::Result<layers::GraphPins> pinsOf(const MergeGraphOptions& options) {
  layers::GraphPins pins;
  for (const std::string& text : options.together) pins.together.push_back(pairIn(text));
  for (const std::string& text : options.apart) pins.apart.push_back(pairIn(text));
  for (const std::string& text : options.locks) pins.locks.push_back(pairIn(text));
  pins.kept = options.kept;
  pins.touched = options.touched;
  if (options.pins.empty()) return pins;
  auto rows = layers::DelimitedRows::open(options.pins);
  if (!rows) return geo::fail(std::move(rows));
  const auto kind = rows->require("pin"), a = rows->require("a"), b = rows->require("b");
  for (const auto* column : {&kind, &a, &b}) if (!*column) return geo::fail(*column);
  std::vector<std::string_view> cells;
  for (;;) {
    const auto isRow = rows->next(cells);
    if (!isRow) return geo::fail(isRow);
    if (!*isRow) return pins;
    const std::string first(cells[*a]), second(cells[*b]);
    if (cells[*kind] == "with") pins.together.emplace_back(first, second);
    else if (cells[*kind] == "apart") pins.apart.emplace_back(first, second);
    else if (cells[*kind] == "lock") pins.locks.emplace_back(first, second);
    else if (cells[*kind] == "keep") pins.kept.push_back(first);
    else return tl::unexpected(rows->errorAt("pin", "\"" + std::string(cells[*kind]) + "\" is no kind of pin", "use with, apart, lock or keep"));
  }
}

layers::UnitGraphRequest requestOf(const MergeGraphOptions& options, const layers::GraphMergeOptions& merge) {
  layers::UnitGraphRequest request{.unitsPath = options.units, .edgesPath = options.edges, .layer = options.layer};
  for (const geo::SumRule& rule : merge.rules.sums) request.sums.push_back(rule.name);
  request.traits = options.like;
  if (options.like.empty()) request.traitsIfAny = {"a1", "a2"};
  request.wholeColumn = options.whole;
  return request;
}

std::vector<layers::UnitLabel> labelsOf(const UnitGraph& graph, const GraphMerge& merge) {
  std::vector<layers::UnitLabel> labels;
  labels.reserve(graph.size());
  for (std::size_t row : merge.byId) {
    const int district = merge.districtOf(row);
    labels.push_back({graph.ids[row], district < 0 ? "" : merge.districtNames[static_cast<std::size_t>(district)], merge.reasonOf(row)});
  }
  return labels;
}

std::map<std::string, int> leftoversByReason(const UnitGraph& graph, const GraphMerge& merge) {
  std::map<std::string, int> counts;
  for (std::size_t row = 0; row < graph.size(); ++row) if (merge.districtOf(row) < 0) ++counts[merge.reasonOf(row)];
  return counts;
}

nlohmann::json orNull(const std::optional<double>& value) { return value ? nlohmann::json(*value) : nlohmann::json(nullptr); }

nlohmann::json componentsJson(const GraphMerge& merge) {
  nlohmann::json rows = nlohmann::json::array();
  for (const geo::ComponentReport& component : merge.solution.components) {
    rows.push_back({{"key", component.key}, {"units", component.units}, {"totals", component.totals}, {"p", component.districts}, {"upper_bound", component.upperBound}, {"gap", component.upperBound - component.districts}});
  }
  return rows;
}

nlohmann::json districtsJson(const GraphMerge& merge) {
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t d = 0; d < merge.solution.districts.size(); ++d) {
    const geo::DistrictReport& district = merge.solution.districts[d];
    if (district.units == 0) continue;
    rows.push_back({{"district", merge.districtNames[d]}, {"units", district.units}, {"totals", district.totals}, {"span_m", district.spanM}, {"area_m2", district.areaM2}, {"perimeter_m", district.perimeterM},
                    {"binding", district.binding}, {"slack", district.slack}});
  }
  return rows;
}

/// Rows left over with the smallest change that would place each.
nlohmann::json leftoverRows(const UnitGraph& graph, const GraphMerge& merge) {
  const layers::SolvedDistricts solved{merge.problem, merge.solution, [&merge](int d) { return "district " + merge.districtNames[static_cast<std::size_t>(d)]; }};
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t row : merge.byId) {
    if (merge.districtOf(row) >= 0) continue;
    const std::size_t unit = merge.unitOf[row];
    rows.push_back({{"id", graph.ids[row]}, {"reason", merge.reasonOf(row)}, {"text", unit == GraphMerge::kNoUnit ? "its group lies on both sides of a cut" : layers::leftoverSentence(solved, unit)}});
  }
  return rows;
}

/// What a re-solve moved, by unit.
nlohmann::json movedJson(const GraphMerge& merge) {
  const auto name = [&](int d) { return d < 0 ? std::string() : merge.districtNames[static_cast<std::size_t>(d)]; };
  nlohmann::json rows = nlohmann::json::array();
  for (const geo::DistrictMove& move : merge.change.moved) rows.push_back({{"unit", merge.problem.units[move.unit].key}, {"before", name(move.before)}, {"after", name(move.after)}});
  return rows;
}

nlohmann::json toJson(const UnitGraph& graph, const GraphMerge& merge, double seconds, double readSeconds) {
  nlohmann::json rules = nlohmann::json::array();
  for (const geo::SumRule& rule : merge.problem.rules.sums) rules.push_back({{"column", rule.name}, {"min", orNull(rule.minimum)}, {"max", orNull(rule.maximum)}, {"target", orNull(rule.target)}});
  nlohmann::json straddling = nlohmann::json::array(), remarks = nlohmann::json::array();
  for (const auto& group : merge.straddling) straddling.push_back({{"group", group.group}, {"sides", group.sides}});
  for (const auto& remark : graph.remarks) remarks.push_back({{"code", remark.code}, {"text", remark.text}, {"file", remark.where.file}});
  int leftovers = 0;
  const auto byReason = leftoversByReason(graph, merge);
  for (const auto& [reason, count] : byReason) leftovers += count;
  nlohmann::json document{{"rows", graph.size()}, {"units", merge.problem.units.size()}, {"p", merge.figures.districts}, {"upper_bound", merge.figures.upperBound}, {"left_over", leftovers}, {"leftovers", byReason},
          {"leftover_rows", leftoverRows(graph, merge)}, {"mean_polsby_popper", orNull(merge.figures.meanCompactness)}, {"wcss_share", orNull(merge.figures.wcssShare)}, {"seconds", seconds},
          {"read_seconds", readSeconds}, {"rules", rules}, {"straddling", straddling}, {"remarks", remarks}, {"components", componentsJson(merge)}, {"districts", districtsJson(merge)}};
  if (!merge.presentOf.empty()) {
    document["moved"] = movedJson(merge);
    document["solved_units"] = merge.change.solved.size();
  }
  return document;
}

void printText(const UnitGraph& graph, const GraphMerge& merge, std::ostream& out) {
  out << graph.size() << " rows, " << merge.problem.units.size() << " units, " << merge.solution.components.size() << " components\n";
  out << "districts " << merge.figures.districts << " of at most " << merge.figures.upperBound << '\n';
  int leftovers = 0;
  const auto byReason = leftoversByReason(graph, merge);
  for (const auto& [reason, count] : byReason) leftovers += count;
  out << "left over " << leftovers << '\n';
  for (const auto& [reason, count] : byReason) out << "  " << reason << ' ' << count << '\n';
  out << std::fixed << std::setprecision(3);
  if (merge.figures.meanCompactness) out << "compactness " << *merge.figures.meanCompactness << '\n';
  if (merge.figures.wcssShare) out << "variance left within districts " << *merge.figures.wcssShare << '\n';
  if (merge.presentOf.empty()) return;
  out << "moved " << merge.change.moved.size() << " units\n";
  const auto name = [&](int d) { return d < 0 ? std::string("left over") : merge.districtNames[static_cast<std::size_t>(d)]; };
  for (const geo::DistrictMove& move : merge.change.moved) out << "  " << merge.problem.units[move.unit].key << ": " << name(move.before) << " -> " << name(move.after) << '\n';
}

void printStraddling(const GraphMerge& merge, bool isSplitting, std::ostream& err) {
  constexpr std::size_t kShown = 10;
  for (std::size_t i = 0; i < merge.straddling.size() && i < kShown; ++i) {
    const auto& group = merge.straddling[i];
    err << "warning straddles-cut: group " << group.group << " lies on " << group.sides.size() << " sides of cuts (units " << group.sides[0] << " and " << group.sides[1] << "); "
        << (isSplitting ? "it is split there\n" : "it is left over; --split-straddling splits it there\n");
  }
  if (merge.straddling.size() > kShown) err << "... and " << merge.straddling.size() - kShown << " more; --json lists all\n";
}

double secondsSince(std::chrono::steady_clock::time_point start) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); }

}  // namespace

std::pair<std::string, std::string> pairIn(const std::string& text) {
  const std::size_t at = text.find('=');
  return {text.substr(0, at), text.substr(at + 1)};
}

std::string graphOnlyOptionIn(const MergeGraphOptions& o) {
  for (const auto& [name, isGiven] : {std::pair{"--edges", !o.edges.empty()}, {"--layer", !o.layer.empty()}, {"--min", !o.minimum.empty()}, {"--max", !o.maximum.empty()}, {"--target", !o.target.empty()},
                                      {"--cut-flags", o.cutFlags != 0}, {"--whole", !o.whole.empty()}, {"--split-straddling", o.isSplitting}, {"--lock", !o.locks.empty()}, {"--keep", !o.kept.empty()},
                                      {"--pins", !o.pins.empty()}, {"--from", !o.from.empty()}, {"--touch", !o.touched.empty()}, {"--labels", !o.labels.empty()}, {"--change-weight", o.changeWeight.has_value()},
                                      {"--effort", o.effort.has_value()}, {"--threads", o.threads != 0}})
    if (isGiven) return name;
  return {};
}

void addMergeGraphOptions(CLI::App& app, MergeGraphOptions& options) {
  const std::string group = "Over a graph of your own";
  const CLI::Validator bound(checkBound, "COLUMN=NUMBER");
  app.add_option("--units", options.units, "Units: a CSV with id, x, y and maybe area, perim; or polygons with shared borders")->group(group);
  app.add_option("--edges", options.edges, "What touches what: a CSV with i, j and maybe len, flag")->group(group);
  app.add_option("--layer", options.layer, "Layer of the units, where the file has several")->group(group);
  app.add_option("--min", options.minimum, "Least sum of a column in a district; may be given again")->check(bound)->delimiter(',')->group(group);
  app.add_option("--max", options.maximum, "Most of it")->check(bound)->delimiter(',')->group(group);
  app.add_option("--target", options.target, "Sum that districts should come near; then their number is not the goal")->check(bound)->delimiter(',')->group(group);
  app.add_option("--cut-flags", options.cutFlags, "Edges with one of these bits are not crossed: 1 barrier, 2 sub-district line")->group(group);
  app.add_option("--whole", options.whole, "Rows with the same value in this column stay together")->group(group);
  app.add_flag("--split-straddling", options.isSplitting, "Split such rows where a cut lies between them, instead of leaving them over")->group(group);
  app.add_option("--like", options.like, "Columns in which districts should be alike; of a PROJECT: year, tenure, condition")->delimiter(',')->group(group);
  app.add_option("--like-weight", options.likenessWeight, "Weight of likeness; 1 with --like")->check(CLI::NonNegativeNumber)->group(group);
  app.add_option("--compact-weight", options.compactWeight, "Weight of compactness; 1, or 0 with --like of a graph")->check(CLI::NonNegativeNumber)->group(group);
  app.add_option("--boundary-weight", options.boundaryWeight, "Weight of the length of boundary; 0")->check(CLI::NonNegativeNumber)->group(group);
  const CLI::Validator pair(checkPair, "A=B");
  app.add_option("--with", options.together, "Two units that must be together")->check(pair)->group(group);
  app.add_option("--apart", options.apart, "Two units that must not be together")->check(pair)->group(group);
  app.add_option("--lock", options.locks, "A unit and the district of --from that it stays in")->check(pair)->group(group);
  app.add_option("--keep", options.kept, "A district of --from that stays as it is")->group(group);
  app.add_option("--pins", options.pins, "A CSV of such pins: pin,a,b with pin = with, apart, lock or keep")->group(group);
  app.add_option("--from", options.from, "An earlier --labels: solve anew only what pins and changes touch")->group(group);
  app.add_option("--touch", options.touched, "With --from: a unit around which to look for something better")->group(group);
  app.add_option("--change-weight", options.changeWeight, "With --from: cost of a unit that leaves its district; 0.05")->check(CLI::NonNegativeNumber)->group(group);
  app.add_option("--effort", options.effort, "How long to search; time grows in proportion")->check(CLI::Range(0, 1000))->group(group);
  app.add_option("--threads", options.threads, "Threads to use; changes no result")->check(CLI::Range(0, 256))->group(group);
  app.add_option("--labels", options.labels, "Write id,district,reason to this CSV")->group(group);
}

geo::Result<void> runMergeGraph(const MergeGraphOptions& options, const MergeGraphRun& run, Context& context) {
  std::optional<tbb::global_control> threads;
  if (options.threads > 0) threads.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
  auto merging = mergeOptionsOf(options, run);
  auto pins = pinsOf(options);
  if (!pins) return geo::fail(std::move(pins));
  merging.pins = std::move(*pins);
  if (!options.from.empty()) {
    const auto labels = layers::readUnitLabels(options.from);
    if (!labels) return geo::fail(labels);
    merging.present.emplace();
    for (const auto& label : *labels) merging.present->emplace(label.id, label.district);
  }
  const auto start = std::chrono::steady_clock::now();
  const auto graph = layers::readUnitGraph(requestOf(options, merging), context.progress());
  if (!graph) return geo::fail(graph);
  auto merge = layers::prepareMerge(*graph, merging, context.progress());
  if (!merge) return geo::fail(merge);
  const double readSeconds = secondsSince(start);
  // Before solving: a person who sees that an estate lies on both sides of a barrier stops here and decides.
  if (!context.isJson) {
    context.printProblems(graph->remarks);
    printStraddling(*merge, options.isSplitting, context.err());
  }
  const auto solving = std::chrono::steady_clock::now();
  if (auto done = layers::runMerge(*merge, context.progress()); !done) return done;
  const double seconds = secondsSince(solving);
  if (auto done = layers::describeMerge(*graph, merging, *merge); !done) return done;
  if (!run.explain.empty()) {
    const auto lines = layers::explainRow(*graph, *merge, run.explain);
    if (!lines) return geo::fail(lines);
    if (context.isJson) context.print({{"unit", run.explain}, {"explanation", *lines}});
    else for (const auto& line : *lines) context.out() << line << '\n';
    return {};
  }
  if (!options.labels.empty()) {
    if (auto written = layers::writeUnitLabels(options.labels, labelsOf(*graph, *merge)); !written) return written;
  }
  if (context.isJson) context.print(toJson(*graph, *merge, seconds, readSeconds));
  else printText(*graph, *merge, context.out());
  return {};
}

}  // namespace pianqu::app
