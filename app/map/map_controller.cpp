#include "app/map/map_controller.hpp"

#include <algorithm>

#include "app/map/layer_builder.hpp"
#include "app/map/scene_drawing.hpp"

namespace pianqu::app {
MapController::MapController(ProjectController& project, DistrictModel& districts, InspectorModel& inspector, layers::Theme theme)
    : m_project(project), m_districts(districts), m_inspector(inspector), m_look{std::move(theme), {}}, m_labels(m_camera), m_edit(project, districts, m_camera, m_look.theme), m_pins(project, m_camera),
      m_options(project, m_look.theme, m_camera.pixelsPerMm()), m_assistant(project, m_edit, inspector, m_look.theme, m_camera.pixelsPerMm()),
      m_selection(project, m_camera, m_layers) {
  arrangeLayers();
  connect(&m_camera, &MapCamera::changed, this, [this] { for (MapLayer* layer : m_layers.layers()) layer->followScale(m_camera.scaleDenominator()); });
  if (const layers::Symbol* symbol = m_look.theme.find("screen.highlight")) m_selection.setSymbol(*symbol);
  m_pool.setMaxThreadCount(1);  // City layers, then plan layers: in order, and one core left for the window.
  connect(&project, &ProjectController::snapshotChanged, this, &MapController::follow);
  connect(this, &MapController::isBuildingChanged, this, [this] { if (!isBuilding()) m_edit.pictureUpdated(); });
  connect(m_edit.looseEnds(), &LooseEndsModel::lookRequested, this, &MapController::lookAt);
  connect(&m_selection, &SelectionController::changed, this, &MapController::followSelection);
}

MapController::~MapController() {
  for (const Run* run : {&m_cityRun, &m_planRun})
    if (run->isCancelled) *run->isCancelled = true;
  m_pool.waitForDone();
  tilePool().clear();
  tilePool().waitForDone();
}

bool MapController::isAwaitingTiles() const {
  const auto& layers = m_layers.layers();
  return std::any_of(layers.begin(), layers.end(), [](const MapLayer* layer) { return layer->tiles()->isBusy() || layer->isAwaitingFrame(); });
}

void MapController::arrangeLayers() {
  QStringList keys;
  for (const auto& layer : m_look.theme.layers) keys.append(QString::fromStdString(layer.key));
  for (MapLayer* layer : m_layers.layers())
    if (!keys.contains(layer->key())) clearLayer(layer->key());
  m_layers.arrange(keys);
  for (const auto& layer : m_look.theme.layers) {
    MapLayer* there = m_layers.find(QString::fromStdString(layer.key));
    there->setChinese(m_isChinese);
    there->setTitles(QString::fromStdString(layer.zh), QString::fromStdString(layer.en));
    there->followScale(m_camera.scaleDenominator());
  }
  QList<TileStore*> stores;
  for (MapLayer* layer : m_layers.layers()) stores.append(layer->tiles());
  m_labels.setLayers(stores);
}

void MapController::setLook(MapLook look) {
  m_look = std::move(look);
  arrangeLayers();
  if (m_project.snapshot()) rebuild(true);
}

Pen MapController::penFor(const char* symbolKey) const { return penOf(m_look.theme, symbolKey, m_camera.pixelsPerMm()); }

void MapController::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  for (MapLayer* layer : m_layers.layers()) layer->setChinese(isChinese);
  m_inspector.setChinese(isChinese);
  m_options.setChinese(isChinese);
  m_selection.setChinese(isChinese);
}

void MapController::setDataFolder(const QString& dataFolder) {
  m_edit.setDataFolder(dataFolder);
  m_options.setDataFolder(dataFolder);
  m_assistant.setDataFolder(dataFolder);
}

void MapController::follow() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const bool isCityNew = !snapshot || snapshot->content != m_content;
  if (isCityNew) {
    m_content = snapshot ? snapshot->content : nullptr;
    // Another city: nothing of the old one may be seen. The same one with other values or more rows: it stays until the new picture is there.
    const auto origin = snapshot ? snapshot->origin : nullptr;
    if (origin != m_origin) {
      m_hasFitted = false;
      m_inspector.clear();
      for (MapLayer* layer : m_layers.layers()) clearLayer(layer->key());
    }
    m_origin = origin;
  }
  if (snapshot) rebuild(isCityNew);
}

void MapController::rebuild(bool isCityNew) {
  if (isCityNew) start(m_cityRun, buildCityLayers);
  start(m_planRun, buildPlanLayers);
}

void MapController::start(Run& run, const LayerBuild& build) {
  if (run.isCancelled) *run.isCancelled = true;
  run.isCancelled = std::make_shared<std::atomic<bool>>(false);
  ++m_running;
  emit isBuildingChanged();
  const bool isFirstLook = &run == &m_cityRun && !m_hasFitted;
  m_pool.start([this, &run, build, isFirstLook, job = LayerJob{m_project.snapshot(), m_look.theme, m_camera.pixelsPerMm(), run.isCancelled, m_look.filters}] {
    // The map looks at the whole city before its layers come, so that these make pieces for one view and not for each layer's.
    if (isFirstLook)
      QMetaObject::invokeMethod(this, [this, box = worldBoxOf(job), flag = job.isCancelled] { if (!*flag) lookAtCity(box); }, Qt::QueuedConnection);
    const auto keys = std::make_shared<QSet<QString>>();
    build(job, [this, keys, flag = job.isCancelled](const std::shared_ptr<BuiltLayer>& built) {
      keys->insert(built->key);
      QMetaObject::invokeMethod(this, [this, built, flag] { if (!*flag) accept(*built); }, Qt::QueuedConnection);
    });
    QMetaObject::invokeMethod(this, [this, &run, keys, flag = job.isCancelled] { finish(run, *keys, *flag); }, Qt::QueuedConnection);
  });
}

void MapController::lookAtCity(const geo::Box& world) {
  if (m_hasFitted || world.isEmpty() || m_camera.viewSize().isEmpty()) return;
  fit(world);
  m_hasFitted = true;
}

void MapController::accept(const BuiltLayer& built) {
  MapLayer* layer = m_layers.find(built.key);
  if (!layer) return;
  layer->setSwatch(built.swatch, static_cast<MapLayer::SwatchKind>(built.shape));
  layer->setTiles(built.tiles);
  if (!m_hasFitted) fitAll();
}

void MapController::finish(Run& run, const QSet<QString>& keys, bool isCancelled) {
  --m_running;
  if (!isCancelled) {
    // What the plan no longer has must not stay on the map.
    for (const QString& key : std::as_const(run.keys))
      if (!keys.contains(key)) clearLayer(key);
    run.keys = keys;
    m_hasFitted = m_hasFitted || !m_camera.viewSize().isEmpty();
  }
  emit isBuildingChanged();
}

void MapController::clearLayer(const QString& key) {
  if (MapLayer* layer = m_layers.find(key)) layer->setTiles(nullptr);
}

}  // namespace pianqu::app
