#include "app/style/style_controller.hpp"

#include <QFile>
#include <QSaveFile>
#include <algorithm>

#include "app/model/said.hpp"
#include "app/style/style_editor.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/row_filter.hpp"
#include "layers/project/settings.hpp"
#include "layers/style/qgis_style.hpp"

namespace pianqu::app {
namespace {

constexpr const char* kScreen = "screen";
constexpr int kSaveAfterMs = 800;

/// What of a view the pieces of the map depend on: ticks, opacity and scales are followed without making anything anew.
layers::ThemeView drawnPart(layers::ThemeView view) {
  for (auto& [key, layer] : view.layers) layer = {.filter = std::move(layer.filter), .hiddenSymbols = std::move(layer.hiddenSymbols), .classes = std::move(layer.classes)};
  std::erase_if(view.layers, [](const auto& entry) { return entry.second == layers::LayerView{}; });
  return view;
}

}  // namespace

StyleController::StyleController(ProjectController& project, MapController& map, layers::Style style, std::vector<layers::Palette> palettes)
    : m_project(project), m_map(map), m_style(std::move(style)), m_theme(m_style.theme(kScreen).value()), m_appliedTheme(m_theme.key), m_themes(m_style.all()), m_tree(*map.layers(), m_style.groups()),
      m_editor(std::make_unique<StyleEditor>(project, *this, std::move(palettes))) {
  m_pool.setMaxThreadCount(1);
  m_saving.setSingleShot(true);
  m_saving.setInterval(kSaveAfterMs);
  m_themes.setCurrent(QString::fromStdString(m_theme.key));
  connect(&m_saving, &QTimer::timeout, this, &StyleController::save);
  connect(&m_project, &ProjectController::snapshotChanged, this, &StyleController::follow);
  connect(&m_tree, &LayerTreeModel::entryToggled, this, &StyleController::toggleEntry);
  connect(&m_tree, &LayerTreeModel::orderChosen, this, &StyleController::setOrder);
  connect(&m_tree, &LayerTreeModel::currentLayerChanged, this, [this] {
    m_filterProblem.clear();
    emit currentChanged();
    m_editor->show(m_tree.currentLayer());
  });
  apply();
}

StyleController::~StyleController() {
  if (m_saving.isActive()) save();
  m_pool.waitForDone();
}

const layers::ThemeView& StyleController::viewOf() const {
  static const layers::ThemeView kNothing;
  const auto found = m_views.find(m_theme.key);
  return found == m_views.end() ? kNothing : found->second;
}

layers::LayerView& StyleController::viewOfLayer(const QString& key) { return m_views[m_theme.key].layers[key.toStdString()]; }

MapLayer* StyleController::current() const { return m_tree.currentLayer().isEmpty() ? nullptr : m_map.layers()->find(m_tree.currentLayer()); }

QString StyleController::currentFilter() const {
  const auto view = viewOf().layers.find(m_tree.currentLayer().toStdString());
  return view == viewOf().layers.end() ? QString() : QString::fromStdString(view->second.filter);
}

bool StyleController::hasTable() const {
  const auto* layer = m_theme.findLayer(m_tree.currentLayer().toStdString());
  return layer && !layer->table.empty();
}

/// Another project brings its own theme and views. They are read in the worker; until then the map looks as before.
void StyleController::follow() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const auto origin = snapshot ? snapshot->origin : nullptr;
  if (origin == m_origin) return;
  if (m_saving.isActive()) save();
  m_origin = origin;
  m_path = snapshot ? snapshot->path : std::string();
  m_views.clear();
  if (!snapshot) return;
  if (m_path.empty()) return take({});
  ++m_storing;
  m_pool.start([this, path = m_path] {
    std::map<std::string, std::string> settings;
    if (const auto project = layers::Project::open(path, layers::Project::Access::Read))
      if (auto read = layers::readSettings(*project)) settings = std::move(*read);
    QMetaObject::invokeMethod(this, [this, path, settings = std::move(settings)] {
      --m_storing;
      if (path == m_path) take(settings);
    }, Qt::QueuedConnection);
  });
}

void StyleController::take(const std::map<std::string, std::string>& settings) {
  const auto setting = [&](const std::string& key) { const auto found = settings.find(key); return found == settings.end() ? std::string() : found->second; };
  for (const layers::Theme& theme : m_style.all()) {
    auto view = layers::parseThemeView(setting(layers::viewSetting(theme)));
    if (view) m_views.emplace(theme.key, std::move(*view));
    else emit m_project.problemRaised(said(view.error().text), said(view.error().hint));
  }
  const auto theme = m_style.theme(setting(layers::kThemeSetting));
  m_theme = theme ? *theme : m_style.theme(kScreen).value();
  m_themes.setCurrent(QString::fromStdString(m_theme.key));
  apply();
}

void StyleController::useTheme(const QString& key) {
  const auto theme = m_style.theme(key.toStdString());
  if (!theme || theme->key == m_theme.key) return;
  m_theme = *theme;
  m_themes.setCurrent(QString::fromStdString(m_theme.key));
  apply();
  changed();
  emit themeChanged();
}

/// The map as theme and view say.
void StyleController::apply() {
  m_isApplying = true;
  const layers::ThemeView& view = viewOf();
  // The map keeps what it draws when a project opens that looks like the one before.
  if (auto drawn = drawnPart(view); m_appliedTheme != m_theme.key || m_applied != drawn) {
    MapLook look{.theme = layers::drawnTheme(m_theme, view), .filters = {}};
    for (const auto& [key, layer] : view.layers)
      if (!layer.filter.empty()) look.filters.emplace(key, layer.filter);
    m_map.setLook(std::move(look));
    m_appliedTheme = m_theme.key;
    m_applied = std::move(drawn);
  }
  for (MapLayer* layer : m_map.layers()->layers()) {
    const auto found = view.layers.find(layer->key().toStdString());
    const layers::LayerView own = found == view.layers.end() ? layers::LayerView{} : found->second;
    layer->setShown(own.isShown);
    layer->setLook(own.opacity, own.minScale, own.maxScale);
    if (m_followed.contains(layer)) continue;
    m_followed.insert(layer);
    connect(layer, &MapLayer::isShownChanged, this, [this, layer] { followShown(*layer); });
    connect(layer, &QObject::destroyed, this, [this, layer] { m_followed.remove(layer); });
  }
  m_tree.show(layers::themeWith(m_theme, view), view);
  m_isApplying = false;
  m_editor->show(m_tree.currentLayer());
  emit currentChanged();
  emit viewChanged();
}

void StyleController::followShown(const MapLayer& layer) {
  if (m_isApplying || viewOfLayer(layer.key()).isShown == layer.isShown()) return;
  viewOfLayer(layer.key()).isShown = layer.isShown();
  changed();
}

void StyleController::changed() {
  emit viewChanged();
  m_tree.show(layers::themeWith(m_theme, viewOf()), viewOf());
  if (m_project.canEdit() && !m_path.empty()) m_saving.start();
}

void StyleController::save() {
  m_saving.stop();
  if (m_path.empty()) return;
  auto styles = layers::storedStylesOf(m_style, m_theme.key);
  if (!styles) return;
  for (layers::StoredStyle& mine : layers::storedStylesOf(m_style, layers::drawnTheme(m_theme, viewOf()))) {
    const auto shipped = std::find_if(styles->begin(), styles->end(), [&](const layers::StoredStyle& each) { return each.table == mine.table && each.name == mine.name && each.isDefault; });
    if (shipped != styles->end()) *shipped = std::move(mine);
  }
  std::map<std::string, std::string> settings{{layers::kThemeSetting, m_theme.key}};
  for (const auto& [key, view] : m_views)
    if (const auto theme = m_style.theme(key)) settings.emplace(layers::viewSetting(*theme), layers::toJson(view));
  ++m_storing;
  m_pool.start([this, path = m_path, settings = std::move(settings), styles = std::move(*styles)] {
    // A connection of its own, closed at once: the project's may be in the middle of an edit.
    auto project = layers::Project::open(path, layers::Project::Access::Read);
    geo::Result<void> saved = project ? layers::saveSettings(*project, settings, currentAuthor()) : geo::Result<void>(geo::fail(project));
    if (saved) saved = layers::saveStyles(*project, styles, currentAuthor());
    QMetaObject::invokeMethod(this, [this, saved] {
      --m_storing;
      if (!saved) emit m_project.problemRaised(said(saved.error()), said(saved.error().hint));
    }, Qt::QueuedConnection);
  });
}

void StyleController::toggleEntry(const QString& layerKey, const QString& symbolKey) {
  auto& hidden = viewOfLayer(layerKey).hiddenSymbols;
  const auto found = std::find(hidden.begin(), hidden.end(), symbolKey.toStdString());
  if (found == hidden.end()) hidden.push_back(symbolKey.toStdString());
  else hidden.erase(found);
  apply();
  changed();
}

void StyleController::setOrder(const QStringList& keys) {
  auto& order = m_views[m_theme.key].order;
  order.clear();
  for (const QString& key : keys) order.push_back(key.toStdString());
  apply();
  changed();
}

void StyleController::setOpacity(double opacity) {
  MapLayer* layer = current();
  if (!layer) return;
  auto& view = viewOfLayer(layer->key());
  view.opacity = std::clamp(opacity, 0.0, 1.0);
  layer->setLook(view.opacity, view.minScale, view.maxScale);
  changed();
}

void StyleController::setScales(double minScale, double maxScale) {
  MapLayer* layer = current();
  if (!layer) return;
  auto& view = viewOfLayer(layer->key());
  view.minScale = std::max(0.0, minScale);
  view.maxScale = std::max(0.0, maxScale);
  layer->setLook(view.opacity, view.minScale, view.maxScale);
  changed();
}

void StyleController::setFilter(const QString& filter) {
  const auto* layer = m_theme.findLayer(m_tree.currentLayer().toStdString());
  if (!layer || layer->table.empty()) return;
  const auto understood = layers::RowFilter::parse(filter.toStdString(), layers::findCityTable(layer->table)->fields);
  m_filterProblem = understood ? QString() : tr("%1. %2").arg(said(understood.error().text), said(understood.error().hint));
  if (understood) {
    viewOfLayer(m_tree.currentLayer()).filter = filter.trimmed().toStdString();
    apply();
    changed();
  }
  emit currentChanged();
}

void StyleController::setClasses(const QString& layerKey, std::optional<layers::LayerClasses> classes) {
  layers::LayerView& view = viewOfLayer(layerKey);
  if (view.classes == classes) return;
  view.classes = std::move(classes);
  view.hiddenSymbols.clear();
  apply();
  changed();
}

void StyleController::reset() {
  m_views.erase(m_theme.key);
  apply();
  changed();
}

void StyleController::exportCurrent(const QUrl& file) {
  const layers::Theme theme = layers::drawnTheme(m_theme, viewOf());
  const auto* layer = theme.findLayer(m_tree.currentLayer().toStdString());
  if (!layer || layer->table.empty()) return;
  const QString path = file.isLocalFile() ? file.toLocalFile() : file.toString();
  const auto geometry = layers::geometryOfTable(layer->table);
  const std::string text = path.endsWith(QStringLiteral(".sld"), Qt::CaseInsensitive) ? layers::toSld(theme, *layer, geometry) : layers::toQml(theme, *layer, geometry);
  QSaveFile out(path);
  if (out.open(QIODevice::WriteOnly) && out.write(QByteArray::fromStdString(text)) >= 0 && out.commit()) return emit m_project.noticeRaised(tr("Style written to %1").arg(path));
  emit m_project.problemRaised(tr("%1 cannot be written.").arg(path), tr("Choose another folder."));
}

void StyleController::setChinese(bool isChinese) {
  m_themes.setChinese(isChinese);
  m_tree.setChinese(isChinese);
  m_editor->setChinese(isChinese);
}

}  // namespace pianqu::app
