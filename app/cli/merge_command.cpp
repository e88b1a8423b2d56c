#include "app/cli/merge_command.hpp"

#include <algorithm>
#include <iomanip>
#include <map>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/merge_graph.hpp"
#include "app/cli/open_plan.hpp"
#include "geo/measure/measure.hpp"
#include "geo/shape/wkt.hpp"
#include "layers/plan/merge.hpp"

namespace pianqu::app {
namespace {

using layers::MergeProposal;

const std::map<std::string, layers::BoundaryFollow> kFollows{{"centre", layers::BoundaryFollow::Centre}, {"edge", layers::BoundaryFollow::Edge}, {"wall", layers::BoundaryFollow::Wall}, {"parcel", layers::BoundaryFollow::Parcel}};

struct Options {
  std::string project, explain, option = "方案A";
  std::vector<std::string> cuts;
  layers::MergeOptions merge;
  bool isDryRun = false;
  MergeGraphOptions graph;
};

std::map<std::string, int> leftoversByReason(const MergeProposal& proposal) {
  std::map<std::string, int> counts;
  for (const auto& leftover : proposal.edit.leftovers) ++counts[leftover.reasonCode];
  return counts;
}

/// Number in the solution of a district of the edit; nullopt for a pinned one.
std::optional<std::size_t> numberOf(const MergeProposal& proposal, const layers::District& district) {
  for (std::size_t d = 0; d < proposal.codeOfDistrict.size(); ++d) {
    if (proposal.codeOfDistrict[d] == district.code) return d;
  }
  return std::nullopt;
}

nlohmann::json toJson(const MergeProposal& proposal, const layers::District& district) {
  nlohmann::json row{{"code", district.code}, {"name", district.name}, {"uid", district.uid}, {"pinned", district.isPinned}, {"members", district.members.size()},
                     {"area_m2", geo::areaOf(district.shape).value}, {"compactness", geo::polsbyPopper(district.shape)}, {"parts", district.shape.size()}, {"note", district.note}};
  if (const auto d = numberOf(proposal, district)) {
    const auto& report = proposal.solution.districts[*d];
    row["households"] = report.totals[0];
    row["floor_area_m2"] = report.totals[1];
    row["span_m"] = report.spanM;
    row["binding"] = report.binding;
    row["slack"] = report.slack;
  }
  return row;
}

nlohmann::json toJson(const MergeProposal& proposal) {
  nlohmann::json document{{"units", proposal.units.units.size()}, {"old_estates", proposal.oldEstates}, {"old_buildings", proposal.oldBuildings},
                          {"districts", nlohmann::json::array()}, {"new_districts", proposal.solution.districts.size()}, {"upper_bound", proposal.upperBound},
                          {"leftovers", leftoversByReason(proposal)}, {"parameters", proposal.edit.parameters}, {"remarks", nlohmann::json::array()}};
  for (const auto& district : proposal.edit.districts) document["districts"].push_back(toJson(proposal, district));
  for (const auto& remark : proposal.remarks) document["remarks"].push_back({{"code", remark.code}, {"text", remark.text}, {"feature", remark.where.feature}});
  return document;
}

void printText(const MergeProposal& proposal, std::ostream& out) {
  out << "units " << proposal.units.units.size() << ": old estates " << proposal.oldEstates << ", scattered buildings " << proposal.oldBuildings << '\n';
  const auto& districts = proposal.edit.districts;
  const auto pinned = static_cast<std::size_t>(std::count_if(districts.begin(), districts.end(), [](const layers::District& district) { return district.isPinned; }));
  out << "districts " << districts.size() - pinned << " of at most " << proposal.upperBound;
  if (proposal.keptWhole > 0) out << ", " << proposal.keptWhole << " of them as they were";
  if (pinned > 0) out << ", and " << pinned << " pinned";
  out << " (households " << proposal.edit.parameters.at("min-households") << " to " << proposal.edit.parameters.at("max-households") << ", span "
      << proposal.edit.parameters.at("max-span") << " m)\n";
  out << "left over " << proposal.edit.leftovers.size() << '\n';
  for (const auto& [reason, count] : leftoversByReason(proposal)) out << "  " << reason << ' ' << count << '\n';
  out << std::fixed;
  for (const auto& district : proposal.edit.districts) {
    out << district.code << ' ' << district.name << ": ";
    if (const auto d = numberOf(proposal, district)) out << std::setprecision(0) << proposal.solution.districts[*d].totals[0] << " households, ";
    out << district.members.size() << " units, " << std::setprecision(2) << geo::areaOf(district.shape).hectares() << " ha";
    if (district.isPinned) out << ", pinned";
    out << '\n';
  }
}

geo::Result<geo::MultiLine<geo::XY>> cutsOf(const Options& options) {
  geo::MultiLine<geo::XY> cuts;
  for (const std::string& text : options.cuts) {
    const auto shape = geo::parseWkt(text);
    if (!shape) return geo::fail(shape.error().code, "--cut: " + shape.error().text, shape.error().hint, {.feature = text});
    const auto* lines = std::get_if<geo::XYGeometry::Lines>(&shape->value);
    if (!lines) return geo::fail(geo::ErrorCode::Invalid, "--cut: this is not a line", "give LINESTRING(x y, x y) in the CRS of the project", {.feature = text});
    cuts.insert(cuts.end(), lines->lines.begin(), lines->lines.end());
  }
  return cuts;
}

nlohmann::json movesOf(const layers::Plan& before, const MergeProposal& proposal) {
  nlohmann::json moves = nlohmann::json::array();
  for (const auto& move : proposal.moved) {
    const layers::MergeUnit& unit = proposal.units.units[move.unit];
    moves.push_back({{"unit", unit.code}, {"name", unit.name}, {"before", move.before < 0 ? "-" : before.districts[static_cast<std::size_t>(move.before)].code},
                     {"after", move.after < 0 ? "-" : proposal.codeOfDistrict[static_cast<std::size_t>(move.after)]}});
  }
  return moves;
}

geo::Result<void> explain(const layers::City& city, const MergeProposal& proposal, const Options& options, Context& context) {
  const auto lines = layers::explainUnit(city, proposal, options.explain);
  if (!lines) return geo::fail(lines);
  if (context.isJson) {
    context.print({{"unit", options.explain}, {"explanation", *lines}});
    return {};
  }
  for (const auto& line : *lines) context.out() << line << '\n';
  return {};
}

/// What is said in the words that a graph has too.
geo::Result<layers::MergeOptions> mergeOptionsOf(const Options& options) {
  layers::MergeOptions merge = options.merge;
  for (const std::string& name : options.graph.like) {
    const auto trait = layers::mergeTraitFrom(name);
    if (!trait) return geo::fail(geo::ErrorCode::Invalid, "--like: a project knows no " + name, "give year, tenure or condition");
    merge.like.push_back(*trait);
  }
  merge.likenessWeight = options.graph.likenessWeight;
  merge.compactWeight = options.graph.compactWeight;
  merge.boundaryWeight = options.graph.boundaryWeight;
  for (const std::string& text : options.graph.together) merge.together.push_back(pairIn(text));
  for (const std::string& text : options.graph.apart) merge.apart.push_back(pairIn(text));
  return merge;
}

geo::Result<void> runMerge(const Options& options, Context& context) {
  if (!options.graph.units.empty()) return runMergeGraph(options.graph, {options.merge.maxSpanM, options.merge.seed, options.explain}, context);
  const bool isWriting = !options.isDryRun && options.explain.empty();
  auto open = openPlan(options.project, isWriting ? layers::Project::Access::Write : layers::Project::Access::Read, context, tablesAboveGround());
  if (!open) return geo::fail(std::move(open));
  const auto rules = layers::MergeRules::read(context.dataFolder, open->profile);
  if (!rules) return geo::fail(rules);
  auto cuts = cutsOf(options);
  if (!cuts) return geo::fail(std::move(cuts));
  auto asked = mergeOptionsOf(options);
  if (!asked) return geo::fail(std::move(asked));
  layers::MergeOptions merge = std::move(*asked);
  merge.cuts = std::move(*cuts);
  std::size_t printed = 0;
  merge.onRemarks = [&](const geo::Problems& remarks) {
    context.printProblems(remarks);
    printed = remarks.size();
  };
  auto proposal = layers::proposeDistricts(open->city, open->plan, merge, *rules, context.progress());
  if (!proposal) return geo::fail(std::move(proposal));
  if (!options.explain.empty()) return explain(open->city, *proposal, options, context);
  proposal->edit.parameters["option"] = options.option;
  if (isWriting) {
    const auto saved = open->project.commit(open->city, open->plan, proposal->edit, context.author(), "merge, " + options.option);
    if (!saved) return geo::fail(saved);
  }
  if (context.isJson) {
    nlohmann::json document = toJson(*proposal);
    document["saved"] = isWriting;
    if (options.merge.isFromCurrent) document["moved"] = movesOf(open->plan, *proposal);
    context.print(document);
    return {};
  }
  context.printProblems({proposal->remarks.begin() + static_cast<std::ptrdiff_t>(printed), proposal->remarks.end()});
  printText(*proposal, context.out());
  if (!options.merge.isFromCurrent) return {};
  context.out() << "moved " << proposal->moved.size() << " units\n";
  for (const auto& move : movesOf(open->plan, *proposal)) context.out() << "  " << move["unit"].get<std::string>() << ' ' << move["name"].get<std::string>() << ": " << move["before"].get<std::string>() << " -> " << move["after"].get<std::string>() << '\n';
  return {};
}

}  // namespace

Command mergeCommand() {
  Command command{.name = "merge", .summary = "Merge old estates and scattered buildings into renovation districts"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage");
    app.add_option("--min-households", options->merge.minHouseholds, "Least households of a district")->check(CLI::NonNegativeNumber);
    app.add_option("--max-households", options->merge.maxHouseholds, "Most households of a district")->check(CLI::NonNegativeNumber);
    app.add_option("--max-span", options->merge.maxSpanM, "Greatest distance between two of its buildings, metres")->check(CLI::PositiveNumber);
    app.add_option("--max-floor-area", options->merge.maxFloorAreaM2, "Most floor area of a district, square metres")->check(CLI::NonNegativeNumber);
    app.add_option("--target-households", options->merge.targetHouseholds, "Districts of about so many households, instead of as many districts as possible")->check(CLI::PositiveNumber);
    app.add_option("--seed", options->merge.seed, "Same seed, same districts");
    app.add_option("--follow", options->merge.follow, "What boundaries follow: centre, edge (of streets), wall or parcel")->transform(CLI::CheckedTransformer(kFollows));
    app.add_option("--cut", options->cuts, "A line of your own that no district crosses, as LINESTRING(x y, x y); may be given again");
    app.add_option("--option", options->option, "Name of the option that the result is kept as");
    app.add_option("--explain", options->explain, "Say why this unit (code, name or uid) is where it is; saves nothing");
    app.add_flag("--from-current", options->merge.isFromCurrent, "Keep the present districts; solve anew only where a unit is new or a rule is broken");
    app.add_flag("--dry-run", options->isDryRun, "Report, save nothing");
    addMergeGraphOptions(app, options->graph);
    app.parse_complete_callback([options] {
      if (options->project.empty() == options->graph.units.empty()) throw CLI::ValidationError("give a PROJECT, or --units of a graph");
      if (const std::string other = graphOnlyOptionIn(options->graph); !options->project.empty() && !other.empty()) throw CLI::ValidationError(other + " goes with --units of a graph");
    });
    return [options](Context& context) { return runMerge(*options, context); };
  };
  command.examples = {"pianqu merge city.gpkg", "pianqu merge city.gpkg --min-households 400 --max-span 500 --dry-run", "pianqu merge city.gpkg --seed 2 --json"};
  return command;
}

}  // namespace pianqu::app
