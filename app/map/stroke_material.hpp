#pragma once

#include <QSGGeometry>
#include <QSGMaterial>

namespace pianqu::app {

/// Draws StrokeVertex: lines and discs with soft edges whose width follows the camera in the shader, so that zooming uploads nothing.
class StrokeMaterial : public QSGMaterial {
 public:
  StrokeMaterial();
  QSGMaterialType* type() const override;
  QSGMaterialShader* createShader(QSGRendererInterface::RenderMode mode) const override;
  int compare(const QSGMaterial* other) const override;

  static const QSGGeometry::AttributeSet& attributes();

  float unitsPerPixel = 1;
};

}  // namespace pianqu::app
