#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

/// The arrows of docs/ARCHITECTURE.md, checked on the includes themselves: geo <- layers <- app, and inside geo and layers each folder
/// includes only folders above it; each C library stays in its folder.
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kGeo{"base", "shape", "crs", "measure", "overlay", "index", "coverage", "network", "district", "drainage", "parking", "lift"};
const std::vector<std::string> kLayers{"feature", "catalogue", "io", "style", "plan", "scene", "rules", "ledger", "sheet", "project", "sample"};

struct Include {
  std::string file;      ///< relative to the root
  int line = 0;
  std::string target;    ///< between the quotes or brackets
  bool isOurs = false;   ///< in quotes
};

fs::path root() { return PIANQU_SOURCE_DIR; }

bool isSource(const fs::path& path) { return path.extension() == ".cpp" || path.extension() == ".hpp"; }

std::vector<Include> includesUnder(const std::string& top) {
  static const std::regex kInclude(R"re(^\s*#\s*include\s*(<|")([^">]+)[">].*)re");
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(root() / top)) {
    if (!isSource(entry.path())) continue;
    std::ifstream file(entry.path());
    std::smatch match;
    int line = 0;
    for (std::string text; std::getline(file, text);) {
      ++line;
      if (std::regex_match(text, match, kInclude)) includes.push_back({fs::relative(entry.path(), root()).string(), line, match[2], match[1] == "\""});
    }
  }
  std::sort(includes.begin(), includes.end(), [](const Include& a, const Include& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  return includes;
}

std::string at(const Include& include) { return include.file + ":" + std::to_string(include.line) + " includes " + include.target; }

std::string folderOf(const std::string& path, std::size_t depth) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < depth && end != std::string::npos; ++i) end = path.find('/', end + (i > 0 ? 1 : 0));
  return path.substr(0, end);
}

std::ptrdiff_t rank(const std::vector<std::string>& order, const std::string& path) {
  const std::size_t from = path.find('/') + 1;
  return std::find(order.begin(), order.end(), path.substr(from, path.find('/', from) - from)) - order.begin();
}

void expectOrder(const std::string& top, const std::vector<std::string>& order) {
  for (const auto& include : includesUnder(top)) {
    if (!include.isOurs || folderOf(include.target, 1) != top) continue;
    EXPECT_LE(rank(order, include.target), rank(order, include.file)) << at(include) << ", which stands below it";
    EXPECT_LT(rank(order, include.target), static_cast<std::ptrdiff_t>(order.size())) << at(include) << ": a folder that the order does not know";
  }
}

TEST(Arrows, geoIncludesOnlyGeo) {
  for (const auto& include : includesUnder("geo")) if (include.isOurs) { EXPECT_EQ(folderOf(include.target, 1), "geo") << at(include); }
}

TEST(Arrows, layersIncludeOnlyGeoAndLayers) {
  for (const auto& include : includesUnder("layers")) {
    if (include.isOurs) { EXPECT_TRUE(folderOf(include.target, 1) == "geo" || folderOf(include.target, 1) == "layers") << at(include); }
  }
}

TEST(Arrows, insideGeoPointUp) { expectOrder("geo", kGeo); }
TEST(Arrows, insideLayersPointUp) { expectOrder("layers", kLayers); }

TEST(Arrows, includesAreWrittenFromTheRoot) {
  for (const char* top : {"geo", "layers", "app"}) {
    for (const auto& include : includesUnder(top)) {
      const bool isMoc = include.target.ends_with(".moc");
      if (include.isOurs && !isMoc) { EXPECT_TRUE(fs::exists(root() / include.target)) << at(include); }
    }
  }
}

TEST(Libraries, stayInTheirFolder) {
  struct Rule { const char* pattern; std::set<std::string> folders; };
  const std::vector<Rule> rules{
      {R"(proj(_.*)?\.h)", {"geo/crs"}}, {R"(geos_c\.h|geos/.*)", {"geo/overlay"}}, {R"(boost/geometry.*)", {"geo/index"}}, {R"(boost/polygon.*)", {"geo/coverage"}},
      {R"((gdal|ogr|cpl_).*)", {"layers/io"}}, {R"(sqlite3\.h)", {"layers/io"}}, {R"(xlsxwriter.*)", {"layers/ledger", "layers/io"}}, {R"(qpdf/.*)", {"app/paint"}}};
  for (const char* top : {"geo", "layers", "app"}) {
    for (const auto& include : includesUnder(top)) {
      if (include.isOurs) continue;
      for (const auto& rule : rules) {
        if (std::regex_match(include.target, std::regex(rule.pattern))) { EXPECT_TRUE(rule.folders.contains(folderOf(include.file, 2))) << at(include); }
      }
      if (std::string(top) != "app") { EXPECT_FALSE(std::regex_match(include.target, std::regex(R"(Q[A-Z].*|Qt.*)"))) << at(include) << ": Qt belongs in app"; }
    }
  }
}

TEST(Libraries, thirdPartyHeadersStayOutOfOurHeaders) {
  const std::regex kAllowed(R"([a-z_]+|tl/expected\.hpp|nlohmann/json_fwd\.hpp)");
  for (const char* top : {"geo", "layers"}) {
    for (const auto& include : includesUnder(top)) {
      // Handles of a library shared by the sources of its one folder; no other folder includes them.
      static const std::set<std::string> kPrivate{"geo/overlay/geos_shape.hpp", "layers/io/database_state.hpp"};
      const bool isPrivate = kPrivate.contains(include.file);
      if (!include.isOurs && include.file.ends_with(".hpp") && !isPrivate) { EXPECT_TRUE(std::regex_match(include.target, kAllowed)) << at(include); }
    }
  }
}

/// Sizes are looked at, not enforced to the line: the limit is where a file must be split, the print shows which are near.
/// A key in brackets behind `source` or `see` must be one that docs/references.bib explains.
TEST(Sources, citedKeysAreInTheBibliography) {
  std::ifstream file(root() / "docs" / "references.bib");
  const std::string bibliography((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  static const std::regex kKey(R"re(\[([A-Z][A-Za-z]*[0-9]{2,}[A-Za-z0-9-]*)\])re");
  for (const char* top : {"geo", "layers", "app"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root() / top)) {
      if (!isSource(entry.path())) continue;
      std::ifstream source(entry.path());
      std::string text;
      for (int line = 1; std::getline(source, text); ++line) {
        if (text.find("source") == std::string::npos) continue;
        for (auto it = std::sregex_iterator(text.begin(), text.end(), kKey); it != std::sregex_iterator(); ++it) {
          EXPECT_NE(bibliography.find("{" + (*it)[1].str() + ","), std::string::npos) << entry.path() << ":" << line << " cites " << (*it)[1];
        }
      }
    }
  }
}

TEST(Sizes, noSourceIsLongerThanTheLimit) {
  constexpr int kLimit = 400, kLook = 300;
  for (const char* top : {"geo", "layers", "app", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root() / top)) {
      const bool isQml = entry.path().extension() == ".qml";
      if (!isSource(entry.path()) && !isQml) continue;
      std::ifstream file(entry.path());
      const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
      EXPECT_LE(lines, isQml ? 200 : kLimit) << entry.path();
      if (lines > (isQml ? 150 : kLook)) std::cout << lines << ' ' << fs::relative(entry.path(), root()).string() << '\n';
    }
  }
}

}  // namespace
