#include "geo/lift/siting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "geo/lift/siting_scene.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

constexpr double kFitM = 1e-6;
constexpr double kSkinM = 0.02;   ///< a shaft touches its own wall; only what overlaps by more is a clash

/// Metres with two decimals at most, as a sentence shows them.
std::string metres(double value) {
  std::string text = std::to_string(static_cast<long long>(std::llround(value * 100)));
  while (text.size() < 3) text.insert(0, "0");
  text.insert(text.size() - 2, ".");
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + " m";
}

struct Candidate {
  Box box;
  std::size_t size = 0;
  double corridorM = 0, offsetM = 0;
};

struct Judged {
  std::string failure;                  ///< first hard reason; empty: none
  double shortfallM = 0;                ///< how far it misses, to report the best miss
  std::vector<std::string> conditions, unknowns;
  MultiLine<XY> relocated;              ///< in the frame
  double relocatedM = 0;
  int movedTrees = 0;
  int rank() const { return !unknowns.empty() ? 2 : conditions.empty() ? 0 : 1; }
};

bool meets(const Box& box, const std::vector<WallSegment>& walls) {
  return std::any_of(walls.begin(), walls.end(), [&box](const WallSegment& wall) { return insideOf(box, wall).has_value(); });
}

bool isInside(const std::vector<Polygon<XY>>& parts, XY point) {
  return std::any_of(parts.begin(), parts.end(), [point](const auto& part) { return contains(part, point); });
}

double nearest(const Box& box, const std::vector<WallSegment>& walls) {
  double distance = std::numeric_limits<double>::infinity();
  for (const WallSegment& wall : walls) distance = std::min(distance, distanceOf(box, wall));
  return distance;
}

/// The checks that no condition can heal, in their order. Empty: all hold.
std::string failureOf(const Box& box, const SitingScene& scene, const SitingRules& rules, double& missM) {
  if (!scene.redLineParts.empty() && (meets(box, scene.redLine) || !isInside(scene.redLineParts, box.centre()))) return "越出小区红线";
  if (meets(box.grownBy(-kSkinM), scene.ownWalls) || isInside(scene.ownParts, box.centre())) return "与本楼墙体相交";
  const double opposite = nearest(box, scene.wallsInFront);
  if (opposite < rules.oppositeWallM - kFitM) {
    missM = opposite;
    return "与对面建筑间距不足 " + metres(rules.oppositeWallM);
  }
  for (const auto& lane : scene.lanes) {
    if (!lane.clearWidthM) continue;
    const double half = *lane.clearWidthM / 2, reach = nearest(box, lane.pieces);
    const double left = reach > 0 ? half + reach : 0;
    if (reach < half - kFitM && left < rules.laneRemainderM - kFitM) {
      missM = left;
      return "占用后消防通道剩余净宽不足 " + metres(rules.laneRemainderM);
    }
  }
  for (const auto& tree : scene.trees) {
    const double apart = distanceOf(box, tree.point);
    if (tree.isProtected && apart < rules.ancientTreeM - kFitM) {
      missM = apart;
      return "距保护古树不足 " + metres(rules.ancientTreeM);
    }
  }
  for (const auto& pipe : scene.pipes) {
    const double apart = pipe.isHard ? nearest(box, pipe.pieces) : pipe.clearanceM;
    if (apart < pipe.clearanceM - kFitM) {
      missM = apart;
      return "距" + pipe.name + "不足 " + metres(pipe.clearanceM);
    }
  }
  return {};
}

void addConditions(const Box& box, const SitingScene& scene, const SitingRules& rules, Judged& judged) {
  int& trees = judged.movedTrees;
  for (const auto& tree : scene.trees) trees += !tree.isProtected && distanceOf(box, tree.point) < rules.treeM - kFitM ? 1 : 0;
  if (trees > 0) judged.conditions.push_back("需移栽树木 " + std::to_string(trees) + " 株");
  for (const auto& pipe : scene.pipes) {
    if (pipe.isHard || nearest(box, pipe.pieces) >= pipe.clearanceM - kFitM) continue;
    double length = 0;
    for (const auto& piece : pipe.pieces) {
      if (const auto inside = insideOf(box.grownBy(pipe.clearanceM), piece)) {
        length += distance(inside->a, inside->b);
        judged.relocated.push_back({inside->a, inside->b});
      }
    }
    judged.relocatedM += length + 2 * rules.detourM;
    judged.conditions.push_back("需迁改" + pipe.name + "约 " + metres(length + 2 * rules.detourM));
  }
  if (meets(box, scene.temporary) || isInside(scene.temporaryParts, box.centre())) judged.conditions.push_back("需先拆除占位违建");
  if (scene.redLineParts.empty()) judged.conditions.push_back("无小区红线, 用地需勘定");
  for (const auto& lane : scene.lanes) {
    if (!lane.clearWidthM && nearest(box, lane.pieces) < rules.unknownLaneHalfM) judged.unknowns.push_back("巷道" + (lane.name.empty() ? "" : " " + lane.name + " ") + "净宽未测");
  }
  for (const auto& pipe : scene.pipes) {
    if (pipe.unknownUpToM > pipe.clearanceM && nearest(box, pipe.pieces) < pipe.unknownUpToM - kFitM) judged.unknowns.push_back("距" + pipe.name + "不足 " + metres(pipe.unknownUpToM) + ", 压力级别不明");
  }
  if (!scene.hasSurvey) judged.unknowns.push_back("周边 " + metres(rules.surveyReachM) + " 内无管线普查资料");
}

Judged judge(const Box& box, const SitingScene& scene, const SitingRules& rules) {
  Judged judged;
  judged.failure = failureOf(box, scene, rules, judged.shortfallM);
  if (judged.failure.empty()) addConditions(box, scene, rules, judged);
  return judged;
}

std::vector<Candidate> candidatesOf(const SitingRules& rules) {
  std::vector<Candidate> candidates;
  const int sides = static_cast<int>(std::floor(rules.offsetMaxM / rules.offsetStepM + kFitM));
  const int depths = static_cast<int>(std::floor(rules.corridorMaxM / rules.corridorStepM + kFitM));
  for (std::size_t size = 0; size < rules.sizes.size(); ++size) {
    const ShaftSize& shaft = rules.sizes[size];
    for (int d = 0; d <= depths; ++d) {
      for (int s = -sides; s <= sides; ++s) {
        const double offset = s * rules.offsetStepM, corridor = d * rules.corridorStepM;
        candidates.push_back({{offset - shaft.widthM / 2, corridor, offset + shaft.widthM / 2, corridor + shaft.depthM}, size, corridor, offset});
      }
    }
  }
  return candidates;
}

/// How many candidates fail for what, the most frequent first, with the value of the nearest miss.
std::vector<std::string> failuresIn(const std::map<std::string, std::pair<int, double>>& failures, std::size_t total) {
  std::vector<std::pair<std::string, std::pair<int, double>>> order(failures.begin(), failures.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
  std::vector<std::string> reasons;
  for (const auto& [text, tally] : order) {
    reasons.push_back(text + (tally.second > 0 ? " (最大 " + metres(tally.second) + ")" : "") + ": " + std::to_string(tally.first) + "/" + std::to_string(total) + " 个方案");
  }
  return reasons;
}

Siting placed(const Candidate& candidate, Judged judged, const SitingScene& scene, const SitingRules& rules) {
  Siting siting;
  siting.verdict = judged.rank() == 0 ? SitingVerdict::Feasible : judged.rank() == 1 ? SitingVerdict::Conditional : SitingVerdict::Unknown;
  const Box& b = candidate.box;
  for (const XY p : {XY{b.minX, b.minY}, XY{b.maxX, b.minY}, XY{b.maxX, b.maxY}, XY{b.minX, b.maxY}, XY{b.minX, b.minY}}) siting.shaft.outer.push_back(scene.toWorld(p));
  siting.size = rules.sizes[candidate.size].name;
  siting.corridorM = candidate.corridorM;
  siting.offsetM = candidate.offsetM;
  siting.relocatedPipeM = judged.relocatedM;
  for (auto& line : judged.relocated) {
    for (XY& p : line) p = scene.toWorld(p);
    siting.relocatedPipes.push_back(std::move(line));
  }
  siting.reasons = std::move(judged.unknowns);
  siting.reasons.insert(siting.reasons.end(), judged.conditions.begin(), judged.conditions.end());
  return siting;
}

}  // namespace

Siting siteShaft(const StairUnit& unit, const LiftSurroundings& surroundings, const SitingRules& rules) {
  const auto scene = sceneOf(unit, surroundings.index(), rules);
  if (!scene) {
    Siting siting;
    siting.reasons.push_back("梯间外墙位置不明");
    return siting;
  }
  const auto candidates = candidatesOf(rules);
  std::map<std::string, std::pair<int, double>> failures;
  using Key = std::tuple<int, std::size_t, int, double, double, double, double>;
  std::optional<Key> bestKey;
  Candidate best;
  Judged bestJudged;
  for (const Candidate& candidate : candidates) {
    Judged judged = judge(candidate.box, *scene, rules);
    if (!judged.failure.empty()) {
      auto& tally = failures[judged.failure];
      ++tally.first;
      tally.second = std::max(tally.second, judged.shortfallM);
      continue;
    }
    const double area = candidate.box.width() * candidate.box.height();
    const Key key{judged.rank(), judged.conditions.size(), judged.movedTrees, judged.relocatedM, -area, candidate.corridorM, std::abs(candidate.offsetM)};
    if (bestKey && key >= *bestKey) continue;
    bestKey = key;
    best = candidate;
    bestJudged = std::move(judged);
  }
  Siting siting;
  if (bestKey) {
    siting = placed(best, std::move(bestJudged), *scene, rules);
  } else {
    siting.verdict = SitingVerdict::Infeasible;
    siting.reasons = failuresIn(failures, candidates.size());
  }
  siting.candidates = static_cast<int>(candidates.size());
  return siting;
}

}  // namespace pianqu::geo
