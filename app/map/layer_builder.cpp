#include "app/map/layer_builder.hpp"

#include <algorithm>

#include "app/map/scene_drawing.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/row_filter.hpp"
#include "layers/scene/layer_source.hpp"
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

void buildLayers(const LayerJob& job, const std::vector<layers::LayerSourcePtr>& sources, const LayerSink& sink) {
  CancelFlag progress(*job.isCancelled);
  for (const auto& source : sources) {
    if (progress.isCancelled()) return;
    auto tiles = TiledLayer::build(source, job.snapshot->crs, job.pixelsPerMm, progress);
    if (!tiles || (*tiles)->featureCount() == 0) continue;
    auto built = std::make_shared<BuiltLayer>();
    const layers::Symbol& first = *(*tiles)->firstSymbol();
    built->swatch = penOf(first, job.pixelsPerMm);
    built->shape = first.shape;
    built->key = QString::fromStdString(source->layer().key);
    built->zh = QString::fromStdString(source->layer().zh);
    built->en = QString::fromStdString(source->layer().en);
    built->tiles = std::move(*tiles);
    sink(built);
  }
}

}  // namespace

bool isPlanLayer(const layers::ThemeLayer& layer) { return !layers::findCityTable(layer.key); }

void buildCityLayers(const LayerJob& job, const LayerSink& sink) {
  // The city is kept alive by the snapshot's content.
  const std::shared_ptr<const layers::City> city(job.snapshot->content, &job.snapshot->content->city);
  layers::ShownRows shown;
  for (const auto& [key, filter] : job.filters) {
    const layers::ThemeLayer* layer = job.theme.findLayer(key);
    if (!layer || layer->table.empty()) continue;
    if (auto rows = layers::matchingRows(*city, layer->table, filter)) shown.emplace(key, std::move(*rows));
  }
  buildLayers(job, layers::cityLayers(city, std::make_shared<const layers::Theme>(job.theme), shown), sink);
}

void buildPlanLayers(const LayerJob& job, const LayerSink& sink) {
  const CityContent& content = *job.snapshot->content;
  buildLayers(job, layers::sceneLayers(layers::planSceneOf(content.city, *content.index, *job.snapshot->plan, job.theme), job.theme), sink);
}

geo::Box worldBoxOf(const LayerJob& job) {
  geo::Box box;
  const auto isDrawn = [&job](const std::string& table) {
    return std::any_of(job.theme.layers.begin(), job.theme.layers.end(), [&table](const layers::ThemeLayer& layer) { return layer.table == table; });
  };
  for (const auto& table : job.snapshot->content->rows.tables()) {
    if (!isDrawn(table.name())) continue;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
      if (const geo::Box own = table.box(row); !own.isEmpty()) box.add(own);
  }
  if (box.isEmpty()) return box;
  const auto grid = ProjectionGrid::make(job.snapshot->crs, box);
  return grid ? grid->worldBoxOf(box) : geo::Box{};
}

}  // namespace pianqu::app
