#pragma once

#include <QSGGeometry>
#include <QSGMaterial>
#include <QSGTexture>

namespace pianqu::app {

/// Draws StampVertex: pieces of an atlas at a size in pixels, upright or along a line. The texture belongs to the layer's node.
class StampMaterial : public QSGMaterial {
 public:
  explicit StampMaterial(QSGTexture* texture);
  QSGMaterialType* type() const override;
  QSGMaterialShader* createShader(QSGRendererInterface::RenderMode mode) const override;
  int compare(const QSGMaterial* other) const override;

  static const QSGGeometry::AttributeSet& attributes();

  float unitsPerPixel = 1;
  float cosine = 1, sine = 0;      ///< of the bearing
  QSGTexture* texture;
};

/// Draws HatchVertex: lines at a distance in pixels across an area.
class HatchMaterial : public QSGMaterial {
 public:
  HatchMaterial();
  QSGMaterialType* type() const override;
  QSGMaterialShader* createShader(QSGRendererInterface::RenderMode mode) const override;
  int compare(const QSGMaterial* other) const override;

  static const QSGGeometry::AttributeSet& attributes();

  float unitsPerPixel = 1;
};

}  // namespace pianqu::app
