#include "geo/coverage/contiguity.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "geo/index/box_index.hpp"
#include "geo/measure/measure.hpp"

namespace pianqu::geo {
namespace {

struct Piece {
  XY low, high;
  std::size_t shape = 0;
};

XY snapped(XY p, double toleranceM) { return {std::round(p.x / toleranceM) * toleranceM, std::round(p.y / toleranceM) * toleranceM}; }

void addRing(const Ring<XY>& ring, std::size_t shape, double toleranceM, std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const XY p = snapped(ring[i], toleranceM), q = snapped(ring[i + 1], toleranceM);
    if (p != q) pieces.push_back({std::min(p, q), std::max(p, q), shape});
  }
}

std::vector<XY> cornersOf(const std::vector<Piece>& pieces) {
  std::vector<XY> corners;
  for (const Piece& piece : pieces) {
    corners.push_back(piece.low);
    corners.push_back(piece.high);
  }
  std::sort(corners.begin(), corners.end());
  corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
  return corners;
}

bool isOn(XY p, const Piece& piece, double toleranceM) {
  const XY along = piece.high - piece.low, offset = p - piece.low;
  const double length = std::hypot(along.x, along.y), at = (offset.x * along.x + offset.y * along.y) / length;
  return at > 0 && at < length && std::abs(offset.x * along.y - offset.y * along.x) / length <= toleranceM && p != piece.low && p != piece.high;
}

/// Corners that lie within a piece, so that both sides of a border end up with the same pieces.
std::vector<std::pair<std::size_t, XY>> cornersWithin(const std::vector<Piece>& pieces, double toleranceM) {
  std::vector<Box> boxes;
  for (const Piece& piece : pieces) {
    Box box;
    box.add(piece.low);
    box.add(piece.high);
    boxes.push_back(box);
  }
  const BoxIndex index(boxes);
  std::vector<std::pair<std::size_t, XY>> within;
  for (XY corner : cornersOf(pieces)) {
    Box box;
    box.add(corner);
    for (std::size_t i : index.find(box.grownBy(toleranceM))) {
      if (isOn(corner, pieces[i], toleranceM)) within.emplace_back(i, corner);
    }
  }
  std::sort(within.begin(), within.end());
  return within;
}

/// Cuts each piece at its corners. A corner up to the tolerance beside a piece bends it, on both sides alike.
std::vector<Piece> noded(const std::vector<Piece>& pieces, double toleranceM) {
  const auto within = cornersWithin(pieces, toleranceM);
  std::vector<Piece> result;
  std::size_t next = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::vector<XY> stops{pieces[i].low};
    for (; next < within.size() && within[next].first == i; ++next) stops.push_back(within[next].second);
    stops.push_back(pieces[i].high);
    const XY start = pieces[i].low;
    std::sort(stops.begin(), stops.end(), [&](XY p, XY q) { return distance(start, p) < distance(start, q); });
    for (std::size_t s = 0; s + 1 < stops.size(); ++s) {
      if (stops[s] != stops[s + 1]) result.push_back({std::min(stops[s], stops[s + 1]), std::max(stops[s], stops[s + 1]), pieces[i].shape});
    }
  }
  return result;
}

std::vector<SharedBorder> borderOf(std::vector<Piece> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Piece& p, const Piece& q) { return std::tie(p.low, p.high, p.shape) < std::tie(q.low, q.high, q.shape); });
  std::vector<SharedBorder> borders;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // More than two where shapes overlap: each pair of them touches.
    for (std::size_t j = i + 1; j < pieces.size() && pieces[j].low == pieces[i].low && pieces[j].high == pieces[i].high; ++j) {
      if (pieces[j].shape != pieces[i].shape) borders.push_back({pieces[i].shape, pieces[j].shape, distance(pieces[i].low, pieces[i].high)});
    }
  }
  std::sort(borders.begin(), borders.end(), [](const SharedBorder& p, const SharedBorder& q) { return std::tie(p.a, p.b, p.sharedM) < std::tie(q.a, q.b, q.sharedM); });
  std::vector<SharedBorder> merged;
  for (const SharedBorder& border : borders) {
    if (!merged.empty() && merged.back().a == border.a && merged.back().b == border.b) merged.back().sharedM += border.sharedM;
    else merged.push_back(border);
  }
  return merged;
}

}  // namespace

Result<std::vector<SharedBorder>> sharedBorders(const std::vector<MultiPolygon<XY>>& shapes, double toleranceM, Progress& progress) {
  std::vector<Piece> pieces;
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    for (const auto& polygon : shapes[s]) {
      addRing(polygon.outer, s, toleranceM, pieces);
      for (const auto& hole : polygon.holes) addRing(hole, s, toleranceM, pieces);
    }
  }
  if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Finding neighbours was cancelled.");
  std::vector<Piece> cut = noded(pieces, toleranceM);
  if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "Finding neighbours was cancelled.");
  return borderOf(std::move(cut));
}

}  // namespace pianqu::geo
