#include "app/edit/path_tool.hpp"

#include <algorithm>
#include <cmath>

#include "geo/measure/measure.hpp"
#include "geo/overlay/overlay.hpp"

namespace pianqu::app {
namespace {

using geo::Line;
using geo::MultiPolygon;
using geo::XY;

constexpr double kFreehandFromPx = 8;     ///< so far a hand shakes when it clicks
constexpr double kFreehandStepPx = 3;
constexpr double kFreehandSimplifyPx = 2;
/// A traced way may be so much longer than the straight one, and never more than this.
constexpr double kTraceDetour = 4, kTraceMostM = 3000;

geo::Polygon<XY> closed(Line<XY> path) {
  if (!path.empty()) path.push_back(path.front());
  return {std::move(path), {}};
}

/// Keeps points that stand off the straight line between their kept neighbours (Douglas and Peucker).
void keepFar(const Line<XY>& line, std::size_t from, std::size_t to, double toleranceM, std::vector<char>& keep) {
  double most = toleranceM;
  std::size_t farthest = from;
  for (std::size_t i = from + 1; i < to; ++i) {
    const double metres = geo::distanceToLine(line[i], {line[from], line[to]});
    if (metres <= most) continue;
    most = metres;
    farthest = i;
  }
  if (farthest == from) return;
  keep[farthest] = 1;
  keepFar(line, from, farthest, toleranceM, keep);
  keepFar(line, farthest, to, toleranceM, keep);
}

Line<XY> simplified(const Line<XY>& line, double toleranceM) {
  if (line.size() < 3) return line;
  std::vector<char> keep(line.size(), 0);
  keep.front() = keep.back() = 1;
  keepFar(line, 0, line.size() - 1, toleranceM, keep);
  Line<XY> kept;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (keep[i] != 0) kept.push_back(line[i]);
  return kept;
}

}  // namespace

std::optional<XY> PathTool::typingFrom() const { return m_steps.empty() ? std::nullopt : std::optional(m_steps.back().points.back()); }

PathTool::Step PathTool::stepTo(const PointerEvent& event) const {
  const XY at = constrained(typingFrom(), event.at, m_typed);
  Step step{{at}, m_typed.isEmpty() ? event.snap : std::nullopt};
  if (!m_options.isTracing || m_steps.empty() || !step.snap || !m_steps.back().snap) return step;
  const double straightM = geo::distance(m_steps.back().snap->point, step.snap->point);
  const double mostM = std::min(kTraceMostM, kTraceDetour * straightM + 50);
  for (const geo::SnapIndex* lines : {m_scene.boundaries.get(), &m_scene.ground->snaps}) {
    // Both ends are found anew on these lines: a corner of a boundary often lies on a road as well.
    const auto from = lines->find(m_steps.back().snap->point, 0.01), to = lines->find(step.snap->point, 0.01);
    if (!from || !to) continue;
    auto way = lines->trace(*from, *to, mostM);
    if (!way || way->size() < 2) continue;
    step.points.assign(way->begin() + 1, way->end());
    return step;
  }
  return step;
}

void PathTool::press(const PointerEvent& event) {
  m_downAt = event.at;
  m_freehand = {event.at};
}

void PathTool::move(const PointerEvent& event) {
  if (m_downAt && geo::distance(*m_downAt, event.at) > kFreehandFromPx * event.pixelM && m_freehand.size() == 1 && m_typed.isEmpty()) m_freehand.push_back(event.at);
  if (m_downAt && m_freehand.size() > 1) {
    if (geo::distance(m_freehand.back(), event.at) >= kFreehandStepPx * event.pixelM) m_freehand.push_back(event.at);
    const Step step{m_freehand, std::nullopt};
    return show(&step);
  }
  const Step next = stepTo(event);
  show(&next);
}

void PathTool::release(const PointerEvent& event) {
  if (!m_downAt) return;
  m_downAt.reset();
  if (m_freehand.size() < 3) return add(event);
  m_steps.push_back({simplified(m_freehand, kFreehandSimplifyPx * event.pixelM), event.snap});
  m_freehand.clear();
  show(nullptr);
  finish();
}

void PathTool::add(const PointerEvent& event) {
  Step step = stepTo(event);
  // The second click of a double click falls on the last corner.
  if (!m_steps.empty() && geo::distance(m_steps.back().points.back(), step.points.back()) <= event.pixelM) return;
  m_steps.push_back(std::move(step));
  show(nullptr);
}

bool PathTool::placeTyped(XY pointer) {
  const bool isPoint = (m_typed.x && m_typed.y) || (typingFrom() && !m_typed.isEmpty());
  if (!isPoint) return false;
  add({.at = pointer, .snap = std::nullopt, .pixelM = 0});
  m_typed = {};
  return true;
}

bool PathTool::takeBack() {
  if (m_steps.empty()) return false;
  m_steps.pop_back();
  show(nullptr);
  return true;
}

void PathTool::cancel() {
  m_steps.clear();
  m_freehand.clear();
  m_downAt.reset();
  m_typed = {};
  m_preview = {};
}

void PathTool::finish() {
  const Line<XY> path = pathWith(nullptr);
  // Until there is a line or an area, there is nothing to finish: drawing goes on.
  if (path.size() < (isClosed() ? 3U : 2U)) return;
  if (m_purpose == Purpose::Area) {
    geo::Problems repairs;
    auto area = geo::repairPolygons({closed(path)}, repairs);
    if (!area || area->empty()) return;
    m_outcome = Outcome{std::nullopt, std::move(*area), {}};
    return cancel();
  }
  if (m_purpose == Purpose::CutLine) {
    m_outcome = Outcome{std::nullopt, {}, path};
    return cancel();
  }
  auto edit = editOf(path);
  const bool isDone = edit && edit->has_value();
  m_outcome = Outcome{std::move(edit), {}, {}};
  // What was refused can still be corrected.
  if (isDone) cancel();
}

Line<XY> PathTool::pathWith(const Step* next) const {
  Line<XY> path;
  const auto addPoints = [&path](const Line<XY>& points) {
    for (const XY point : points)
      if (path.empty() || path.back() != point) path.push_back(point);
  };
  for (const Step& step : m_steps) addPoints(step.points);
  if (next) addPoints(next->points);
  return path;
}

void PathTool::show(const Step* next) {
  m_preview = {};
  Line<XY> path = pathWith(next);
  for (const Step& step : m_steps) m_preview.corners.push_back(step.points.back());
  if (!m_steps.empty() && m_preview.corners.front() != m_steps.front().points.front()) m_preview.corners.insert(m_preview.corners.begin(), m_steps.front().points.front());
  const bool isStarted = !m_steps.empty() || (next && next->points.size() > 1);
  if (!isStarted) return;
  if (isClosed() && path.size() >= 3) m_preview.area = {closed(path)};
  if (path.size() >= 2) m_preview.path = {path};
  showMeasures(path);
  // Members of a boundary that is still open follow the pointer in the ledger; what a line changes is worked out at once.
  if (!isClosed() && path.size() >= 2) m_preview.pending = editOf(path);
}

void PathTool::showMeasures(const Line<XY>& path) {
  if (path.size() < 2) return;
  DrawnMeasures& m = m_preview.measures;
  const XY last = path[path.size() - 2], now = path.back();
  m.segmentM = geo::distance(last, now);
  m.bearingDeg = bearingOf(last, now);
  if (path.size() > 2) {
    const double turn = std::fmod(bearingOf(last, path[path.size() - 3]) - *m.bearingDeg + 720, 360);
    m.turnDeg = std::min(turn, 360 - turn);
  }
  double metres = 0;
  for (std::size_t i = 1; i < path.size(); ++i) metres += geo::distance(path[i - 1], path[i]);
  if (isClosed() && path.size() > 2) {
    metres += geo::distance(path.back(), path.front());
    m.areaM2 = geo::areaOf(closed(path)).value;
  }
  m.lengthM = metres;
}

std::optional<geo::Result<layers::Edit>> PathTool::editOf(const Line<XY>& path) const {
  switch (m_purpose) {
    case Purpose::Draw: {
      layers::District drawn;
      drawn.shape = {closed(path)};
      return layers::drawDistrict(index(), plan(), std::move(drawn), m_options.follow);
    }
    case Purpose::Reshape: return layers::reshape(index(), plan(), m_options.districtUid, path, m_options.follow);
    case Purpose::Split: return layers::split(index(), plan(), m_options.districtUid, {path}, m_options.follow);
    case Purpose::Area:
    case Purpose::CutLine: break;
  }
  return std::nullopt;
}

}  // namespace pianqu::app
