#include "app/map/selection_controller.hpp"

#include <QCoreApplication>
#include <QPointer>
#include <utility>

#include "app/map/scene_drawing.hpp"
#include "app/map/tile_store.hpp"
#include "app/model/said.hpp"
#include "layers/feature/row_filter.hpp"

namespace pianqu::app {
namespace {

class Latest : public geo::Progress {
 public:
  Latest(std::shared_ptr<std::atomic<std::uint64_t>> current, std::uint64_t own) : m_current(std::move(current)), m_own(own) {}
  bool isCancelled() const override { return *m_current != m_own; }

 private:
  std::shared_ptr<std::atomic<std::uint64_t>> m_current;
  std::uint64_t m_own;
};

}  // namespace

SelectionController::SelectionController(ProjectController& project, MapCamera& camera, LayerListModel& layers, QObject* parent)
    : QObject(parent), m_project(project), m_camera(camera), m_layers(layers) {
  connect(&project, &ProjectController::opened, this, &SelectionController::clear);
}

SelectionController::~SelectionController() { ++*m_generation; }

void SelectionController::setLayerKey(const QString& key) {
  if (key == m_layerKey) return;
  m_layerKey = key;
  clear();
}

void SelectionController::setTouching(bool isTouching) {
  if (isTouching == m_isTouching) return;
  m_isTouching = isTouching;
  emit modeChanged();
}

TiledLayerPtr SelectionController::layer(const QString& key) const {
  const MapLayer* found = m_layers.find(key);
  return found ? found->tiles()->layer() : nullptr;
}

geo::Polygon<geo::XY> SelectionController::areaOf(const std::vector<QPointF>& points) const {
  geo::Polygon<geo::XY> area;
  for (const QPointF point : points)
    if (const auto place = geo::fromLonLat(m_project.snapshot()->crs, lonLatOf(m_camera.view().worldAt(point)))) area.outer.push_back(*place);
  if (!area.outer.empty()) area.outer.push_back(area.outer.front());
  return area;
}

void SelectionController::drawBand() {
  const geo::Polygon<geo::XY> area = m_project.isOpen() ? areaOf(m_outline) : geo::Polygon<geo::XY>{};
  if (area.outer.size() < 3) return m_band.setGeometry(nullptr);
  Drawing drawing{{penOf(m_symbol, m_camera.pixelsPerMm())}, {{{geo::XYGeometry::Lines{{area.outer}}}, 0}}};
  auto geometry = buildGeometry(std::move(drawing), m_project.snapshot()->crs);
  m_band.setGeometry(geometry ? std::make_shared<const MapGeometry>(std::move(*geometry)) : nullptr);
}

void SelectionController::dragBox(QPointF from, QPointF to) {
  m_outline = {from, {to.x(), from.y()}, to, {from.x(), to.y()}};
  drawBand();
}

void SelectionController::extendLasso(QPointF point) {
  m_outline.push_back(point);
  drawBand();
}

void SelectionController::finish() {
  if (m_outline.empty() || !m_project.isOpen()) return;
  geo::Polygon<geo::XY> area = areaOf(std::exchange(m_outline, {}));
  drawBand();
  if (area.outer.size() < 4) return clear();
  const auto relation = m_isTouching ? SpatialRelation::Touching : SpatialRelation::Inside;
  run(m_layerKey, [area = geo::MultiPolygon<geo::XY>{std::move(area)}, relation](const TiledLayer& layer, geo::Progress& progress) { return featuresIn(layer, area, relation, progress); });
}

void SelectionController::selectWhere(const QString& condition) {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const TiledLayerPtr tiles = layer(m_layerKey);
  const auto table = snapshot && tiles ? snapshot->content->rows.tableOf(tiles->source().layer().table) : std::nullopt;
  if (!table) return;
  const auto filter = layers::RowFilter::parse(condition.toStdString(), snapshot->content->rows.tables()[*table].fields());
  if (!filter) return emit m_project.problemRaised(said(filter.error().text), said(filter.error().hint));
  run(m_layerKey, [filter = *filter, content = snapshot->content, table = *table](const TiledLayer&, geo::Progress& progress) {
    std::vector<std::size_t> rows;
    const auto& all = content->rows.tables()[table];
    for (std::size_t row = 0; row < all.rowCount() && !progress.isCancelled(); ++row)
      if (filter.matches([&](std::size_t field) { return all.value(row, field); })) rows.push_back(row);
    return rows;
  });
}

void SelectionController::selectRelated(const QString& otherLayerKey) {
  const TiledLayerPtr own = layer(m_layerKey);
  if (!own || m_rows.empty()) return;
  const auto relation = m_isTouching ? SpatialRelation::Touching : SpatialRelation::Inside;
  run(otherLayerKey, [own, rows = m_rows, relation](const TiledLayer& other, geo::Progress& progress) { return featuresRelated(other, *own, rows, relation, progress); });
}

void SelectionController::run(const QString& layerKey, Search search) {
  TiledLayerPtr tiles = layer(layerKey);
  if (!tiles) return;
  const std::uint64_t generation = ++*m_generation;
  ++m_running;
  tilePool().start([self = QPointer<SelectionController>(this), tiles, search = std::move(search), layerKey, generation, current = m_generation] {
    Latest progress(current, generation);
    auto rows = search(*tiles, progress);
    QMetaObject::invokeMethod(QCoreApplication::instance(), [self, rows = std::move(rows), layerKey, generation]() mutable {
      if (!self) return;
      --self->m_running;
      if (generation != *self->m_generation) return;
      self->m_layerKey = layerKey;
      self->setRows(std::move(rows));
    }, Qt::QueuedConnection);
  });
}

void SelectionController::setRows(std::vector<std::size_t> rows) {
  m_rows = std::move(rows);
  const TiledLayerPtr tiles = layer(m_layerKey);
  const SnapshotPtr& snapshot = m_project.snapshot();
  TiledLayerPtr chosen;
  if (tiles && snapshot && !m_rows.empty()) {
    // The controller of the map keeps the tiles, and these their source.
    layers::LayerSourcePtr source(tiles, &tiles->source());
    if (auto built = TiledLayer::build(chosenOf(std::move(source), m_rows, m_symbol), snapshot->crs, m_camera.pixelsPerMm())) chosen = *built;
  }
  m_highlight.setTiles(std::move(chosen));
  emit changed();
}

void SelectionController::clear() {
  ++*m_generation;
  m_outline.clear();
  m_band.setGeometry(nullptr);
  setRows({});
}

}  // namespace pianqu::app
