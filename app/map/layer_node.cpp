#include "app/map/layer_node.hpp"

#include <QSGGeometryNode>
#include <QSGImageNode>
#include <QSGTransformNode>
#include <QSGVertexColorMaterial>
#include <cmath>
#include <cstring>
#include <numbers>
#include <optional>
#include <set>
#include <utility>

#include "app/map/stamp_material.hpp"
#include "app/map/stroke_material.hpp"

namespace pianqu::app {
namespace {

constexpr double kOutlinedFromPixels = 5;
/// Vertices and pictures uploaded in one frame; the rest waits for the next.
constexpr std::size_t kMostVerticesAFrame = 150000;
constexpr int kMostPicturesAFrame = 4;
/// How far the anchor may be from the view: floats hold a fiftieth of a pixel there.
constexpr double kFarPx = 1 << 17;

static_assert(sizeof(FillVertex) == sizeof(QSGGeometry::ColoredPoint2D));

QSGGeometryNode* makeNode(QSGGeometry* geometry, QSGMaterial* material) {
  auto* node = new QSGGeometryNode;
  geometry->setDrawingMode(QSGGeometry::DrawTriangles);
  node->setGeometry(geometry);
  node->setMaterial(material);
  node->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial | QSGNode::OwnedByParent);
  return node;
}

template <class Vertex>
QSGGeometry* makeGeometry(const QSGGeometry::AttributeSet& attributes, const std::vector<Vertex>& vertices, const std::vector<std::uint32_t>& indices) {
  auto* geometry = new QSGGeometry(attributes, static_cast<int>(vertices.size()), static_cast<int>(indices.size()), QSGGeometry::UnsignedIntType);
  std::memcpy(geometry->vertexData(), vertices.data(), vertices.size() * sizeof(Vertex));
  std::memcpy(geometry->indexData(), indices.data(), indices.size() * sizeof(std::uint32_t));
  return geometry;
}

/// Markers, and the stamps along lines that are seen where a pixel is `unitsPerPixel` large or larger: at most scales a small part of all, and the shader
/// would have to look at each of the others to find that it is not shown.
std::pair<std::vector<StampVertex>, std::vector<std::uint32_t>> stampsSeen(const GeometryTile& tile, double unitsPerPixel) {
  std::pair<std::vector<StampVertex>, std::vector<std::uint32_t>> seen;
  auto& [vertices, indices] = seen;
  for (std::size_t i = 0; i + 3 < tile.stamps.size(); i += 4) {
    if (tile.stamps[i].kind > 0.5F && tile.stamps[i].limit < unitsPerPixel) continue;
    const auto first = static_cast<std::uint32_t>(vertices.size());
    vertices.insert(vertices.end(), tile.stamps.begin() + static_cast<std::ptrdiff_t>(i), tile.stamps.begin() + static_cast<std::ptrdiff_t>(i + 4));
    indices.insert(indices.end(), {first, first + 1, first + 2, first + 1, first + 3, first + 2});
  }
  return seen;
}

QSGGeometryNode* makeFillNode(const GeometryTile& tile) {
  auto* material = new QSGVertexColorMaterial;
  material->setFlag(QSGMaterial::NoBatching);
  return makeNode(makeGeometry(QSGGeometry::defaultAttributes_ColoredPoint2D(), tile.fills, tile.fillIndices), material);
}

QSGTransformNode* attach(QSGNode& parent, QSGNode* child, const QMatrix4x4& place) {
  auto* node = new QSGTransformNode;
  node->setMatrix(place);
  node->appendChildNode(child);
  parent.appendChildNode(node);
  return node;
}

template <class Material>
Material& materialOf(QSGTransformNode& node) {
  return *static_cast<Material*>(static_cast<QSGGeometryNode*>(node.firstChild())->material());
}

void detach(QSGNode& parent, QSGTransformNode*& node) {
  if (!node) return;
  parent.removeChildNode(node);
  delete node;
  node = nullptr;
}

}  // namespace

struct LayerNode::Outline {
  std::shared_ptr<const GeometryTile> tile;
  QSGTransformNode* fill = nullptr;
  QSGTransformNode* hatch = nullptr;
  QSGTransformNode* stroke = nullptr;
  QSGTransformNode* stamp = nullptr;
  std::optional<int> stampOctave;  ///< of the size of a pixel, for which `stamp` was made
};

struct LayerNode::Picture {
  geo::XY origin;
  QSGTransformNode* node = nullptr;
};

LayerNode::LayerNode(QQuickWindow& window) : m_window(window) {
  for (QSGNode* child : {&m_pictures, &m_fills, &m_strokes, &m_stamps}) {
    child->setFlag(OwnedByParent, false);
    appendChildNode(child);
  }
}

LayerNode::~LayerNode() {
  for (auto& [tile, outline] : m_outlines) drop(*outline);
  for (auto& [image, picture] : m_shownPictures) detach(m_pictures, picture->node);
  removeAllChildNodes();
}

void LayerNode::setFillAbove(bool isFillAbove) {
  if (isFillAbove == m_isFillAbove) return;
  m_isFillAbove = isFillAbove;
  removeChildNode(&m_fills);
  insertChildNodeAfter(&m_fills, isFillAbove ? &m_strokes : &m_pictures);
}

/// returns   true when the anchor is another one
bool LayerNode::follow(const CameraView& view) {
  const ScreenPoint away = view.screenOf(m_anchor) - view.screenOf(view.centre);
  const bool isFar = !m_hasAnchor || std::hypot(away.x(), away.y()) > kFarPx;
  if (isFar) m_anchor = view.centre;
  m_hasAnchor = true;
  const QMatrix4x4 own = view.matrixFrom(m_anchor);
  if (own != matrix()) setMatrix(own);
  return isFar;
}

QMatrix4x4 LayerNode::placeOf(geo::XY origin) const {
  QMatrix4x4 place;
  place.translate(static_cast<float>(origin.x - m_anchor.x), static_cast<float>(m_anchor.y - origin.y));
  return place;
}

bool LayerNode::show(const TileFrame& frame, const CameraView& view) {
  std::set<const void*> wanted;
  for (const auto& [key, tile] : frame.outlines) wanted.insert(tile.get());
  for (const auto& [key, image] : frame.pictures) wanted.insert(image.get());
  std::erase_if(m_outlines, [&](auto& entry) {
    const bool isGone = !wanted.contains(entry.first.get());
    if (isGone) drop(*entry.second);
    return isGone;
  });
  std::erase_if(m_shownPictures, [&](auto& entry) {
    const bool isGone = !wanted.contains(entry.first.get());
    if (isGone) detach(m_pictures, entry.second->node);
    return isGone;
  });
  std::erase_if(m_textures, [](const auto& entry) { return entry.first.use_count() == 1; });

  if (follow(view)) {
    for (auto& [image, picture] : m_shownPictures) picture->node->setMatrix(placeOf(picture->origin));
    for (auto& [tile, outline] : m_outlines)
      for (QSGTransformNode* node : {outline->fill, outline->hatch, outline->stroke, outline->stamp})
        if (node) node->setMatrix(placeOf(tile->origin));
  }
  bool isComplete = true;
  int uploaded = 0;
  QSGNode* below = nullptr;
  for (const auto& [key, image] : frame.pictures) {
    if (image->isNull()) continue;
    auto& picture = m_shownPictures[image];
    if (!picture) {
      if (++uploaded > kMostPicturesAFrame) {
        m_shownPictures.erase(image);
        isComplete = false;
        continue;
      }
      picture = std::make_unique<Picture>();
      QSGImageNode* node = m_window.createImageNode();
      node->setTexture(m_window.createTextureFromImage(*image, QQuickWindow::TextureHasAlphaChannel));
      node->setOwnsTexture(true);
      node->setFiltering(QSGTexture::Linear);
      const double side = PyramidSquare::sideM(key.square.level);
      node->setRect(QRectF(0, 0, side, side));
      picture->origin = key.square.upperLeft();
      picture->node = attach(m_pictures, node, placeOf(picture->origin));
    } else if (picture->node->previousSibling() != below) {
      // Coarser squares lie below finer ones, whatever came first.
      m_pictures.removeChildNode(picture->node);
      below ? m_pictures.insertChildNodeAfter(picture->node, below) : m_pictures.prependChildNode(picture->node);
    }
    below = picture->node;
  }
  std::size_t vertices = 0;
  for (const auto& [key, tile] : frame.outlines) {
    auto& outline = m_outlines[tile];
    if (!outline) {
      if (vertices > kMostVerticesAFrame) {
        m_outlines.erase(tile);
        isComplete = false;
        continue;
      }
      vertices += tile->fills.size() + tile->strokes.size();
      outline = std::make_unique<Outline>();
      outline->tile = tile;
    }
    place(*outline, view);
  }
  return isComplete;
}

void LayerNode::place(Outline& outline, const CameraView& view) {
  const GeometryTile& tile = *outline.tile;
  const QMatrix4x4 place = placeOf(tile.origin);
  if (!outline.fill && !tile.fillIndices.empty()) outline.fill = attach(m_fills, makeFillNode(tile), place);
  if (!outline.hatch && !tile.hatchIndices.empty()) outline.hatch = attach(m_fills, makeNode(makeGeometry(HatchMaterial::attributes(), tile.hatches, tile.hatchIndices), new HatchMaterial), place);
  const int octave = static_cast<int>(std::floor(-std::log2(view.pixelsPerMetre())));
  if (outline.stampOctave != octave) {
    outline.stampOctave = octave;
    detach(m_stamps, outline.stamp);
    if (const auto [vertices, indices] = stampsSeen(tile, std::exp2(octave)); !indices.empty())
      outline.stamp = attach(m_stamps, makeNode(makeGeometry(StampMaterial::attributes(), vertices, indices), new StampMaterial(textureOf(tile.atlas))), place);
  }
  // Outlines of things of a few pixels are grey mush and cost three times the fill.
  const bool isStroked = tile.fillIndices.empty() || tile.featureSizeM * view.pixelsPerMetre() >= kOutlinedFromPixels;
  if (!outline.stroke && isStroked && !tile.strokeIndices.empty())
    outline.stroke = attach(m_strokes, makeNode(makeGeometry(StrokeMaterial::attributes(), tile.strokes, tile.strokeIndices), new StrokeMaterial), place);
  if (outline.stroke && !isStroked) detach(m_strokes, outline.stroke);
  // Not marked as dirty: what depends on the scale is written with every frame, and a dirty material would upload its vertices again.
  const auto unitsPerPixel = static_cast<float>(1 / view.pixelsPerMetre());
  if (outline.hatch) materialOf<HatchMaterial>(*outline.hatch).unitsPerPixel = unitsPerPixel;
  if (outline.stroke) materialOf<StrokeMaterial>(*outline.stroke).unitsPerPixel = unitsPerPixel;
  if (!outline.stamp) return;
  auto& stamps = materialOf<StampMaterial>(*outline.stamp);
  const double bearing = view.bearingDeg * std::numbers::pi / 180;
  stamps.unitsPerPixel = unitsPerPixel;
  stamps.cosine = static_cast<float>(std::cos(bearing));
  stamps.sine = static_cast<float>(std::sin(bearing));
}

QSGTexture* LayerNode::textureOf(const std::shared_ptr<const StampAtlas>& atlas) {
  auto& texture = m_textures[atlas];
  if (!texture) {
    texture.reset(m_window.createTextureFromImage(atlas->image(), QQuickWindow::TextureHasAlphaChannel));
    texture->setFiltering(QSGTexture::Linear);
  }
  return texture.get();
}

void LayerNode::drop(Outline& outline) {
  detach(m_fills, outline.fill);
  detach(m_fills, outline.hatch);
  detach(m_strokes, outline.stroke);
  detach(m_stamps, outline.stamp);
}

}  // namespace pianqu::app
