#include "layers/plan/pipe_crossings.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "layers/catalogue/rows.hpp"

namespace pianqu::layers {
namespace {

using geo::fail;
using geo::XY;

constexpr const char* kVerified[] = {"A", "H"};

/// How the table names a pipe: its class; for cables the laying too.
std::vector<std::string> namesOf(const Pipe& pipe) {
  if (pipe.pipeClass != "DL" && pipe.pipeClass != "TX") return {pipe.pipeClass};
  if (pipe.laying == "ZM") return {pipe.pipeClass + ":ZM"};
  if (!pipe.laying.empty()) return {pipe.pipeClass + ":GK"};
  return {pipe.pipeClass + ":ZM", pipe.pipeClass + ":GK"};
}

struct Meeting {
  double share = 0, otherShare = 0;   ///< of the two segments
};

/// Where two segments cross; nullopt for parallel ones.
std::optional<Meeting> meetingOf(XY a, XY b, XY c, XY d) {
  const XY u = b - a, v = d - c, w = c - a;
  const double cross = u.x * v.y - u.y * v.x;
  if (std::abs(cross) < 1e-12) return std::nullopt;
  const double s = (w.x * v.y - w.y * v.x) / cross, t = (w.x * u.y - w.y * u.x) / cross;
  if (s < 0 || s > 1 || t < 0 || t > 1) return std::nullopt;
  return Meeting{s, t};
}

struct LineMeeting {
  XY at;
  double share = 0, otherShare = 0;   ///< of the lengths of the lines
};

std::vector<LineMeeting> meetingsOf(const geo::Line<XY>& one, const geo::Line<XY>& other) {
  const double whole = geo::lengthOf(one).value, otherWhole = geo::lengthOf(other).value;
  std::vector<LineMeeting> meetings;
  double walked = 0;
  for (std::size_t i = 0; i + 1 < one.size(); ++i) {
    const double length = geo::distance(one[i], one[i + 1]);
    double otherWalked = 0;
    for (std::size_t j = 0; j + 1 < other.size(); ++j) {
      const double otherLength = geo::distance(other[j], other[j + 1]);
      if (const auto meeting = meetingOf(one[i], one[i + 1], other[j], other[j + 1]); meeting && whole > 0 && otherWhole > 0) {
        meetings.push_back({one[i] + (one[i + 1] - one[i]) * meeting->share, (walked + length * meeting->share) / whole, (otherWalked + otherLength * meeting->otherShare) / otherWhole});
      }
      otherWalked += otherLength;
    }
    walked += length;
  }
  return meetings;
}

std::optional<double> between(const std::optional<double>& a, const std::optional<double>& b, double share) {
  return a && b ? std::optional(*a + (*b - *a) * share) : std::nullopt;
}

/// The free height between the upper one's bottom and the lower one's top.
std::optional<double> clearanceBetween(const PipeLevels& a, const PipeLevels& b) {
  if (!a.bottomM || !a.topM || !b.bottomM || !b.topM) return std::nullopt;
  return std::max(*a.bottomM - *b.topM, *b.bottomM - *a.topM);
}

bool isJoined(const Pipe& a, const Pipe& b) {
  const auto shares = [&b](const Uid& node) { return !node.empty() && (node == b.fromUid || node == b.toUid); };
  return shares(a.fromUid) || shares(a.toUid);
}

geo::Box boxOf(const Pipe& pipe) { return geo::boxOf(pipe.line); }

}  // namespace

std::optional<double> heightOf(const Pipe& pipe) {
  const auto mm = pipe.heightMm ? pipe.heightMm : pipe.diameterMm;
  return mm ? std::optional(*mm / 1000) : std::nullopt;
}

geo::Result<ClearanceRules> ClearanceRules::read(const std::string& dataFolder) {
  const auto table = readCatalogueTable(dataFolder, "pipe_clearance");
  if (!table) return fail(table);
  ClearanceRules rules;
  for (const CatalogueRow& row : table->rows) {
    const auto metres = numberIn(*table, row, "min_vertical_m");
    if (!metres) return fail(metres);
    const std::string& confidence = row.at("confidence");
    const Required required{*metres, row.at("standard") + " " + row.at("clause"), std::find(std::begin(kVerified), std::end(kVerified), confidence) != std::end(kVerified)};
    for (const auto& key : {std::pair(row.at("a"), row.at("b")), std::pair(row.at("b"), row.at("a"))}) rules.m_rows.emplace(key, required);
  }
  return rules;
}

std::optional<ClearanceRules::Required> ClearanceRules::find(const Pipe& a, const Pipe& b) const {
  std::optional<Required> strictest;
  for (const std::string& first : namesOf(a))
    for (const std::string& second : namesOf(b)) {
      const auto row = m_rows.find({first, second});
      if (row != m_rows.end() && (!strictest || row->second.metres > strictest->metres)) strictest = row->second;
    }
  return strictest;
}

PipeIndex::PipeIndex(const City& city) : m_city(city) {
  std::vector<geo::Box> boxes;
  boxes.reserve(city.pipes.size());
  for (const Pipe& pipe : city.pipes) boxes.push_back(pipe.line.size() > 1 ? boxOf(pipe) : geo::Box{});
  m_index = geo::BoxIndex(boxes);
  for (std::size_t i = 0; i < city.pipeNodes.size(); ++i) m_nodes.emplace(city.pipeNodes[i].uid, i);
}

std::optional<double> PipeIndex::groundOf(const Uid& node) const {
  const auto there = m_nodes.find(node);
  return there == m_nodes.end() ? std::nullopt : m_city.pipeNodes[there->second].groundZ;
}

PipeLevels PipeIndex::levelsAtEnd(const Pipe& pipe, bool isStart) const {
  const auto height = heightOf(pipe);
  const auto invert = isStart ? pipe.fromInvert : pipe.toInvert;
  const auto depth = isStart ? pipe.fromDepth : pipe.toDepth;
  PipeLevels levels;
  if (invert) {
    levels.bottomM = invert;
  } else if (const auto ground = groundOf(isStart ? pipe.fromUid : pipe.toUid); ground && depth) {
    (pipe.pipeClass == "PS" ? levels.bottomM : levels.topM) = *ground - *depth;
  }
  if (height && levels.bottomM) levels.topM = *levels.bottomM + *height;
  else if (height && levels.topM) levels.bottomM = *levels.topM - *height;
  return levels;
}

PipeLevels PipeIndex::levelsAt(std::size_t pipe, double share) const {
  const PipeLevels from = levelsAtEnd(m_city.pipes[pipe], true), to = levelsAtEnd(m_city.pipes[pipe], false);
  return {between(from.bottomM, to.bottomM, share), between(from.topM, to.topM, share)};
}

std::vector<PipeCrossing> PipeIndex::crossingsOf(std::size_t pipe, const ClearanceRules& rules) const {
  const Pipe& own = m_city.pipes[pipe];
  std::vector<PipeCrossing> crossings;
  if (own.line.size() < 2) return crossings;
  for (const std::size_t i : m_index.find(boxOf(own))) {
    const Pipe& other = m_city.pipes[i];
    if (i == pipe || isJoined(own, other)) continue;
    for (const LineMeeting& meeting : meetingsOf(own.line, other.line)) {
      PipeCrossing crossing{.other = i, .at = meeting.at, .share = meeting.share, .own = levelsAt(pipe, meeting.share), .others = levelsAt(i, meeting.otherShare)};
      crossing.clearanceM = clearanceBetween(crossing.own, crossing.others);
      crossing.required = rules.find(own, other);
      if (crossing.clearanceM && crossing.required) crossing.state = *crossing.clearanceM >= crossing.required->metres ? ClearanceState::Pass : ClearanceState::Fail;
      else if (crossing.clearanceM && *crossing.clearanceM < 0) crossing.state = ClearanceState::Fail;   // they meet, whatever the standard says
      crossings.push_back(std::move(crossing));
    }
  }
  std::stable_sort(crossings.begin(), crossings.end(), [](const PipeCrossing& a, const PipeCrossing& b) { return a.share < b.share; });
  return crossings;
}

std::vector<PipeIndex::Cut> PipeIndex::cut(XY from, XY to) const {
  const geo::Line<XY> line{from, to};
  std::vector<Cut> cuts;
  for (const std::size_t i : m_index.find(geo::boxOf(line)))
    for (const LineMeeting& meeting : meetingsOf(line, m_city.pipes[i].line))
      cuts.push_back({i, geo::distance(from, meeting.at), meeting.at, levelsAt(i, meeting.otherShare)});
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.distanceM < b.distanceM; });
  return cuts;
}

}  // namespace pianqu::layers
