#include "app/map/layer_builder.hpp"

#include <unordered_set>

#include "layers/feature/city_schema.hpp"
#include "layers/scene/scene.hpp"

namespace pianqu::app {
namespace {

using Polygons = geo::XYGeometry::Polygons;

class CancelFlag : public geo::Progress {
 public:
  explicit CancelFlag(const std::atomic<bool>& flag) : m_flag(flag) {}
  bool isCancelled() const override { return m_flag; }

 private:
  const std::atomic<bool>& m_flag;
};

void buildLayers(const LayerJob& job, layers::Scene scene, const LayerSink& sink) {
  const auto shared = std::make_shared<const layers::Scene>(std::move(scene));
  CancelFlag progress(*job.isCancelled);
  for (std::size_t i = 0; i < shared->layers.size() && !progress.isCancelled(); ++i) {
    const layers::SceneLayer& layer = shared->layers[i];
    Drawing drawing = drawingOf(*shared, layer, job.pixelsPerMm);
    auto built = std::make_shared<BuiltLayer>();
    if (!layer.items.empty()) {
      built->swatch = drawing.pens[layer.items.front().symbol];
      built->shape = shared->symbols[layer.items.front().symbol].shape;
    }
    auto geometry = buildGeometry(std::move(drawing), job.snapshot->crs, progress);
    auto labels = labelsOf(*shared, layer, job.snapshot->crs, job.pixelsPerMm);
    if (!geometry || !labels) continue;
    built->key = QString::fromStdString(layer.key);
    built->zh = QString::fromStdString(layer.zh);
    built->en = QString::fromStdString(layer.en);
    built->geometry = std::make_shared<const MapGeometry>(std::move(*geometry));
    built->labels = std::make_shared<const LabelSet>(std::move(*labels));
    built->picker = std::make_shared<const LayerPicker>(shared, i);
    sink(built);
  }
}

/// Fill and boundary of the districts; colours go round so that neighbours in code order differ.
layers::Scene planScene(const layers::Plan& plan, const layers::Theme& theme) {
  layers::SceneBuilder builder(theme);
  int fills = 0;
  while (theme.find("district.fill." + std::to_string(fills + 1))) ++fills;
  for (std::size_t i = 0; i < plan.districts.size(); ++i) {
    const layers::District& district = plan.districts[i];
    if (fills > 0)
      builder.add("district_fill", "district.fill." + std::to_string(static_cast<int>(i) % fills + 1), district.uid, {Polygons{district.shape}});
    if (layers::SceneItem* item = builder.add("district", "district.boundary", district.uid, {Polygons{district.shape}})) {
      layers::SceneLabel label;
      label.text = district.code + ' ' + district.name;
      label.at = geo::boxOf(district.shape).centre();
      item->label = label;
    }
  }
  return std::move(builder).take();
}

}  // namespace

bool isPlanLayer(const layers::ThemeLayer& layer) { return !layers::findCityTable(layer.key); }

void buildCityLayers(const LayerJob& job, const LayerSink& sink) {
  buildLayers(job, layers::sceneOf(job.snapshot->content->city, job.theme), sink);
}

void buildPlanLayers(const LayerJob& job, const LayerSink& sink) { buildLayers(job, planScene(*job.snapshot->plan, job.theme), sink); }

}  // namespace pianqu::app
