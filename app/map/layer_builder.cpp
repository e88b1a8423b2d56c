#include "app/map/layer_builder.hpp"

#include <algorithm>

#include "layers/feature/city_schema.hpp"
#include "layers/scene/scene.hpp"
#include "layers/sheet/plan_scene.hpp"

namespace pianqu::app {
namespace {

class CancelFlag : public geo::Progress {
 public:
  explicit CancelFlag(const std::atomic<bool>& flag) : m_flag(flag) {}
  bool isCancelled() const override { return m_flag; }

 private:
  const std::atomic<bool>& m_flag;
};

/// Features of a layer as a person counts them: the edge of a road is no second road.
std::size_t countOf(const layers::Scene& scene, const layers::SceneLayer& layer) {
  return static_cast<std::size_t>(std::count_if(layer.items.begin(), layer.items.end(), [&](const layers::SceneItem& item) {
    return !scene.symbols[item.symbol].key.ends_with(".casing");
  }));
}

void buildLayers(const LayerJob& job, layers::Scene scene, const LayerSink& sink) {
  const auto shared = std::make_shared<const layers::Scene>(std::move(scene));
  CancelFlag progress(*job.isCancelled);
  for (std::size_t i = 0; i < shared->layers.size() && !progress.isCancelled(); ++i) {
    const layers::SceneLayer& layer = shared->layers[i];
    Drawing drawing = drawingOf(*shared, layer, job.pixelsPerMm);
    const layers::ThemeLayer* themeLayer = job.theme.findLayer(layer.key);
    drawing.isFillAbove = themeLayer && !themeLayer->widthField.empty();
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
    geometry->featureCount = countOf(*shared, layer);
    built->geometry = std::make_shared<const MapGeometry>(std::move(*geometry));
    built->labels = std::make_shared<const LabelSet>(std::move(*labels));
    built->picker = std::make_shared<const LayerPicker>(shared, i);
    sink(built);
  }
}

}  // namespace

bool isPlanLayer(const layers::ThemeLayer& layer) { return !layers::findCityTable(layer.key); }

void buildCityLayers(const LayerJob& job, const LayerSink& sink) {
  buildLayers(job, layers::sceneOf(job.snapshot->content->city, job.theme), sink);
}

void buildPlanLayers(const LayerJob& job, const LayerSink& sink) {
  buildLayers(job, layers::planSceneOf(job.snapshot->content->city, *job.snapshot->plan, job.theme), sink);
}

}  // namespace pianqu::app
