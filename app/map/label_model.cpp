#include "app/map/label_model.hpp"

#include <QRectF>
#include <algorithm>

#include "app/map/scene_drawing.hpp"

namespace pianqu::app {
namespace {

constexpr std::size_t kMostLabels = 140;
constexpr std::size_t kMostTries = 3000;
constexpr double kGapPx = 3;
/// A symbol that says nothing of its label's scale is meant for a sheet of one district; on a map of the city the texts of points would hide it.
constexpr double kPointLabelScale = 2500;

geo::BoxIndex indexOf(const std::vector<LabelWish>& wishes) {
  std::vector<geo::Box> boxes(wishes.size());
  for (std::size_t i = 0; i < wishes.size(); ++i) boxes[i].add(wishes[i].world);
  return geo::BoxIndex(boxes);
}

/// Room that a text takes: Chinese characters are as wide as high, Latin ones about half.
double widthOf(const QString& text, double sizePx) {
  double width = 0;
  for (const QChar c : text) width += c.unicode() < 0x2E80 ? 0.58 : 1.0;
  return width * sizePx + 2 * kGapPx;
}

QRectF roomOf(const LabelWish& wish, bool isShort, QPointF at) {
  const double width = widthOf(isShort ? wish.shortText : wish.text, wish.sizePx);
  const double height = wish.sizePx * 1.25 + 2 * kGapPx;
  return {at.x() - width / 2, at.y() - height / 2, width, height};
}

/// Metres of Web Mercator a metre on the ground, where the layer is.
double stretchOf(const layers::SceneLayer& layer, const geo::Crs& crs) {
  for (const auto& item : layer.items) {
    if (!item.label) continue;
    const auto place = geo::transform(crs, geo::Crs::webMercator(), geo::XYGeometry{geo::XYGeometry::Points{{item.label->at}}});
    return place ? mercatorStretch(std::get<geo::XYGeometry::Points>(place->value).points.front()) : 1;
  }
  return 1;
}

}  // namespace

geo::Result<LabelSet> labelsOf(const layers::Scene& scene, const layers::SceneLayer& layer, const geo::Crs& crs, double pixelsPerMm) {
  LabelSet set;
  std::vector<geo::XY> places;
  const double stretch = stretchOf(layer, crs);
  for (const auto& item : layer.items) {
    const layers::Symbol& symbol = scene.symbols[item.symbol];
    if (!item.label || !symbol.label.isShown() || item.label->text.empty()) continue;
    const QStringList lines = QString::fromStdString(item.label->text).split(QLatin1Char('\n'));
    const geo::Box box = geo::boxOf(item.geometry);
    const double sizePx = std::max(symbol.label.sizeMm * pixelsPerMm, 11.0);
    const double abovePx = std::holds_alternative<geo::XYGeometry::Points>(item.geometry.value) ? symbol.markerMm * pixelsPerMm / 2 + sizePx * 0.7 : 0;
    double maxScale = symbol.labelMaxScale > 0 ? symbol.labelMaxScale : symbol.maxScale;
    if (maxScale == 0 && symbol.shape == layers::SymbolShape::Point) maxScale = kPointLabelScale;
    set.wishes.push_back({lines.join(QLatin1Char(' ')), lines.size() > 1 ? lines.first() : QString(), box.width() * stretch, item.label->at, abovePx, sizePx, toQt(symbol.label.colour), symbol.label.isBold,
                          symbol.label.priority + item.label->boost, maxScale});
    places.push_back(item.label->at);
  }
  if (auto done = geo::transform(crs, geo::Crs::webMercator(), places); !done) return geo::fail(std::move(done));
  for (std::size_t i = 0; i < places.size(); ++i) set.wishes[i].world = places[i];
  std::stable_sort(set.wishes.begin(), set.wishes.end(), [](const LabelWish& a, const LabelWish& b) { return a.priority > b.priority; });
  set.index = indexOf(set.wishes);
  return set;
}

LabelModel::LabelModel(MapCamera& camera, QObject* parent) : QAbstractListModel(parent), m_camera(camera) {
  connect(&camera, &MapCamera::changed, this, &LabelModel::place);
}

int LabelModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_placed.size()); }

QVariant LabelModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Placed& placed = m_placed[static_cast<std::size_t>(index.row())];
  switch (role) {
    case TextRole: return placed.isShort ? placed.wish->shortText : placed.wish->text;
    case PlaceRole: return placed.place;
    case SizeRole: return placed.wish->sizePx;
    case ColourRole: return placed.wish->colour;
    case BoldRole: return placed.wish->isBold;
    default: return {};
  }
}

QHash<int, QByteArray> LabelModel::roleNames() const {
  return {{TextRole, "words"}, {PlaceRole, "place"}, {SizeRole, "sizePx"}, {ColourRole, "colour"}, {BoldRole, "isBold"}};
}

void LabelModel::setLabels(const QString& layerKey, std::shared_ptr<const LabelSet> labels) {
  // The old set must outlive the rows that point into it.
  const auto old = std::exchange(m_sources[layerKey].labels, std::move(labels));
  place();
}

void LabelModel::setShown(const QString& layerKey, bool isShown) {
  m_sources[layerKey].isShown = isShown;
  place();
}

std::vector<const LabelWish*> LabelModel::wishesInView() const {
  const geo::Box visible = m_camera.view().visibleBox();
  const double scale = m_camera.scaleDenominator();
  std::vector<const LabelWish*> wishes;
  for (const auto& [key, source] : m_sources) {
    if (!source.labels || !source.isShown) continue;
    for (const std::size_t i : source.labels->index.find(visible)) {
      const LabelWish& wish = source.labels->wishes[i];
      if (wish.maxScale == 0 || scale <= wish.maxScale) wishes.push_back(&wish);
    }
  }
  std::stable_sort(wishes.begin(), wishes.end(), [](const LabelWish* a, const LabelWish* b) { return a->priority > b->priority; });
  if (wishes.size() > kMostTries) wishes.resize(kMostTries);
  return wishes;
}

bool LabelModel::isShortAt(const LabelWish& wish) const {
  return !wish.shortText.isEmpty() && widthOf(wish.text, wish.sizePx) > wish.featureWidthM * m_camera.view().pixelsPerMetre();
}

void LabelModel::place() {
  std::vector<Placed> placed;
  std::vector<QRectF> taken;
  const QRectF screen(QPointF(), m_camera.viewSize());
  for (const LabelWish* wish : wishesInView()) {
    if (placed.size() == kMostLabels) break;
    const QPointF at = m_camera.view().screenOf(wish->world) - QPointF(0, wish->abovePx);
    const auto isTaken = [&](const QRectF& room) {
      return std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(room); });
    };
    bool isShort = isShortAt(*wish);
    QRectF room = roomOf(*wish, isShort, at);
    if (!isShort && !wish->shortText.isEmpty() && isTaken(room)) room = roomOf(*wish, isShort = true, at);
    if (!screen.intersects(room) || isTaken(room)) continue;
    taken.push_back(room);
    placed.push_back({wish, at, isShort});
  }
  show(std::move(placed));
}

void LabelModel::show(std::vector<Placed> placed) {
  const int before = rowCount(), after = static_cast<int>(placed.size());
  if (after < before) beginRemoveRows({}, after, before - 1);
  if (after > before) beginInsertRows({}, before, after - 1);
  m_placed = std::move(placed);
  if (after < before) endRemoveRows();
  if (after > before) endInsertRows();
  if (const int kept = std::min(before, after); kept > 0) emit dataChanged(index(0), index(kept - 1));
}

}  // namespace pianqu::app
