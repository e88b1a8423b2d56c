#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "geo/shape/shape.hpp"

/// Inside of geo/coverage: faces that share edges with the same end points.
namespace pianqu::geo {

constexpr int kNoFace = -1;

/// One segment of outline. `right` is kNoFace at the outer boundary.
struct FaceEdge {
  int left = kNoFace, right = kNoFace;   ///< faces, left < right where both are there
  double lengthM = 0;
};

/// Every segment between two faces, or between a face and the outside, once; by faces.
std::vector<FaceEdge> faceEdges(const std::vector<const Polygon<XY>*>& faces);
/// The same where faces come in runs that mostly border on faces of their own run (the faces of one block after those of another): each
/// run by itself, on all cores, then what is open between them.
/// in        `runs` number of faces in each, together all
std::vector<FaceEdge> faceEdges(const std::vector<const Polygon<XY>*>& faces, const std::vector<std::size_t>& runs);

/// Numbers of the groups of faces that hang together by edges for which `isJoined(left, right)` holds; from 0, in the order of faces.
std::vector<int> groupFaces(std::size_t faceCount, const std::vector<FaceEdge>& edges, const std::function<bool(int, int)>& isJoined);

/// Which box-indexed polygon holds a point; the first one where they overlap, -1 for none.
class PolygonLocator {
 public:
  explicit PolygonLocator(const std::vector<const Polygon<XY>*>& polygons);
  ~PolygonLocator();
  PolygonLocator(PolygonLocator&&) noexcept;
  int find(XY point) const;
  std::vector<int> all(XY point) const;   ///< every one that does, ascending

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace pianqu::geo
