#include "geo/lift/siting_scene.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/measure/measure.hpp"
#include "geo/shape/segment.hpp"

namespace pianqu::geo {
namespace {

constexpr double kInFrontM = 0.5;   ///< walls nearer to the wall's own line than this stand beside it, not opposite

template <class T, class F>
BoxIndex indexOf(const std::vector<T>& things, F boxFor) {
  std::vector<Box> boxes;
  boxes.reserve(things.size());
  for (const T& thing : things) boxes.push_back(boxFor(thing));
  return BoxIndex(boxes);
}

class ToFrame {
 public:
  ToFrame(const SitingScene& scene) : m_origin(scene.origin), m_along(scene.along), m_out(scene.out) {}
  XY operator()(XY p) const {
    const XY d = p - m_origin;
    return {d.x * m_along.x + d.y * m_along.y, d.x * m_out.x + d.y * m_out.y};
  }
  Line<XY> operator()(Line<XY> line) const {
    for (XY& p : line) p = (*this)(p);
    return line;
  }
  Polygon<XY> operator()(const Polygon<XY>& polygon) const {
    Polygon<XY> turned{(*this)(polygon.outer), {}};
    for (const auto& hole : polygon.holes) turned.holes.push_back((*this)(hole));
    return turned;
  }

 private:
  XY m_origin, m_along, m_out;
};

void addPieces(const Line<XY>& line, std::vector<WallSegment>& pieces) {
  for (std::size_t i = 1; i < line.size(); ++i) pieces.push_back({line[i - 1], line[i]});
}

void addPieces(const Polygon<XY>& polygon, std::vector<WallSegment>& pieces) {
  addPieces(polygon.outer, pieces);
  for (const auto& hole : polygon.holes) addPieces(hole, pieces);
}

void addInFront(const Polygon<XY>& polygon, std::vector<WallSegment>& pieces) {
  std::vector<WallSegment> all;
  addPieces(polygon, all);
  for (WallSegment piece : all) {
    if (piece.a.y > piece.b.y) std::swap(piece.a, piece.b);
    if (piece.b.y <= kInFrontM) continue;
    if (piece.a.y < kInFrontM) piece.a = piece.a + (piece.b - piece.a) * ((kInFrontM - piece.a.y) / (piece.b.y - piece.a.y));
    pieces.push_back(piece);
  }
}

bool orient(SitingScene& scene, const StairUnit& unit, const LiftSurroundings::Index& index) {
  const XY a = unit.facade.front(), b = unit.facade.back();
  const double length = distance(a, b);
  if (length < 0.1 || unit.building >= index.content.buildings.size()) return false;
  scene.origin = (a + b) * 0.5;
  scene.along = (b - a) * (1 / length);
  scene.out = {-scene.along.y, scene.along.x};
  const auto& own = index.content.buildings[unit.building].shape;
  const bool isInAhead = contains(own, scene.origin + scene.out * 0.3), isInBehind = contains(own, scene.origin - scene.out * 0.3);
  if (isInAhead == isInBehind) return false;
  if (isInAhead) {
    scene.out = scene.out * -1;
    scene.along = scene.along * -1;
  }
  return true;
}

}  // namespace

LiftSurroundings::LiftSurroundings(Content content, const SitingRules& rules) : m_index(std::make_unique<Index>()) {
  m_index->content = std::move(content);
  const Content& c = m_index->content;
  m_index->buildings = indexOf(c.buildings, [](const SitingBuilding& b) { return boxOf(b.shape); });
  m_index->lanes = indexOf(c.lanes, [&rules](const SitingLane& l) { return boxOf(l.line).grownBy(l.clearWidthM.value_or(2 * rules.unknownLaneHalfM) / 2); });
  m_index->trees = indexOf(c.trees, [](const SitingTree& t) { return boxOf(std::vector<XY>{t.point}); });
  m_index->pipes = indexOf(c.pipes, [](const SitingPipe& p) { return boxOf(p.line); });
  m_index->temporary = indexOf(c.temporary, [](const MultiPolygon<XY>& s) { return boxOf(s); });
}

LiftSurroundings::~LiftSurroundings() = default;
LiftSurroundings::LiftSurroundings(LiftSurroundings&&) noexcept = default;

std::optional<SitingScene> sceneOf(const StairUnit& unit, const LiftSurroundings::Index& index, const SitingRules& rules) {
  SitingScene scene;
  if (unit.facade.size() < 2 || !orient(scene, unit, index)) return std::nullopt;
  const ToFrame toFrame(scene);
  double reach = rules.offsetMaxM + rules.corridorMaxM;
  for (const ShaftSize& size : rules.sizes) reach = std::max(reach, rules.offsetMaxM + rules.corridorMaxM + std::hypot(size.widthM, size.depthM));
  Box at;
  at.add(scene.origin);

  const auto& content = index.content;
  for (const auto& part : content.buildings[unit.building].shape) {
    scene.ownParts.push_back(toFrame(part));
    addPieces(scene.ownParts.back(), scene.ownWalls);
  }
  for (const std::size_t i : index.buildings.find(at.grownBy(reach + rules.oppositeWallM))) {
    if (i == unit.building) continue;
    for (const auto& part : content.buildings[i].shape) addInFront(toFrame(part), scene.wallsInFront);
  }
  for (const std::size_t i : index.lanes.find(at.grownBy(reach))) {
    const double half = content.lanes[i].clearWidthM.value_or(2 * rules.unknownLaneHalfM) / 2;
    if (distanceToLine(scene.origin, content.lanes[i].line) > reach + half) continue;
    SitingScene::Lane lane{{}, content.lanes[i].clearWidthM, content.lanes[i].name};
    addPieces(toFrame(content.lanes[i].line), lane.pieces);
    scene.lanes.push_back(std::move(lane));
  }
  for (const std::size_t i : index.trees.find(at.grownBy(reach + std::max(rules.treeM, rules.ancientTreeM)))) {
    scene.trees.push_back({toFrame(content.trees[i].point), content.trees[i].isProtected});
  }
  const auto pipes = index.pipes.find(at.grownBy(std::max(rules.surveyReachM, reach)));
  scene.hasSurvey = !pipes.empty();
  for (const std::size_t i : pipes) {
    SitingScene::Pipe pipe{{}, content.pipes[i].clearanceM, content.pipes[i].isHard, content.pipes[i].name, content.pipes[i].unknownUpToM};
    if (distanceToLine(scene.origin, content.pipes[i].line) > reach + std::max(pipe.clearanceM, pipe.unknownUpToM)) continue;
    addPieces(toFrame(content.pipes[i].line), pipe.pieces);
    scene.pipes.push_back(std::move(pipe));
  }
  for (const std::size_t i : index.temporary.find(at.grownBy(reach))) {
    for (const auto& part : content.temporary[i]) {
      scene.temporaryParts.push_back(toFrame(part));
      addPieces(scene.temporaryParts.back(), scene.temporary);
    }
  }
  if (unit.redLine != nullptr) {
    for (const auto& part : *unit.redLine) {
      scene.redLineParts.push_back(toFrame(part));
      addPieces(scene.redLineParts.back(), scene.redLine);
    }
  }
  return scene;
}

double distanceOf(const Box& box, XY point) {
  const double dx = std::max({box.minX - point.x, 0.0, point.x - box.maxX}), dy = std::max({box.minY - point.y, 0.0, point.y - box.maxY});
  return std::hypot(dx, dy);
}

std::optional<WallSegment> insideOf(const Box& box, const WallSegment& segment) {
  // [LiangBarsky1984]
  double from = 0, to = 1;
  const XY d = segment.b - segment.a;
  const auto cut = [&from, &to](double step, double room) {
    if (step == 0) return room >= 0;
    const double t = room / step;
    if (step < 0) from = std::max(from, t);
    else to = std::min(to, t);
    return from <= to;
  };
  if (!cut(-d.x, segment.a.x - box.minX) || !cut(d.x, box.maxX - segment.a.x) || !cut(-d.y, segment.a.y - box.minY) || !cut(d.y, box.maxY - segment.a.y)) return std::nullopt;
  return WallSegment{segment.a + d * from, segment.a + d * to};
}

double distanceOf(const Box& box, const WallSegment& segment) {
  if (insideOf(box, segment)) return 0;
  double nearest = std::min(distanceOf(box, segment.a), distanceOf(box, segment.b));
  for (const XY corner : {XY{box.minX, box.minY}, XY{box.maxX, box.minY}, XY{box.maxX, box.maxY}, XY{box.minX, box.maxY}}) nearest = std::min(nearest, distance(corner, nearestOn(segment.a, segment.b, corner)));
  return nearest;
}

}  // namespace pianqu::geo
