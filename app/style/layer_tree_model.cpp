#include "app/style/layer_tree_model.hpp"

#include <QLocale>
#include <algorithm>

#include "app/map/scene_drawing.hpp"

namespace pianqu::app {
namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

/// Colours and shape of the swatch, from the first symbol of a layer.
QColor fillOf(const layers::Symbol& symbol) { return symbol.fill ? toQt(*symbol.fill) : QColor(Qt::transparent); }
QColor strokeOf(const layers::Symbol& symbol) { return symbol.stroke ? toQt(*symbol.stroke) : symbol.fill ? toQt(*symbol.fill) : QColor(Qt::transparent); }

}  // namespace

LayerTreeModel::LayerTreeModel(LayerListModel& layers, const std::vector<layers::LayerGroup>& groups, QObject* parent) : QAbstractListModel(parent), m_layers(layers), m_groups(groups) {
  for (MapLayer* layer : layers.layers()) follow(layer);
  connect(&layers, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
    for (int row = first; row <= last; ++row) follow(m_layers.layers()[row]);
    refresh();
  });
  connect(&layers, &QAbstractItemModel::rowsRemoved, this, &LayerTreeModel::refresh);
  connect(&layers, &QAbstractItemModel::rowsMoved, this, &LayerTreeModel::refresh);
}

void LayerTreeModel::follow(MapLayer* layer) {
  connect(layer, &MapLayer::isShownChanged, this, &LayerTreeModel::repaintRows);
  connect(layer, &MapLayer::geometryChanged, this, &LayerTreeModel::refresh);
  connect(layer, &MapLayer::lookChanged, this, &LayerTreeModel::repaintRows);
}

int LayerTreeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QHash<int, QByteArray> LayerTreeModel::roleNames() const {
  return {{KindRole, "kind"}, {KeyRole, "key"}, {LayerRole, "layerKey"}, {TitleRole, "title"}, {CountRole, "countText"}, {TickRole, "tick"},
          {OpenRole, "isOpen"}, {FillRole, "fill"}, {StrokeRole, "stroke"}, {ShapeRole, "shape"}, {NoteRole, "note"}};
}

QVariant LayerTreeModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  const layers::Symbol* symbol = symbolOf(row);
  // What a plan draws by rules of its own has no classes: its swatch is what the map drew first.
  const MapLayer* drawn = row.kind == RowKind::Layer ? m_layers.find(row.key) : nullptr;
  switch (role) {
    case KindRole: return static_cast<int>(row.kind);
    case KeyRole: return row.key;
    case LayerRole: return row.layer;
    case TitleRole: return titleOf(row);
    case CountRole: return drawn ? drawn->countText() : QString();
    case TickRole: return static_cast<int>(tickOf(row));
    case OpenRole: return row.kind == RowKind::Group ? !m_closedGroups.contains(row.key) : m_openLayers.contains(row.key);
    case FillRole: return symbol ? fillOf(*symbol) : drawn ? drawn->swatchFill() : QColor(Qt::transparent);
    case StrokeRole: return symbol ? strokeOf(*symbol) : drawn ? drawn->swatchStroke() : QColor(Qt::transparent);
    case ShapeRole: return symbol ? static_cast<int>(symbol->shape) : drawn ? drawn->swatchKind() : -1;
    case NoteRole: return noteOf(row);
    default: return {};
  }
}

const layers::Symbol* LayerTreeModel::symbolOf(const Row& row) const {
  if (row.kind == RowKind::Entry) return m_theme.find(row.key.toStdString());
  const layers::ThemeLayer* layer = row.kind == RowKind::Layer ? m_theme.findLayer(row.key.toStdString()) : nullptr;
  if (!layer) return nullptr;
  const auto symbols = m_theme.symbolsOf(*layer);
  return symbols.empty() ? nullptr : symbols.front();
}

QString LayerTreeModel::titleOf(const Row& row) const {
  if (row.kind == RowKind::Group) {
    for (const layers::LayerGroup& group : m_groups)
      if (text(group.key) == row.key) return text(m_isChinese ? group.zh : group.en);
    return m_isChinese ? QStringLiteral("其他") : QStringLiteral("Other");
  }
  if (row.kind == RowKind::Layer) return m_layers.find(row.key)->title();
  const layers::Symbol* symbol = symbolOf(row);
  return symbol ? text(m_isChinese ? symbol->zh : symbol->en) : row.key;
}

/// What makes the layer look other than the theme says, in signs that a row has room for.
QString LayerTreeModel::noteOf(const Row& row) const {
  if (row.kind != RowKind::Layer) return {};
  const MapLayer* layer = m_layers.find(row.key);
  const auto view = m_view.layers.find(row.key.toStdString());
  QStringList notes;
  if (view != m_view.layers.end() && !view->second.filter.empty()) notes.append(QStringLiteral("⧩"));
  if (layer->opacity() < 1) notes.append(QStringLiteral("%1%").arg(qRound(layer->opacity() * 100)));
  if (layer->isShown() && !layer->isInScale()) notes.append(QStringLiteral("1:…"));
  return notes.join(QLatin1Char(' '));
}

bool LayerTreeModel::isHidden(const Row& entry) const {
  const auto view = m_view.layers.find(entry.layer.toStdString());
  return view != m_view.layers.end() && std::find(view->second.hiddenSymbols.begin(), view->second.hiddenSymbols.end(), entry.key.toStdString()) != view->second.hiddenSymbols.end();
}

LayerTreeModel::Tick LayerTreeModel::tickOf(const Row& row) const {
  if (row.kind == RowKind::Entry) return isHidden(row) ? Tick::Off : Tick::On;
  if (row.kind == RowKind::Layer) return m_layers.find(row.key)->isShown() ? Tick::On : Tick::Off;
  const auto layers = layersOf(row.key);
  const auto shown = std::count_if(layers.begin(), layers.end(), [](const MapLayer* layer) { return layer->isShown(); });
  return shown == 0 ? Tick::Off : static_cast<std::size_t>(shown) == layers.size() ? Tick::On : Tick::Some;
}

std::vector<MapLayer*> LayerTreeModel::layersOf(const QString& group) const {
  std::vector<MapLayer*> found;
  const auto& layers = m_layers.layers();
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    const layers::ThemeLayer* themed = m_theme.findLayer((*layer)->key().toStdString());
    if (themed && text(themed->group) == group && !(*layer)->isEmpty()) found.push_back(*layer);
  }
  return found;
}

std::vector<LayerTreeModel::Row> LayerTreeModel::rowsNow() const {
  std::vector<Row> rows;
  for (const layers::LayerGroup& group : m_groups) {
    const QString groupKey = text(group.key);
    const auto layers = layersOf(groupKey);
    if (layers.empty()) continue;
    rows.push_back({RowKind::Group, groupKey, {}});
    if (m_closedGroups.contains(groupKey)) continue;
    for (const MapLayer* layer : layers) {
      rows.push_back({RowKind::Layer, layer->key(), layer->key()});
      const layers::ThemeLayer* themed = m_theme.findLayer(layer->key().toStdString());
      if (!m_openLayers.contains(layer->key()) || !themed) continue;
      for (const layers::Symbol* symbol : m_theme.symbolsOf(*themed))
        if (symbol->isInLegend) rows.push_back({RowKind::Entry, text(symbol->key), layer->key()});
    }
  }
  return rows;
}

/// Only the rows between the first and the last that differ are taken out and put in, so that the list stays where it is scrolled to.
void LayerTreeModel::refresh() {
  const std::vector<Row> rows = rowsNow();
  std::size_t head = 0, tail = 0;
  while (head < rows.size() && head < m_rows.size() && rows[head] == m_rows[head]) ++head;
  while (tail + head < rows.size() && tail + head < m_rows.size() && rows[rows.size() - 1 - tail] == m_rows[m_rows.size() - 1 - tail]) ++tail;
  if (m_rows.size() > head + tail) {
    beginRemoveRows({}, static_cast<int>(head), static_cast<int>(m_rows.size() - tail) - 1);
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(head), m_rows.end() - static_cast<std::ptrdiff_t>(tail));
    endRemoveRows();
  }
  if (rows.size() > head + tail) {
    beginInsertRows({}, static_cast<int>(head), static_cast<int>(rows.size() - tail) - 1);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(head), rows.begin() + static_cast<std::ptrdiff_t>(head), rows.end() - static_cast<std::ptrdiff_t>(tail));
    endInsertRows();
  }
  repaintRows();
}

void LayerTreeModel::repaintRows() {
  if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

void LayerTreeModel::show(const layers::Theme& theme, const layers::ThemeView& view) {
  m_theme = theme;
  m_view = view;
  refresh();
}

void LayerTreeModel::setChinese(bool isChinese) {
  m_isChinese = isChinese;
  repaintRows();
}

void LayerTreeModel::setCurrentLayer(const QString& key) {
  if (key == m_current) return;
  m_current = key;
  emit currentLayerChanged();
}

void LayerTreeModel::toggleOpen(int at) {
  if (at < 0 || at >= rowCount()) return;
  const Row row = m_rows[static_cast<std::size_t>(at)];
  QSet<QString>& set = row.kind == RowKind::Group ? m_closedGroups : m_openLayers;
  if (!set.remove(row.key)) set.insert(row.key);
  refresh();
}

void LayerTreeModel::toggle(int at) {
  if (at < 0 || at >= rowCount()) return;
  const Row row = m_rows[static_cast<std::size_t>(at)];
  if (row.kind == RowKind::Entry) return emit entryToggled(row.layer, row.key);
  const bool isShown = tickOf(row) != Tick::On;
  if (row.kind == RowKind::Layer) return m_layers.find(row.key)->setShown(isShown);
  for (MapLayer* layer : layersOf(row.key)) layer->setShown(isShown);
}

void LayerTreeModel::showOnly(const QString& key) {
  for (MapLayer* layer : m_layers.layers()) layer->setShown(layer->key() == key);
}

void LayerTreeModel::showAll() {
  for (MapLayer* layer : m_layers.layers()) layer->setShown(true);
}

void LayerTreeModel::move(int from, int target) {
  if (from < 0 || target < 0 || from >= rowCount() || target >= rowCount() || from == target) return;
  const QString moved = m_rows[static_cast<std::size_t>(from)].layer, place = m_rows[static_cast<std::size_t>(target)].layer;
  if (m_rows[static_cast<std::size_t>(from)].kind != RowKind::Layer || place.isEmpty() || place == moved) return;
  QStringList order;
  for (const MapLayer* layer : m_layers.layers()) order.append(layer->key());
  const qsizetype before = order.indexOf(moved), after = order.indexOf(place);
  order.move(before, after);
  emit orderChosen(order);
}

}  // namespace pianqu::app
