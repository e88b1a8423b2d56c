#include "app/map/tile_store.hpp"

#include <QCoreApplication>
#include <QPointer>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/map/layer_change.hpp"
#include "app/map/tile_painter.hpp"

namespace pianqu::app {
namespace {

constexpr std::size_t kMostRunning = 2;
constexpr std::size_t kMostBytes = 24u << 20;
constexpr int kMostStandInLevels = 6;
constexpr std::size_t kSparseLabels = 8;
/// Farther than anything on Earth: texts come after outlines, since a map without names is of more use than names without a map.
constexpr double kLabelsLaterM = 1e9;

class Generation : public geo::Progress {
 public:
  Generation(std::shared_ptr<std::atomic<std::uint64_t>> current, std::uint64_t own) : m_current(std::move(current)), m_own(own) {}
  bool isCancelled() const override { return *m_current != m_own; }

 private:
  std::shared_ptr<std::atomic<std::uint64_t>> m_current;
  std::uint64_t m_own;
};

std::size_t bytesOf(const GeometryTile& tile) {
  return tile.fills.size() * sizeof(FillVertex) + tile.strokes.size() * sizeof(StrokeVertex) + tile.hatches.size() * sizeof(HatchVertex) + tile.stamps.size() * sizeof(StampVertex) +
         (tile.fillIndices.size() + tile.strokeIndices.size() + tile.hatchIndices.size() + tile.stampIndices.size()) * 4;
}

/// One piece, in a worker.
std::pair<TileContent, std::size_t> make(const TiledLayer& layer, const TileKey& key, geo::Progress& progress) {
  const ScaleGroup& group = layer.groups()[key.group];
  switch (key.kind) {
    case TileKey::Kind::Density: {
      auto image = std::make_shared<const QImage>(layer.makeDensity(group, key.square, progress));
      const auto bytes = static_cast<std::size_t>(image->sizeInBytes());
      return {std::move(image), bytes};
    }
    case TileKey::Kind::Picture: {
      auto image = std::make_shared<const QImage>(paintSquare(layer, group, key.square, progress));
      const auto bytes = static_cast<std::size_t>(image->sizeInBytes());
      return {std::move(image), bytes};
    }
    case TileKey::Kind::Outline: {
      auto tile = layer.makeTile(group, group.tree.leaves()[key.leaf], progress);
      if (!tile) return {};
      const std::size_t bytes = bytesOf(*tile);
      return {std::make_shared<const GeometryTile>(std::move(*tile)), bytes};
    }
    case TileKey::Kind::Labels:
    case TileKey::Kind::SparseLabels: {
      auto labels = layer.makeLabels(group, group.tree.leaves()[key.leaf], key.kind == TileKey::Kind::Labels ? 0 : kSparseLabels);
      if (!labels) return {std::make_shared<const LabelSet>(), 0};
      const std::size_t bytes = labels->size() * (sizeof(LabelWish) + 64);
      return {std::make_shared<const LabelSet>(std::move(*labels)), bytes};
    }
  }
  return {};
}

double distanceTo(const geo::Box& box, geo::XY point) { return std::hypot(box.centre().x - point.x, box.centre().y - point.y); }

geo::Box reachOf(const CameraView& camera) { return camera.visibleBox().grownBy(kReachPx / camera.pixelsPerMetre()); }

/// What is painted into a square.
geo::Box reachOf(const PyramidSquare& square) { return square.world().grownBy(kReachPx * PyramidSquare::sideM(square.level) / PyramidSquare::kSidePx); }

bool isInScale(const ScaleGroup& group, double scaleDenominator) { return group.maxScale == 0 || scaleDenominator <= group.maxScale; }

}  // namespace

QThreadPool& tilePool() {
  static QThreadPool pool;
  static const bool isSet = [] { pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1)); return true; }();
  Q_UNUSED(isSet)
  return pool;
}

TileStore::TileStore(QObject* parent) : QObject(parent) {}

TileStore::~TileStore() { ++*m_generation; }

void TileStore::setLayer(TiledLayerPtr layer) {
  if (layer == m_layer) return;
  ++*m_generation;
  const TiledLayerPtr before = std::exchange(m_layer, std::move(layer));
  auto entries = std::exchange(m_entries, {});
  m_before = {};
  for (auto& [viewer, isSettled] : m_isSettled) isSettled = false;
  m_waiting.clear();
  m_running.clear();
  m_bytes = 0;
  if (before && m_layer) takeOver(std::move(entries), *before);
  emit changed();
  emit labelsChanged();
}

void TileStore::takeOver(std::map<TileKey, Entry> entries, const TiledLayer& before) {
  const LayerChange change(before, *m_layer);
  for (auto& [key, entry] : entries) {
    const bool isSquare = key.kind == TileKey::Kind::Density || key.kind == TileKey::Kind::Picture;
    const auto group = change.groupOf(key.group);
    const auto leaf = isSquare ? std::optional(key.leaf) : change.leafOf(key.group, key.leaf);
    if (group && leaf) {
      entry.isStale = entry.isStale || (isSquare && change.touches(key.group, reachOf(key.square)));
      m_bytes += entry.bytes;
      m_entries.emplace(TileKey{key.kind, *group, *leaf, key.square}, std::move(entry));
      continue;
    }
    // What is shown stays until the new layer has its first complete view, or every edit would flash.
    if (!isInUse(entry)) continue;
    if (const auto* tile = std::get_if<std::shared_ptr<const GeometryTile>>(&entry.content)) m_before.outlines.emplace_back(key, *tile);
    if (const auto* image = std::get_if<std::shared_ptr<const QImage>>(&entry.content)) m_before.pictures.emplace_back(key, *image);
  }
}

void TileStore::setShown(bool isShown) {
  if (isShown == m_isShown) return;
  m_isShown = isShown;
  if (!isShown) m_waiting.clear();
  emit labelsChanged();
}

TileStore::Entry* TileStore::use(const TileKey& key) {
  const auto found = m_entries.find(key);
  if (found == m_entries.end()) return nullptr;
  found->second.lastUsed = m_clock;
  return &found->second;
}

void TileStore::forgetWishes(const void* viewer) {
  std::erase_if(m_waiting, [viewer](const Wish& wish) { return wish.viewer == viewer; });
}

void TileStore::want(const TileKey& key, const TileView& view, const geo::Box& place, double handicap) {
  if (!m_running.contains(key)) m_waiting.push_back({key, view.viewer, distanceTo(place, view.camera.centre) + handicap});
}

void TileStore::settle(const void* viewer, bool isComplete) {
  m_isSettled[viewer] |= isComplete;
  if (std::all_of(m_isSettled.begin(), m_isSettled.end(), [](const auto& each) { return each.second; })) m_before = {};
}

TileFrame TileStore::frameFor(const TileView& view) {
  TileFrame frame;
  forgetWishes(view.viewer);
  if (!m_layer || !m_isShown || view.camera.size.isEmpty()) return frame;
  ++m_clock;
  const double pixelsPerMetre = view.camera.pixelsPerMetre() * view.pixelRatio;
  const int level = PyramidSquare::levelFor(pixelsPerMetre);
  const geo::Box visible = reachOf(view.camera);
  bool isComplete = true;
  for (std::size_t g = 0; g < m_layer->groups().size(); ++g) {
    const ScaleGroup& group = m_layer->groups()[g];
    if (!isInScale(group, view.scaleDenominator) || !group.tree.world().intersects(visible)) continue;
    const bool isDense = m_layer->isDense(group, view.camera.pixelsPerMetre(), view.camera.size);
    if (isDense || view.isPainted) {
      addPictures(frame, view, g, isDense ? TileKey::Kind::Density : TileKey::Kind::Picture, level);
      continue;
    }
    bool isGroupComplete = true;
    for (std::size_t i = 0; i < group.tree.leaves().size(); ++i) {
      const FeatureLeaf& leaf = group.tree.leaves()[i];
      if (!leaf.world.intersects(visible)) continue;
      const TileKey key{TileKey::Kind::Outline, g, i, {}};
      const Entry* entry = use(key);
      if (!entry || entry->isStale) want(key, view, leaf.world);
      if (!entry) isGroupComplete = false;
      else if (const auto* tile = std::get_if<std::shared_ptr<const GeometryTile>>(&entry->content)) frame.outlines.emplace_back(key, *tile);
    }
    if (isGroupComplete) continue;
    isComplete = false;
    // Until all outlines are there, whatever density was painted for smaller scales.
    std::set<TileKey> added;
    const geo::Box box = view.camera.visibleBox();
    const double side = PyramidSquare::sideM(level);
    for (int x = static_cast<int>((box.minX + kMercatorHalfM) / side); x <= static_cast<int>((box.maxX + kMercatorHalfM) / side); ++x)
      for (int y = static_cast<int>((kMercatorHalfM - box.maxY) / side); y <= static_cast<int>((kMercatorHalfM - box.minY) / side); ++y)
        addStandIns(frame, added, {TileKey::Kind::Density, g, 0, {level, x, y}});
  }
  settle(view.viewer, isComplete);
  if (!m_isSettled[view.viewer]) {
    frame.outlines.insert(frame.outlines.begin(), m_before.outlines.begin(), m_before.outlines.end());
    frame.pictures.insert(frame.pictures.begin(), m_before.pictures.begin(), m_before.pictures.end());
  }
  std::stable_sort(m_waiting.begin(), m_waiting.end(), [](const Wish& a, const Wish& b) { return a.distance < b.distance; });
  startNext();
  return frame;
}

void TileStore::addPictures(TileFrame& frame, const TileView& view, std::size_t group, TileKey::Kind kind, int level) {
  const geo::Box box = view.camera.visibleBox();
  const geo::Box own = m_layer->groups()[group].tree.world();
  const double side = PyramidSquare::sideM(level);
  const auto column = [side](double x) { return static_cast<int>(std::floor((x + kMercatorHalfM) / side)); };
  const auto row = [side](double y) { return static_cast<int>(std::floor((kMercatorHalfM - y) / side)); };
  std::set<TileKey> standIns;
  std::vector<std::pair<TileKey, std::shared_ptr<const QImage>>> ready;
  for (int x = std::max(column(box.minX), column(own.minX)); x <= std::min(column(box.maxX), column(own.maxX)); ++x)
    for (int y = std::max(row(box.maxY), row(own.maxY)); y <= std::min(row(box.minY), row(own.minY)); ++y) {
      const TileKey key{kind, group, 0, {level, x, y}};
      const Entry* entry = use(key);
      if (!entry || entry->isStale) want(key, view, key.square.world());
      if (!entry) addStandIns(frame, standIns, key);
      else if (const auto* image = std::get_if<std::shared_ptr<const QImage>>(&entry->content); image && *image && !(*image)->isNull()) ready.emplace_back(key, *image);
    }
  frame.pictures.insert(frame.pictures.end(), ready.begin(), ready.end());
}

/// The nearest coarser picture, or the four finer ones, of a square that is not there yet.
void TileStore::addStandIns(TileFrame& frame, std::set<TileKey>& added, const TileKey& key) {
  const auto add = [&](const TileKey& other) {
    const Entry* entry = use(other);
    const auto* image = entry ? std::get_if<std::shared_ptr<const QImage>>(&entry->content) : nullptr;
    if (!image || !*image) return false;
    if (!(*image)->isNull() && added.insert(other).second) frame.pictures.emplace_back(other, *image);
    return true;
  };
  TileKey other = key;
  for (int i = 0; i < kMostStandInLevels && other.square.level > 0; ++i) {
    other.square = other.square.parent();
    if (add(other)) return;
  }
  for (int i = 0; i < 4; ++i) {
    other.square = {key.square.level + 1, key.square.x * 2 + i % 2, key.square.y * 2 + i / 2};
    add(other);
  }
}

std::vector<std::shared_ptr<const LabelSet>> TileStore::labelsFor(const TileView& view) {
  std::vector<std::shared_ptr<const LabelSet>> found;
  forgetWishes(view.viewer);
  if (!m_layer || !m_isShown || !m_layer->labelScale() || view.camera.size.isEmpty()) return found;
  if (*m_layer->labelScale() > 0 && view.scaleDenominator > *m_layer->labelScale()) return found;
  const geo::Box visible = view.camera.visibleBox();
  for (std::size_t g = 0; g < m_layer->groups().size(); ++g) {
    const ScaleGroup& group = m_layer->groups()[g];
    if (!isInScale(group, view.scaleDenominator)) continue;
    const auto kind = m_layer->isDense(group, view.camera.pixelsPerMetre(), view.camera.size) ? TileKey::Kind::SparseLabels : TileKey::Kind::Labels;
    for (std::size_t i = 0; i < group.tree.leaves().size(); ++i) {
      const FeatureLeaf& leaf = group.tree.leaves()[i];
      if (!leaf.world.intersects(visible)) continue;
      const TileKey key{kind, g, i, {}};
      const Entry* entry = use(key);
      if (!entry || entry->isStale) want(key, view, leaf.world, kLabelsLaterM);
      if (!entry) continue;
      if (const auto* labels = std::get_if<std::shared_ptr<const LabelSet>>(&entry->content)) found.push_back(*labels);
    }
  }
  startNext();
  return found;
}

void TileStore::startNext() {
  while (m_running.size() < kMostRunning && !m_waiting.empty()) {
    const TileKey key = m_waiting.front().key;
    m_waiting.erase(m_waiting.begin());
    if (m_running.insert(key).second) run(key);
  }
}

void TileStore::run(const TileKey& key) {
  const std::uint64_t generation = *m_generation;
  tilePool().start([store = QPointer<TileStore>(this), layer = m_layer, key, current = m_generation, generation] {
    Generation progress(current, generation);
    auto [content, bytes] = make(*layer, key, progress);
    if (progress.isCancelled() || !QCoreApplication::instance()) return;
    QMetaObject::invokeMethod(QCoreApplication::instance(), [store, key, generation, content = std::move(content), bytes] {
      if (store) store->accept(key, generation, content, bytes);
    }, Qt::QueuedConnection);
  });
}

void TileStore::accept(const TileKey& key, std::uint64_t generation, TileContent content, std::size_t bytes) {
  if (generation != *m_generation) return;
  m_running.erase(key);
  Entry& entry = m_entries[key];
  m_bytes += bytes - entry.bytes;
  entry = {std::move(content), bytes, m_clock, false};
  trim();
  startNext();
  if (key.kind >= TileKey::Kind::Labels) emit labelsChanged();
  else emit changed();
}

void TileStore::trim() {
  while (m_bytes > kMostBytes) {
    auto oldest = m_entries.end();
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it)
      if (!isInUse(it->second) && (oldest == m_entries.end() || it->second.lastUsed < oldest->second.lastUsed)) oldest = it;
    if (oldest == m_entries.end()) return;
    m_bytes -= oldest->second.bytes;
    m_entries.erase(oldest);
  }
}

}  // namespace pianqu::app
