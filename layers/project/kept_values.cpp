#include "layers/project/kept_values.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "layers/project/journal.hpp"
#include "layers/project/project_state.hpp"
#include "layers/project/store_schema.hpp"

namespace pianqu::layers {
namespace {

using geo::fail;

constexpr const char* kProfile = "profile";
constexpr std::array<std::string_view, 3> kKeys{"bookmarks", "overlays", kProfile};
const char* const kOpSetting = "setting";

geo::Result<void> checkKey(const std::string& key, const std::string& path) {
  if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) return {};
  return fail(geo::ErrorCode::Invalid, "a project keeps no \"" + key + "\"", "it keeps bookmarks, overlays and profile", {.file = path, .layer = "meta"});
}

std::string jsonOf(const std::string& text) { return nlohmann::json{{"value", text}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

}  // namespace

geo::Result<std::string> readKept(const std::string& path, const std::string& key) {
  if (const auto known = checkKey(key, path); !known) return fail(known);
  const auto project = Project::open(path, Project::Access::Read);
  if (!project) return fail(project);
  const auto database = Database::open(path, false);
  if (!database) return fail(database);
  return readMeta(*database, key);
}

geo::Result<void> writeKept(const std::string& path, const std::string& key, const std::string& text, const Author& author) {
  if (const auto known = checkKey(key, path); !known) return known;
  const auto project = Project::open(path, Project::Access::Write);  // brings an older file up to date, says what a foreign one is
  if (!project) return fail(project);
  auto database = Database::open(path, true);
  if (!database) return fail(std::move(database));
  return inTransaction(*database, author.at, [&]() -> geo::Result<void> {
    const auto before = readMeta(*database, key);
    if (!before) return fail(before);
    if (*before == text) return {};
    const auto end = readEnd(*database);
    if (!end) return fail(end);
    const std::string name = Database::literal(Value{key});
    if (const auto gone = database->run("DELETE FROM meta WHERE key = " + name); !gone) return gone;
    if (const auto put = database->run("INSERT INTO meta(key, value) VALUES (" + name + ", " + Database::literal(Value{text}) + ")"); !put) return put;
    return append(*database, *end, author, {{.table = "meta", .uid = key, .op = kOpSetting, .before = jsonOf(*before), .after = jsonOf(text)}});
  });
}

geo::Result<CityProfile> readProfile(const std::string& path) {
  const auto text = readKept(path, kProfile);
  if (!text) return fail(text);
  auto profile = profileFrom(*text);
  if (!profile) profile.error().where.file = path;
  return profile;
}

geo::Result<void> writeProfile(const std::string& path, const CityProfile& profile, const Author& author) { return writeKept(path, kProfile, toText(profile), author); }

}  // namespace pianqu::layers
