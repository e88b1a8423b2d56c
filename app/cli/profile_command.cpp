#include "app/cli/profile_command.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "layers/catalogue/rows.hpp"
#include "layers/plan/placement_text.hpp"
#include "layers/project/kept_values.hpp"

namespace pianqu::app {
namespace {

using geo::fail;

constexpr double kM2PerHa = 10000;

struct Options {
  std::string project;
  std::optional<double> minAreaHa, minHouseholds, maxHouseholds, maxSpanM, maxFloorAreaM2;
  std::vector<std::string> funds;
  bool isReset = false;
};

/// Whether `profile` is another now.
bool takeUp(const Options& o, layers::CityProfile& profile) {
  const layers::CityProfile before = profile;
  if (o.isReset) profile = {};
  const auto set = [&profile](const char* key, std::optional<double> value) { if (value) profile.rules[key] = *value; };
  set("district.min-area", o.minAreaHa ? std::optional(*o.minAreaHa * kM2PerHa) : std::nullopt);
  set("merge.min-households", o.minHouseholds);
  set("merge.max-households", o.maxHouseholds);
  set("merge.max-span", o.maxSpanM);
  set("merge.max-floor-area", o.maxFloorAreaM2);
  if (!o.funds.empty()) profile.fundCodes = o.funds;
  std::sort(profile.fundCodes.begin(), profile.fundCodes.end());
  profile.fundCodes.erase(std::unique(profile.fundCodes.begin(), profile.fundCodes.end()), profile.fundCodes.end());
  return profile != before;
}

geo::Result<void> show(const layers::CityProfile& profile, bool isSaved, Context& context) {
  const auto book = layers::RuleBook::read(context.dataFolder, profile);
  if (!book) return fail(book);
  const auto sources = layers::readFundSources(context.dataFolder);
  if (!sources) return fail(sources);
  nlohmann::json document{{"rules", nlohmann::json::object()}, {"funds", nlohmann::json::array()}, {"saved", isSaved}};
  for (const layers::ProfileRule& each : layers::profileRules()) {
    const auto rule = book->find(each.key);
    if (!rule) return fail(rule);
    document["rules"][each.key] = {{"value", rule->value}, {"unit", rule->unit}, {"from", rule->isCitys ? "city" : "catalogue"}};
    if (!context.isJson) context.out() << each.key << ' ' << layers::toShort(rule->value) << ' ' << rule->unit << (rule->isCitys ? " (city)\n" : " (catalogue)\n");
  }
  std::string funds;
  for (const auto& source : *sources) {
    if (std::find(profile.fundCodes.begin(), profile.fundCodes.end(), source.code) == profile.fundCodes.end()) continue;
    document["funds"].push_back({{"code", source.code}, {"name", source.zh}});
    funds += (funds.empty() ? "" : ", ") + source.code + ' ' + source.zh;
  }
  if (context.isJson) context.print(document);
  else context.out() << "funds " << (funds.empty() ? "any" : funds) << '\n';
  return {};
}

geo::Result<void> runProfile(const Options& o, Context& context) {
  auto profile = layers::readProfile(o.project);
  const bool isBroken = !profile && profile.error().code == geo::ErrorCode::Invalid;
  if (isBroken && o.isReset) profile = layers::CityProfile{};
  if (!profile) return fail(std::move(profile));
  const bool isNew = takeUp(o, *profile) || isBroken;
  if (isNew) {
    if (auto checked = layers::checkProfile(*profile, context.dataFolder); !checked) {
      checked.error().where.file = o.project;
      return checked;
    }
    if (auto kept = layers::writeProfile(o.project, *profile, context.author()); !kept) return kept;
  }
  return show(*profile, isNew, context);
}

}  // namespace

Command profileCommand() {
  Command command{.name = "profile", .summary = "Show or set what the city asks of its districts, and its fund sources"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
    app.add_option("--min-area", options->minAreaHa, "Least ground of a district, hectares; cities ask for 10 or 20")->check(CLI::NonNegativeNumber);
    app.add_option("--min-households", options->minHouseholds, "Least households of a district")->check(CLI::NonNegativeNumber);
    app.add_option("--max-households", options->maxHouseholds, "Most households of a district")->check(CLI::NonNegativeNumber);
    app.add_option("--max-span", options->maxSpanM, "Greatest distance between two of its buildings, metres")->check(CLI::PositiveNumber);
    app.add_option("--max-floor-area", options->maxFloorAreaM2, "Most floor area of a district, square metres")->check(CLI::NonNegativeNumber);
    app.add_option("--funds", options->funds, "Codes of the fund sources that the city has, as 107,114,118")->delimiter(',');
    app.add_flag("--reset", options->isReset, "Forget what the city says, then take up the other options");
    return [options](Context& context) { return runProfile(*options, context); };
  };
  command.examples = {"pianqu profile city.gpkg", "pianqu profile city.gpkg --min-area 20 --funds 107,114,118", "pianqu profile city.gpkg --reset --json"};
  return command;
}

}  // namespace pianqu::app
