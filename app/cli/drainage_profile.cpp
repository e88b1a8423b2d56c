#include "app/cli/drainage_profile.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/open_sewers.hpp"
#include "app/cli/table_printer.hpp"
#include "app/paint/print.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/sheet/profile_sheet.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr const char* kTheme = "separation";

std::string shown(const std::optional<double>& value, int decimals) { return value ? layers::formatNumber(*value, decimals) : "?"; }
nlohmann::json jsonOf(const std::optional<double>& value) { return value ? nlohmann::json(*value) : nlohmann::json(nullptr); }
const char* nameOf(layers::ClearanceState state) { return state == layers::ClearanceState::Pass ? "pass" : state == layers::ClearanceState::Fail ? "fail" : "unknown"; }

nlohmann::json toJson(const geo::Profile& profile, const std::vector<layers::ProfileCrossing>& crossings) {
  nlohmann::json document{{"length_m", profile.lengthM()}, {"stations", nlohmann::json::array()}, {"pipes", nlohmann::json::array()}, {"crossings", nlohmann::json::array()}};
  for (const auto& station : profile.stations) {
    document["stations"].push_back({{"code", station.code}, {"chainage_m", station.chainageM}, {"ground_m", jsonOf(station.groundM)}, {"arriving_invert_m", jsonOf(station.arrivingInvertM)},
                                    {"leaving_invert_m", jsonOf(station.leavingInvertM)}, {"depth_m", jsonOf(station.depthM())}, {"x", station.point.x}, {"y", station.point.y}});
  }
  for (const auto& reach : profile.reaches)
    document["pipes"].push_back({{"code", reach.code}, {"water", std::string(geo::codeOf(reach.water))}, {"length_m", reach.lengthM()}, {"diameter_mm", jsonOf(reach.diameterMm)}, {"slope_permille", jsonOf(reach.slopePermille())}});
  for (const auto& crossing : crossings) {
    document["crossings"].push_back({{"chainage_m", crossing.chainageM}, {"class", crossing.pipeClass}, {"code", crossing.code}, {"bottom_m", jsonOf(crossing.levels.bottomM)}, {"top_m", jsonOf(crossing.levels.topM)},
                                     {"clearance_m", jsonOf(crossing.clearanceM)}, {"required_m", jsonOf(crossing.requiredM)}, {"state", nameOf(crossing.state)}});
  }
  return document;
}

void print(const geo::Profile& profile, const std::vector<layers::ProfileCrossing>& crossings, Context& context) {
  auto& out = context.out();
  out << "profile " << profile.stations.front().code << " to " << profile.stations.back().code << ": " << profile.stations.size() << " manholes, " << layers::formatNumber(profile.lengthM(), 2) << " m\n";
  for (std::size_t i = 0; i < profile.stations.size(); ++i) {
    const auto& station = profile.stations[i];
    out << station.code << "  chainage " << layers::formatNumber(station.chainageM, 2) << "  ground " << shown(station.groundM, 3) << "  invert " << shown(i > 0 ? station.arrivingInvertM : station.leavingInvertM, 3);
    if (i > 0 && i + 1 < profile.stations.size() && station.arrivingInvertM != station.leavingInvertM) out << " / " << shown(station.leavingInvertM, 3);
    out << "  depth " << shown(station.depthM(), 2) << '\n';
    if (i >= profile.reaches.size()) continue;
    const auto& reach = profile.reaches[i];
    out << "  " << reach.code << "  d" << shown(reach.diameterMm, 0) << "  " << layers::formatNumber(reach.lengthM(), 2) << " m  " << shown(reach.slopePermille(), 1) << " per mille\n";
  }
  for (const auto& crossing : crossings) {
    out << "crossing " << layers::formatNumber(crossing.chainageM, 2) << "  " << crossing.pipeClass << ' ' << crossing.code << "  clearance " << shown(crossing.clearanceM, 2) << " m, required " << shown(crossing.requiredM, 2) << " m: "
        << nameOf(crossing.state) << '\n';
  }
}

geo::Result<void> draw(const geo::Profile& profile, const std::vector<layers::ProfileCrossing>& crossings, const OpenSewers& open, const ProfileOptions& options, Context& context) {
  const std::string extension = std::filesystem::path(options.out).extension().string();
  if (extension != ".svg" && extension != ".pdf") return fail(ErrorCode::Unsupported, "cannot tell the format of " + options.out, "end the name in .pdf or .svg");
  const auto styles = layers::Style::read(context.dataFolder);
  if (!styles) return fail(styles);
  const auto theme = styles->theme(kTheme);
  if (!theme) return fail(theme);
  const auto style = layers::SheetStyle::read(context.dataFolder);
  if (!style) return fail(style);
  const auto rows = layers::readProfileRows(context.dataFolder);
  if (!rows) return fail(rows);
  const std::string title = !options.title.empty() ? options.title : "排水管道纵断面图 " + options.from + "—" + options.to;
  const auto sheet = layers::profileSheet(profile, crossings, *theme, *style, *rows, {.scaleH = options.scaleH, .scaleV = options.scaleV, .title = title});
  if (extension == ".svg") return writeFile(options.out, layers::toSvg(sheet.picture));
  requireQt();
  const PrintOptions print{.title = title, .date = context.author().at.substr(0, 10), .crs = open.project.settings().crs, .dataFolder = context.dataFolder};
  return printPdf(options.out, {sheet.picture}, print, context.progress());
}

}  // namespace

CLI::App* setUpProfile(CLI::App& drainage, ProfileOptions& options) {
  CLI::App* app = drainage.add_subcommand("profile", "Draw ground, pipes and manholes along the pipes between two manholes");
  app->add_option("PROJECT", options.project, "The project, a GeoPackage")->required();
  app->add_option("FROM", options.from, "Survey number of the manhole at the left")->required();
  app->add_option("TO", options.to, "Survey number of the manhole at the right")->required();
  app->add_option("--out", options.out, "The drawing: .svg or .pdf");
  app->add_option("--title", options.title, "Title of the drawing");
  app->add_option("--scale-h", options.scaleH, "Denominator of the horizontal scale; 500, doubled until it fits on a page")->check(CLI::Range(50.0, 100000.0));
  app->add_option("--scale-v", options.scaleV, "Denominator of the vertical scale; 100 without it")->check(CLI::Range(5.0, 10000.0));
  app->fallthrough();
  return app;
}

geo::Result<void> runProfile(const ProfileOptions& options, Context& context) {
  const auto open = openSewers(options.project, layers::Project::Access::Read, context);
  if (!open) return fail(open);
  const auto from = findManhole(*open, options.from), to = findManhole(*open, options.to);
  if (!from || !to) return fail(!from ? from : to);
  if (*from == *to) return fail(ErrorCode::Invalid, "the profile begins and ends at " + options.from, "give two manholes");
  const geo::FlowGraph graph = geo::flowGraphOf(open->sewers.system, open->catalogue.limits.minFallM);
  const auto profile = geo::profileBetween(open->sewers.system, graph, *from, *to);
  if (!profile) return fail(profile);
  const auto rules = layers::ClearanceRules::read(context.dataFolder);
  if (!rules) return fail(rules);
  const layers::PipeIndex pipes(open->city);
  const auto crossings = layers::crossingsAlong(*profile, open->sewers, pipes, *rules);
  if (context.isJson) {
    context.print(toJson(*profile, crossings));
  } else {
    print(*profile, crossings, context);
  }
  if (options.out.empty()) return {};
  if (const auto drawn = draw(*profile, crossings, *open, options, context); !drawn) return drawn;
  if (!context.isJson) context.out() << "wrote " << options.out << '\n';
  return {};
}

}  // namespace pianqu::app
