#include "layers/catalogue/city_profile.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;
using nlohmann::json;

constexpr const char* kFundCodes = "fundCodes";

std::optional<double> numberOf(const json& value) {
  if (value.is_number()) return value.get<double>();
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

}  // namespace

const std::vector<ProfileRule>& profileRules() {
  static const std::vector<ProfileRule> rules{{"minArea", "district.min-area"}, {"minHouseholds", "merge.min-households"}, {"maxHouseholds", "merge.max-households"}, {"maxSpan", "merge.max-span"}, {"maxFloorArea", "merge.max-floor-area"}};
  return rules;
}

std::string toText(const CityProfile& profile) {
  json kept = json::object();
  for (const ProfileRule& rule : profileRules())
    if (const auto said = profile.rules.find(rule.key); said != profile.rules.end()) kept[rule.name] = said->second;
  if (!profile.fundCodes.empty()) kept[kFundCodes] = profile.fundCodes;
  return kept.empty() ? std::string() : kept.dump();
}

geo::Result<CityProfile> profileFrom(const std::string& text) {
  CityProfile profile;
  if (text.empty()) return profile;
  const json kept = json::parse(text, nullptr, false);
  if (!kept.is_object()) return fail(ErrorCode::Invalid, "the city's profile is no JSON object", "make it anew with: pianqu profile PROJECT --reset", {.layer = "meta", .feature = "profile"});
  for (const ProfileRule& rule : profileRules())
    if (const auto said = kept.find(rule.name); said != kept.end())
      if (const auto number = numberOf(*said)) profile.rules[rule.key] = *number;
  if (const auto codes = kept.find(kFundCodes); codes != kept.end() && codes->is_array())
    for (const json& code : *codes)
      if (code.is_string()) profile.fundCodes.push_back(code.get<std::string>());
  std::sort(profile.fundCodes.begin(), profile.fundCodes.end());
  profile.fundCodes.erase(std::unique(profile.fundCodes.begin(), profile.fundCodes.end()), profile.fundCodes.end());
  return profile;
}

geo::Result<void> checkProfile(const CityProfile& profile, const std::string& dataFolder) {
  for (const auto& [key, value] : profile.rules)
    if (!std::isfinite(value) || value < 0) return fail(ErrorCode::Invalid, "a limit is below 0 or no number", "give 0 or more", {.layer = "profile", .feature = key});
  const auto book = RuleBook::read(dataFolder, profile);
  if (!book) return fail(book);
  const auto least = book->find("merge.min-households"), most = book->find("merge.max-households");
  if (!least || !most) return fail(!least ? least : most);
  if (least->value > most->value) return fail(ErrorCode::Invalid, "the least households of a district are above the most", "lower the one or raise the other", {.layer = "profile"});
  const auto sources = readFundSources(dataFolder);
  if (!sources) return fail(sources);
  for (const std::string& code : profile.fundCodes) {
    if (std::any_of(sources->begin(), sources->end(), [&code](const FundSource& source) { return source.code == code; })) continue;
    std::string known;
    for (const FundSource& source : *sources) known += (known.empty() ? "" : ", ") + source.code + " " + source.zh;
    return fail(ErrorCode::NotFound, "there is no fund source " + code, "the catalogue has " + known, {.layer = "profile"});
  }
  return {};
}

geo::Result<std::vector<FundSource>> readFundSources(const std::string& dataFolder) {
  const auto table = readCatalogueTable(dataFolder, "fund_sources");
  if (!table) return fail(table);
  std::vector<FundSource> sources;
  for (const CatalogueRow& row : table->rows) sources.push_back({row.at("code"), row.at("parent"), row.at("zh"), row.at("en")});
  std::sort(sources.begin(), sources.end(), [](const FundSource& a, const FundSource& b) { return a.code < b.code; });
  return sources;
}

bool mayPay(const std::vector<FundSource>& sources, const std::string& code, const std::vector<std::string>& payable) {
  std::string at = code;
  for (std::size_t step = 0; step <= sources.size() && !at.empty(); ++step) {   // a table whose parents go round comes to an end too
    if (std::find(payable.begin(), payable.end(), at) != payable.end()) return true;
    const auto source = std::find_if(sources.begin(), sources.end(), [&at](const FundSource& each) { return each.code == at; });
    if (source == sources.end()) return false;
    at = source->parent;
  }
  return false;
}

}  // namespace pianqu::layers
