#include "app/map/selection_controller.hpp"

#include <QCoreApplication>
#include <QPointer>
#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "app/map/scene_drawing.hpp"
#include "app/map/tile_store.hpp"
#include "app/model/naming.hpp"
#include "app/model/said.hpp"
#include "layers/feature/row_filter.hpp"
#include "layers/scene/shapes_layer.hpp"

namespace pianqu::app {
namespace {

/// More than so many are made ready to be drawn in a worker.
constexpr std::size_t kMostAtOnce = 20000;

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
  connect(&project, &ProjectController::snapshotChanged, this, &SelectionController::follow);
}

SelectionController::~SelectionController() { ++*m_generation; }

/// Rows keep their meaning while values are edited, and lose it when rows come or go.
void SelectionController::follow() {
  const auto content = m_project.snapshot() ? m_project.snapshot()->content : nullptr;
  if (content == m_content) return;
  const auto before = std::exchange(m_content, content);
  if (!before || !content) emit fieldsChanged();
  const auto at = tableAt(m_table);
  const auto count = [&](const CityContent& each) { return each.rows.tables()[*at].rowCount(); };
  if (!before || !content || !at || count(*before) != count(*content)) clear();
}

QVariantList SelectionController::fields() const {
  QVariantList list;
  const auto at = tableAt(m_table);
  if (!at) return list;
  for (const layers::Field& field : m_content->rows.tables()[*at].fields()) {
    if (field.name == "uid" || field.name.ends_with("_uid")) continue;
    const QString name = QString::fromStdString(field.name);
    list.append(QVariantMap{{QStringLiteral("name"), name}, {QStringLiteral("title"), headingOf(field, m_isChinese) + QStringLiteral("  ") + name}});
  }
  return list;
}

void SelectionController::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  emit fieldsChanged();
}

void SelectionController::setTable(const QString& table) {
  if (table != this->table()) choose(table.toStdString(), {});
}

void SelectionController::setTouching(bool isTouching) {
  if (isTouching == m_isTouching) return;
  m_isTouching = isTouching;
  emit modeChanged();
}

void SelectionController::setMode(Mode mode) {
  if (mode == m_mode) return;
  m_mode = mode;
  emit modeChanged();
}

void SelectionController::setWithinM(double metres) {
  if (metres == m_withinM) return;
  m_withinM = std::max(metres, 0.0);
  emit modeChanged();
}

std::optional<std::size_t> SelectionController::tableAt(const std::string& table) const { return m_content ? m_content->rows.tableOf(table) : std::nullopt; }

TiledLayerPtr SelectionController::layerOf(const std::string& table) const {
  for (const MapLayer* each : m_layers.layers())
    if (const TiledLayerPtr& tiles = each->tiles()->layer(); tiles && tiles->source().layer().table == table) return tiles;
  return nullptr;
}

TiledLayerPtr SelectionController::layerFor(const std::string& table) {
  TiledLayerPtr layer = layerOf(table);
  if (!layer && m_project.isOpen()) emit m_project.problemRaised(tr("The theme of the map does not show this layer."), tr("Choose another theme, such as the one with every layer."));
  return layer;
}

std::vector<layers::Uid> SelectionController::uids() const {
  std::vector<layers::Uid> uids;
  if (const auto at = tableAt(m_table))
    for (const std::size_t row : m_rows) uids.push_back(m_content->rows.tables()[*at].uid(row));
  return uids;
}

geo::Box SelectionController::box() const {
  geo::Box box;
  if (const auto at = tableAt(m_table))
    for (const std::size_t row : m_rows)
      if (const geo::Box own = m_content->rows.tables()[*at].box(row); !own.isEmpty()) box.add(own);
  return box;
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
  const TiledLayerPtr layer = layerFor(m_table);
  if (!layer) return;
  const auto relation = m_isTouching ? SpatialRelation::Touching : SpatialRelation::Inside;
  run(m_table, [layer, area = geo::MultiPolygon<geo::XY>{std::move(area)}, relation](geo::Progress& progress) { return featuresIn(*layer, area, relation, progress); });
}

bool SelectionController::selectWhere(const QString& condition) {
  const auto table = tableAt(m_table);
  if (!table) return false;
  const auto filter = layers::RowFilter::parse(condition.toStdString(), m_content->rows.tables()[*table].fields());
  if (!filter) {
    emit m_project.problemRaised(said(filter.error().text), said(filter.error().hint));
    return false;
  }
  run(m_table, [filter = *filter, content = m_content, table = *table](geo::Progress& progress) {
    Rows rows;
    const auto& all = content->rows.tables()[table];
    for (std::size_t row = 0; row < all.rowCount() && !progress.isCancelled(); ++row)
      if (filter.matches([&](std::size_t field) { return all.value(row, field); })) rows.push_back(row);
    return rows;
  });
  return true;
}

void SelectionController::selectRelated(const QString& otherTable) {
  if (m_rows.empty()) return;
  const TiledLayerPtr own = layerFor(m_table), other = layerFor(otherTable.toStdString());
  if (!own || !other) return;
  const SpatialReach reach{m_isTouching || m_withinM > 0 ? SpatialRelation::Touching : SpatialRelation::Inside, m_withinM};
  run(otherTable.toStdString(), [own, other, rows = m_rows, reach](geo::Progress& progress) { return featuresRelated(*other, *own, rows, reach, progress); });
}

void SelectionController::selectAlike(const layers::Uid& uid) {
  const auto place = m_content ? m_content->find(uid) : std::nullopt;
  if (!place) return;
  const std::string table = m_content->tableAt(*place).name();
  const TiledLayerPtr layer = layerFor(table);
  if (!layer || place->row >= layer->source().size()) return;
  run(table, [layer, symbol = layer->source().symbol(place->row)](geo::Progress& progress) {
    Rows rows;
    for (std::size_t row = 0; row < layer->source().size() && !progress.isCancelled(); ++row)
      if (layer->source().symbol(row) == symbol) rows.push_back(row);
    return rows;
  });
}

void SelectionController::selectAll() {
  const auto at = tableAt(m_table);
  Rows rows(at ? m_content->rows.tables()[*at].rowCount() : 0);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  choose(m_table, std::move(rows));
}

void SelectionController::invert() {
  const auto at = tableAt(m_table);
  if (!at) return;
  Rows rows;
  auto chosen = m_rows.begin();
  for (std::size_t row = 0; row < m_content->rows.tables()[*at].rowCount(); ++row) {
    if (chosen != m_rows.end() && *chosen == row) ++chosen;
    else rows.push_back(row);
  }
  choose(m_table, std::move(rows));
}

void SelectionController::run(const std::string& table, Search search) {
  const std::uint64_t generation = ++*m_generation;
  ++m_running;
  tilePool().start([self = QPointer<SelectionController>(this), search = std::move(search), table, generation, current = m_generation] {
    Latest progress(current, generation);
    auto rows = search(progress);
    QMetaObject::invokeMethod(QCoreApplication::instance(), [self, rows = std::move(rows), table, generation]() mutable {
      if (!self) return;
      --self->m_running;
      if (generation == *self->m_generation) self->finish(table, std::move(rows));
    }, Qt::QueuedConnection);
  });
}

void SelectionController::finish(const std::string& table, Rows found) { choose(table, table == m_table ? combined(std::move(found)) : std::move(found)); }

SelectionController::Rows SelectionController::combined(Rows found) const {
  Rows rows;
  const auto into = std::back_inserter(rows);
  if (m_mode == Mode::Replace) return found;
  if (m_mode == Mode::Add) std::set_union(m_rows.begin(), m_rows.end(), found.begin(), found.end(), into);
  else if (m_mode == Mode::Remove) std::set_difference(m_rows.begin(), m_rows.end(), found.begin(), found.end(), into);
  else std::set_intersection(m_rows.begin(), m_rows.end(), found.begin(), found.end(), into);
  return rows;
}

void SelectionController::choose(const std::string& table, Rows rows) {
  ++*m_generation;
  if (table == m_table && rows == m_rows) return;
  const bool isOther = table != m_table;
  m_table = table;
  m_rows = std::move(rows);
  show();
  emit changed();
  if (isOther) emit fieldsChanged();
}

void SelectionController::toggle(const std::string& table, std::size_t row) {
  if (table != m_table) return choose(table, {row});
  Rows rows = m_rows;
  const auto at = std::lower_bound(rows.begin(), rows.end(), row);
  if (at != rows.end() && *at == row) rows.erase(at);
  else rows.insert(at, row);
  choose(table, std::move(rows));
}

/// What is chosen as a layer: from the layer that the map draws, or from the table where the theme does not draw it.
layers::LayerSourcePtr SelectionController::shownAs() const {
  if (const TiledLayerPtr tiles = layerOf(m_table)) return chosenOf(layers::LayerSourcePtr(tiles, &tiles->source()), m_rows, m_symbol);
  const auto at = tableAt(m_table);
  if (!at || !m_content->rows.tables()[*at].hasGeometry()) return nullptr;
  auto shapes = std::make_shared<std::vector<geo::XYGeometry>>();
  for (const std::size_t row : m_rows) shapes->push_back(m_content->rows.tables()[*at].geometry(row));
  return layers::shapesLayer(std::move(shapes), {m_symbol, m_symbol, m_symbol});
}

void SelectionController::show() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const std::uint64_t shown = ++m_shown;
  const layers::LayerSourcePtr source = snapshot && !m_rows.empty() ? shownAs() : nullptr;
  if (!source) return m_highlight.setTiles(nullptr);
  const auto build = [source, crs = snapshot->crs, perMm = m_camera.pixelsPerMm()]() -> TiledLayerPtr { return TiledLayer::build(source, crs, perMm).value_or(nullptr); };
  if (m_rows.size() <= kMostAtOnce) return m_highlight.setTiles(build());
  ++m_running;
  tilePool().start([self = QPointer<SelectionController>(this), build, shown] {
    TiledLayerPtr built = build();
    QMetaObject::invokeMethod(QCoreApplication::instance(), [self, built = std::move(built), shown] {
      if (!self) return;
      --self->m_running;
      if (shown == self->m_shown) self->m_highlight.setTiles(built);
    }, Qt::QueuedConnection);
  });
}

void SelectionController::clear() {
  m_outline.clear();
  m_band.setGeometry(nullptr);
  choose(m_table, {});
}

}  // namespace pianqu::app
