#include "app/map/stamp_material.hpp"

#include <QSGMaterialShader>
#include <cstring>

#include "app/map/map_geometry.hpp"

namespace pianqu::app {
namespace {

void write(QSGMaterialShader::RenderState& state, const float* values, std::size_t count) {
  // std140: mat4 at 0, then floats; a vec2 lies on a multiple of 8.
  char* data = state.uniformData()->data();
  const QMatrix4x4 matrix = state.combinedMatrix();
  const float opacity = state.opacity();
  std::memcpy(data, matrix.constData(), 64);
  std::memcpy(data + 64, &opacity, 4);
  std::memcpy(data + 68, values, count * sizeof(float));
}

class StampShader : public QSGMaterialShader {
 public:
  StampShader() {
    setShaderFileName(VertexStage, QStringLiteral(":/pianqu/map/shaders/stamp.vert.qsb"));
    setShaderFileName(FragmentStage, QStringLiteral(":/pianqu/map/shaders/stamp.frag.qsb"));
  }
  bool updateUniformData(RenderState& state, QSGMaterial* material, QSGMaterial*) override {
    const auto* stamp = static_cast<StampMaterial*>(material);
    const float values[] = {stamp->unitsPerPixel, stamp->cosine, stamp->sine};
    write(state, values, 3);
    return true;
  }
  void updateSampledImage(RenderState& state, int, QSGTexture** texture, QSGMaterial* material, QSGMaterial*) override {
    *texture = static_cast<StampMaterial*>(material)->texture;
    (*texture)->commitTextureOperations(state.rhi(), state.resourceUpdateBatch());
  }
};

class HatchShader : public QSGMaterialShader {
 public:
  HatchShader() {
    setShaderFileName(VertexStage, QStringLiteral(":/pianqu/map/shaders/hatch.vert.qsb"));
    setShaderFileName(FragmentStage, QStringLiteral(":/pianqu/map/shaders/hatch.frag.qsb"));
  }
  bool updateUniformData(RenderState& state, QSGMaterial* material, QSGMaterial*) override {
    write(state, &static_cast<HatchMaterial*>(material)->unitsPerPixel, 1);
    return true;
  }
};

int byAddress(const void* a, const void* b) { return a < b ? -1 : a > b ? 1 : 0; }

}  // namespace

StampMaterial::StampMaterial(QSGTexture* atlas) : texture(atlas) {
  setFlag(Blending);
  setFlag(NoBatching);
}

QSGMaterialType* StampMaterial::type() const {
  static QSGMaterialType type;
  return &type;
}

QSGMaterialShader* StampMaterial::createShader(QSGRendererInterface::RenderMode) const { return new StampShader; }
int StampMaterial::compare(const QSGMaterial* other) const { return byAddress(this, other); }

const QSGGeometry::AttributeSet& StampMaterial::attributes() {
  static const QSGGeometry::Attribute list[] = {
      QSGGeometry::Attribute::create(0, 2, QSGGeometry::FloatType, true), QSGGeometry::Attribute::create(1, 4, QSGGeometry::FloatType),
      QSGGeometry::Attribute::create(2, 4, QSGGeometry::FloatType)};
  static const QSGGeometry::AttributeSet set = {3, sizeof(StampVertex), list};
  return set;
}

HatchMaterial::HatchMaterial() {
  setFlag(Blending);
  setFlag(NoBatching);
}

QSGMaterialType* HatchMaterial::type() const {
  static QSGMaterialType type;
  return &type;
}

QSGMaterialShader* HatchMaterial::createShader(QSGRendererInterface::RenderMode) const { return new HatchShader; }
int HatchMaterial::compare(const QSGMaterial* other) const { return byAddress(this, other); }

const QSGGeometry::AttributeSet& HatchMaterial::attributes() {
  static const QSGGeometry::Attribute list[] = {
      QSGGeometry::Attribute::create(0, 2, QSGGeometry::FloatType, true), QSGGeometry::Attribute::create(1, 2, QSGGeometry::FloatType),
      QSGGeometry::Attribute::create(2, 4, QSGGeometry::UnsignedByteType)};
  static const QSGGeometry::AttributeSet set = {3, sizeof(HatchVertex), list};
  return set;
}

}  // namespace pianqu::app
