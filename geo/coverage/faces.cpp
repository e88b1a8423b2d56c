#include "geo/coverage/faces.hpp"

#include <algorithm>
#include <execution>
#include <numeric>
#include <tuple>

#include "geo/base/disjoint_sets.hpp"
#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

struct Segment {
  XY low, high;
  int face;
};

void addRing(const Ring<XY>& ring, int face, std::vector<Segment>& segments) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    if (ring[i] == ring[i + 1]) continue;
    segments.push_back({std::min(ring[i], ring[i + 1]), std::max(ring[i], ring[i + 1]), face});
  }
}

bool isByFaces(const FaceEdge& a, const FaceEdge& b) { return std::tie(a.left, a.right) < std::tie(b.left, b.right); }

/// Segments that two faces share as edges, and those that only one has.
struct Paired {
  std::vector<FaceEdge> edges;
  std::vector<Segment> open;
};

Paired pair(std::vector<Segment> segments) {
  std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) { return std::tie(a.low, a.high, a.face) < std::tie(b.low, b.high, b.face); });
  Paired result;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& s = segments[i];
    const bool isShared = i + 1 < segments.size() && segments[i + 1].low == s.low && segments[i + 1].high == s.high;
    if (isShared) result.edges.push_back({s.face, segments[++i].face, distance(s.low, s.high)});
    else result.open.push_back(s);
  }
  std::stable_sort(result.edges.begin(), result.edges.end(), isByFaces);
  return result;
}

}  // namespace

std::vector<FaceEdge> faceEdges(const std::vector<const Polygon<XY>*>& faces) { return faceEdges(faces, {faces.size()}); }

std::vector<FaceEdge> faceEdges(const std::vector<const Polygon<XY>*>& faces, const std::vector<std::size_t>& runs) {
  std::vector<std::size_t> numbers(runs.size()), firstFace{0};
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  for (std::size_t size : runs) firstFace.push_back(firstFace.back() + size);
  std::vector<Paired> inside(runs.size());
  std::for_each(std::execution::par, numbers.begin(), numbers.end(), [&](std::size_t r) {
    std::vector<Segment> segments;
    for (std::size_t f = firstFace[r]; f < firstFace[r + 1]; ++f) {
      addRing(faces[f]->outer, static_cast<int>(f), segments);
      for (const auto& hole : faces[f]->holes) addRing(hole, static_cast<int>(f), segments);
    }
    inside[r] = pair(std::move(segments));
  });
  std::vector<FaceEdge> edges;
  std::vector<Segment> open;
  for (Paired& run : inside) {
    edges.insert(edges.end(), run.edges.begin(), run.edges.end());
    open.insert(open.end(), run.open.begin(), run.open.end());
    run = {};
  }
  const auto middle = static_cast<std::ptrdiff_t>(edges.size());
  Paired between = pair(std::move(open));
  for (const Segment& s : between.open) between.edges.push_back({s.face, kNoFace, distance(s.low, s.high)});
  std::stable_sort(between.edges.begin(), between.edges.end(), isByFaces);
  edges.insert(edges.end(), between.edges.begin(), between.edges.end());
  std::inplace_merge(edges.begin(), edges.begin() + middle, edges.end(), isByFaces);
  return edges;
}

std::vector<int> groupFaces(std::size_t faceCount, const std::vector<FaceEdge>& edges, const std::function<bool(int, int)>& isJoined) {
  DisjointSets groups(faceCount);
  for (const FaceEdge& edge : edges) {
    if (edge.right != kNoFace && isJoined(edge.left, edge.right)) groups.join(static_cast<std::size_t>(edge.left), static_cast<std::size_t>(edge.right));
  }
  return groups.numbers();
}

struct PolygonLocator::State {
  std::vector<const Polygon<XY>*> polygons;
  BoxIndex index;
};

PolygonLocator::PolygonLocator(const std::vector<const Polygon<XY>*>& polygons) : m_state(std::make_unique<State>()) {
  std::vector<Box> boxes;
  for (const Polygon<XY>* polygon : polygons) boxes.push_back(boxOf(*polygon));
  m_state->polygons = polygons;
  m_state->index = BoxIndex(boxes);
}
PolygonLocator::~PolygonLocator() = default;
PolygonLocator::PolygonLocator(PolygonLocator&&) noexcept = default;

int PolygonLocator::find(XY point) const {
  Box box;
  box.add(point);
  for (std::size_t i : m_state->index.find(box)) {
    if (contains(*m_state->polygons[i], point)) return static_cast<int>(i);
  }
  return -1;
}

std::vector<int> PolygonLocator::all(XY point) const {
  Box box;
  box.add(point);
  std::vector<int> found;
  for (std::size_t i : m_state->index.find(box)) {
    if (contains(*m_state->polygons[i], point)) found.push_back(static_cast<int>(i));
  }
  return found;
}

}  // namespace pianqu::geo
