#include "app/map/stroke_material.hpp"

#include <QSGMaterialShader>
#include <cstring>

#include "app/map/map_geometry.hpp"

namespace pianqu::app {
namespace {

class StrokeShader : public QSGMaterialShader {
 public:
  StrokeShader() {
    setShaderFileName(VertexStage, QStringLiteral(":/pianqu/map/shaders/stroke.vert.qsb"));
    setShaderFileName(FragmentStage, QStringLiteral(":/pianqu/map/shaders/stroke.frag.qsb"));
  }

  bool updateUniformData(RenderState& state, QSGMaterial* material, QSGMaterial*) override {
    // std140: mat4 at 0, opacity at 64, unitsPerPixel at 68.
    char* data = state.uniformData()->data();
    const QMatrix4x4 matrix = state.combinedMatrix();
    const float opacity = state.opacity();
    std::memcpy(data, matrix.constData(), 64);
    std::memcpy(data + 64, &opacity, 4);
    std::memcpy(data + 68, &static_cast<StrokeMaterial*>(material)->unitsPerPixel, 4);
    return true;
  }
};

}  // namespace

StrokeMaterial::StrokeMaterial() {
  // A merged batch would have its positions turned into pixels on the CPU at every camera step.
  setFlag(Blending);
  setFlag(NoBatching);
}

QSGMaterialType* StrokeMaterial::type() const {
  static QSGMaterialType type;
  return &type;
}

QSGMaterialShader* StrokeMaterial::createShader(QSGRendererInterface::RenderMode) const { return new StrokeShader; }

int StrokeMaterial::compare(const QSGMaterial* other) const { return this < other ? -1 : this > other ? 1 : 0; }

const QSGGeometry::AttributeSet& StrokeMaterial::attributes() {
  static const QSGGeometry::Attribute list[] = {
      QSGGeometry::Attribute::create(0, 2, QSGGeometry::FloatType, true), QSGGeometry::Attribute::create(1, 2, QSGGeometry::FloatType),
      QSGGeometry::Attribute::create(2, 4, QSGGeometry::FloatType), QSGGeometry::Attribute::create(3, 4, QSGGeometry::UnsignedByteType),
      QSGGeometry::Attribute::create(4, 4, QSGGeometry::UnsignedByteType)};
  static const QSGGeometry::AttributeSet set = {5, sizeof(StrokeVertex), list};
  return set;
}

}  // namespace pianqu::app
