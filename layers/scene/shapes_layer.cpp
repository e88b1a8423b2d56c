#include "layers/scene/shapes_layer.hpp"

#include "layers/scene/fingerprint.hpp"

namespace pianqu::layers {
namespace {

constexpr const char* kKey = "shapes";

class ShapesSource final : public LayerSource {
 public:
  ShapesSource(std::shared_ptr<const std::vector<geo::XYGeometry>> shapes, ShapeSymbols symbols)
      : LayerSource(ThemeLayer{.key = kKey}), m_shapes(std::move(shapes)), m_symbols{std::move(symbols.point), std::move(symbols.line), std::move(symbols.area)} {}

  std::size_t size() const override { return m_shapes->size(); }
  ShapeView shape(std::size_t feature) const override { return shapeViewOf((*m_shapes)[feature]); }
  const Symbol* symbol(std::size_t feature) const override { return isDrawn(feature) ? &m_symbols[symbolOf(feature)] : nullptr; }
  const Uid& uid(std::size_t) const override { return m_nobody; }
  std::uint64_t looks(std::size_t feature) const override {
    Fingerprint print;
    print.add(shape(feature));
    return print.value();
  }

  Scene scene(std::span<const std::uint32_t> features) const override {
    Scene part;
    part.symbols = m_symbols;
    for (const std::uint32_t feature : features) {
      if (!isDrawn(feature)) continue;
      if (part.layers.empty()) part.layers.push_back({kKey, {}, {}, {}});
      SceneItem& item = part.layers.back().items.emplace_back();
      item.symbol = symbolOf(feature);
      item.geometry = (*m_shapes)[feature];
    }
    return part;
  }

 private:
  bool isDrawn(std::size_t feature) const { return !(*m_shapes)[feature].isEmpty(); }
  /// Points, lines and areas are the first to the third kind of a geometry that is not empty.
  std::size_t symbolOf(std::size_t feature) const { return (*m_shapes)[feature].value.index() - 1; }

  std::shared_ptr<const std::vector<geo::XYGeometry>> m_shapes;
  std::vector<Symbol> m_symbols;
  Uid m_nobody;
};

void dye(std::optional<Colour>& ink, Colour colour) {
  if (ink) *ink = {colour.r, colour.g, colour.b, ink->a};
}

}  // namespace

void ShapeSymbols::setColour(Colour colour) {
  for (Symbol* symbol : {&area, &line}) {
    dye(symbol->fill, colour);
    dye(symbol->stroke, colour);
  }
  dye(point.fill, colour);   // its stroke is the edge that keeps it apart from what is below
}

LayerSourcePtr shapesLayer(std::shared_ptr<const std::vector<geo::XYGeometry>> shapes, ShapeSymbols symbols) {
  return std::make_shared<ShapesSource>(std::move(shapes), std::move(symbols));
}

}  // namespace pianqu::layers
