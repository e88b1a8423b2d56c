#include "tests/support/pipe_sketch.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>

namespace pianqu::testing {

namespace {

using geo::OutfallKind;
using geo::SewerLink;
using geo::SewerNode;
using geo::SewerRole;
using geo::SewerSource;
using geo::SewerSystem;
using geo::Water;

constexpr double kColumnM = 5, kRowM = 10, kFallM = 0.1, kTopM = 100, kCoverM = 2;

bool isManhole(char c) { return c >= 'A' && c <= 'Z'; }

[[noreturn]] void stop(const std::string& what) {
  std::fprintf(stderr, "pipe sketch: %s\n", what.c_str());
  std::abort();
}

template <class Row>
int positionOf(const std::vector<Row>& rows, std::string_view code) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].code == code) return static_cast<int>(i);
  }
  stop("nothing is called " + std::string(code));
}

SewerNode& nodeOf(SewerSystem& system, int index) { return system.nodes[static_cast<std::size_t>(index)]; }

using Rows = std::vector<std::string>;

char charAt(const Rows& rows, std::size_t row, std::size_t column) {
  return row < rows.size() && column < rows[row].size() ? rows[row][column] : ' ';
}

Water waterOf(char c) {
  if (c == '-' || c == '|') return Water::Sewage;
  if (c == '~' || c == ':') return Water::Storm;
  if (c == '=' || c == '#') return Water::Combined;
  return Water::Unknown;
}

/// A drawn pipe: arrow as drawn, and the marks that change what is recorded.
struct Stroke {
  SewerLink link;
  std::string marks;
};

/// The stroke that leaves the letter at (row, column) to the right or downwards; its link ends at -1 when there is none.
Stroke strokeFrom(const SewerSystem& system, const Rows& rows, std::size_t row, std::size_t column, bool isAcross) {
  const std::string_view strokes = isAcross ? "-~=" : "|:#";
  Stroke stroke;
  for (std::size_t step = 1;; ++step) {
    const char c = isAcross ? charAt(rows, row, column + step) : charAt(rows, row + step, column);
    if (strokes.find(c) != std::string_view::npos) {
      stroke.link.water = waterOf(c);
    } else if (std::string_view("<>v^@!?").find(c) != std::string_view::npos) {
      stroke.marks += c;
    } else {
      if (!isManhole(c) || stroke.link.water == Water::Unknown) return {};
      stroke.link.from = nodeAt(system, std::string(1, rows[row][column]));
      stroke.link.to = nodeAt(system, std::string(1, c));
      stroke.link.lengthM = static_cast<double>(step) * (isAcross ? kColumnM : kRowM);
      return stroke;
    }
  }
}

bool has(const Stroke& stroke, const char* marks) { return stroke.marks.find_first_of(marks) != std::string::npos; }

std::vector<Stroke> drawnStrokes(const SewerSystem& system, const Rows& rows) {
  std::vector<Stroke> strokes;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      if (!isManhole(rows[row][column])) continue;
      for (const bool isAcross : {true, false}) {
        Stroke stroke = strokeFrom(system, rows, row, column, isAcross);
        if (stroke.link.to < 0) continue;
        stroke.link.code = system.nodes[static_cast<std::size_t>(stroke.link.from)].code + "-" +
                           system.nodes[static_cast<std::size_t>(stroke.link.to)].code;
        stroke.link.diameterMm = 300;
        stroke.link.arrow = has(stroke, ">v") ? 1 : has(stroke, "<^") ? -1 : 0;
        if (stroke.link.arrow == 0 && !has(stroke, "?")) stop("pipe " + stroke.link.code + " has no direction mark");
        strokes.push_back(std::move(stroke));
      }
    }
  }
  return strokes;
}

/// Levels by node: each pipe falls by at least kFallM along its arrow, as far as there is no circle.
std::vector<double> levelsOf(const SewerSystem& system, const std::vector<Stroke>& strokes) {
  std::vector<double> level(system.nodes.size(), kTopM);
  for (std::size_t round = 0; round < system.nodes.size(); ++round) {
    for (const Stroke& stroke : strokes) {
      if (stroke.link.arrow == 0) continue;
      const auto up = static_cast<std::size_t>(stroke.link.arrow > 0 ? stroke.link.from : stroke.link.to);
      const auto down = static_cast<std::size_t>(stroke.link.arrow > 0 ? stroke.link.to : stroke.link.from);
      level[down] = std::min(level[down], level[up] - kFallM);
    }
  }
  return level;
}

void recordLevels(SewerSystem& system, std::vector<Stroke> strokes) {
  const std::vector<double> level = levelsOf(system, strokes);
  for (std::size_t i = 0; i < level.size(); ++i) {
    system.nodes[i].invertM = level[i];
    system.nodes[i].groundM = level[i] + kCoverM;
  }
  for (Stroke& stroke : strokes) {
    SewerLink& link = stroke.link;
    const bool isForward = (link.arrow > 0) != has(stroke, "!");
    const int up = isForward ? link.from : link.to, down = isForward ? link.to : link.from;
    const double upM = level[static_cast<std::size_t>(up)];
    const double downM = std::min(level[static_cast<std::size_t>(down)], upM - kFallM);
    if (!has(stroke, "@?")) {
      link.fromInvertM = isForward ? upM : downM;
      link.toInvertM = isForward ? downM : upM;
    }
    if (!has(stroke, "@!")) link.arrow = 0;
    system.links.push_back(std::move(link));
  }
}

void addSource(SewerSystem& system, int node, SewerSource source) {
  source.node = node;
  source.point = nodeOf(system, node).point;
  const std::string& code = nodeOf(system, node).code;
  source.code = source.kind == SewerSource::Kind::Riser ? "R-" + code : code;
  system.sources.push_back(std::move(source));
}

void applyLegend(SewerSystem& system, const std::string& what, int node) {
  static const std::map<std::string, Water> kWaters{{"YS", Water::Storm}, {"WS", Water::Sewage}, {"HS", Water::Combined}};
  static const std::map<std::string, OutfallKind> kOutfalls{{"storm", OutfallKind::Storm},
                                                            {"river", OutfallKind::River},
                                                            {"sewage", OutfallKind::Sewage},
                                                            {"combined", OutfallKind::Combined},
                                                            {"unclear", OutfallKind::Unknown}};
  static const std::map<std::string, SewerSource> kSources{
      {"gully", {.kind = SewerSource::Kind::Gully, .carriesRain = true}},
      {"house", {.kind = SewerSource::Kind::HouseOutlet, .carriesSewage = true}},
      {"riser-rain", {.carriesRain = true}},
      {"riser-sewage", {.carriesSewage = true}},
      {"riser-mixed", {.carriesSewage = true, .carriesRain = true}}};
  if (kWaters.contains(what)) {
    nodeOf(system, node).water = kWaters.at(what);
  } else if (kOutfalls.contains(what)) {
    nodeOf(system, node).outfall = kOutfalls.at(what);
  } else if (kSources.contains(what)) {
    if (what == "gully") nodeOf(system, node).role = SewerRole::Gully;
    if (what == "house") nodeOf(system, node).role = SewerRole::HouseOutlet;
    addSource(system, node, kSources.at(what));
  } else {
    stop("legend word " + what);
  }
}

std::vector<std::string> linesOf(const SewerSystem& system, const geo::SewerCheck& check, bool isUnknownRule) {
  std::vector<std::string> lines;
  for (const geo::Finding& finding : check.findings) {
    if (finding.fault == geo::Fault::CombinedPipe) continue;
    if ((finding.fault == geo::Fault::Unknown) != isUnknownRule) continue;
    std::string line = std::string(ruleOf(finding.fault)) + " " + std::string(nameOf(finding.fault)) + " " + codeOf(system, finding);
    if (!isUnknownRule && finding.state == geo::CheckState::Unknown) line += " ?";
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

SewerSystem sketchSewers(std::string_view map, std::string_view legend) {
  Rows rows;
  std::istringstream mapText{std::string(map)};
  for (std::string line; std::getline(mapText, line);) rows.push_back(line);
  SewerSystem system;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      if (!isManhole(rows[row][column])) continue;
      system.nodes.push_back({.code = std::string(1, rows[row][column]),
                              .point = {static_cast<double>(column) * kColumnM, -static_cast<double>(row) * kRowM}});
    }
  }
  recordLevels(system, drawnStrokes(system, rows));
  std::istringstream words{std::string(legend)};
  for (std::string word; words >> word;) {
    const std::size_t colon = word.find(':');
    if (colon == std::string::npos) stop("legend word " + word + " has no colon");
    for (const char letter : word.substr(colon + 1)) {
      applyLegend(system, word.substr(0, colon), nodeAt(system, std::string(1, letter)));
    }
  }
  return system;
}

int nodeAt(const SewerSystem& system, std::string_view code) { return positionOf(system.nodes, code); }
int linkAt(const SewerSystem& system, std::string_view code) { return positionOf(system.links, code); }
int sourceAt(const SewerSystem& system, std::string_view code) { return positionOf(system.sources, code); }

std::vector<std::string> faultLines(const SewerSystem& system, const geo::SewerCheck& check) { return linesOf(system, check, false); }
std::vector<std::string> unknownLines(const SewerSystem& system, const geo::SewerCheck& check) { return linesOf(system, check, true); }

geo::DrainageLimits testLimits() {
  return {.minFallM = 0.01,
          .levelToleranceM = 0.05,
          .duplicateDistanceM = 0.05,
          .maxSizeDecrease = 2,
          .sizesMm = {100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1500}};
}

}  // namespace pianqu::testing
