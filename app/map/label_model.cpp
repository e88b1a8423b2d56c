#include "app/map/label_model.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace pianqu::app {
namespace {

constexpr std::size_t kMostLabels = 140;
constexpr std::size_t kMostTries = 3000;
constexpr double kGapPx = 3;
/// Texts beyond the edge that are chosen as well, so that a small move finds them there; a larger move chooses anew.
constexpr double kMarginPx = 96;
constexpr double kLineHeight = 1.25;
constexpr double kRadian = std::numbers::pi / 180;

/// Room that a text takes: Chinese characters are as wide as high, Latin ones about half.
double widthOf(const QString& text, double sizePx) {
  double width = 0;
  for (const QChar c : text) width += c.unicode() < 0x2E80 ? 0.58 : 1.0;
  return width * sizePx + 2 * kGapPx;
}

/// Boxes that are taken, in a grid of cells.
class TakenRoom {
 public:
  bool isFree(const std::vector<QRectF>& boxes) const {
    return std::none_of(boxes.begin(), boxes.end(), [this](const QRectF& box) {
      bool isTaken = false;
      visit(box, [&](std::int64_t cell) {
        const auto found = m_cells.find(cell);
        if (isTaken || found == m_cells.end()) return;
        isTaken = std::any_of(found->second.begin(), found->second.end(), [&](const QRectF& other) { return other.intersects(box); });
      });
      return isTaken;
    });
  }
  void take(const std::vector<QRectF>& boxes) {
    for (const QRectF& box : boxes) visit(box, [&](std::int64_t cell) { m_cells[cell].push_back(box); });
  }

 private:
  static constexpr double kCellPx = 64;
  template <class Visit>
  static void visit(const QRectF& box, Visit use) {
    const auto cell = [](double px) { return static_cast<std::int64_t>(std::floor(px / kCellPx)); };
    for (std::int64_t x = cell(box.left()); x <= cell(box.right()); ++x)
      for (std::int64_t y = cell(box.top()); y <= cell(box.bottom()); ++y) use(x * 100000 + y);
  }
  std::unordered_map<std::int64_t, std::vector<QRectF>> m_cells;
};

/// One box for a level text; a chain of squares for one that is turned.
std::vector<QRectF> roomOf(const LabelWish& wish, bool isShort, QPointF at, double angleDeg) {
  const double width = widthOf(isShort ? wish.shortText : wish.text, wish.sizePx), height = wish.sizePx * kLineHeight + 2 * kGapPx;
  if (std::abs(angleDeg) < 3) return {{at.x() - width / 2, at.y() - height / 2, width, height}};
  const int count = std::max(1, static_cast<int>(std::ceil(width / height)));
  const QPointF along(std::cos(angleDeg * kRadian), std::sin(angleDeg * kRadian));
  std::vector<QRectF> room;
  for (int i = 0; i < count; ++i) {
    const QPointF middle = at + along * ((i + 0.5) / count - 0.5) * width;
    room.emplace_back(middle.x() - height / 2, middle.y() - height / 2, height, height);
  }
  return room;
}

/// Degrees clockwise on the screen, so that the text is never upside down.
double screenAngle(const LabelWish& wish, double bearingDeg) {
  if (!wish.isAlong) return 0;
  double angle = std::fmod(-wish.angleDeg - bearingDeg, 180);
  if (angle > 90) angle -= 180;
  if (angle <= -90) angle += 180;
  return angle;
}

}  // namespace

LabelModel::LabelModel(MapCamera& camera, QObject* parent) : QAbstractListModel(parent), m_camera(camera) {
  connect(&camera, &MapCamera::changed, this, &LabelModel::follow);
  m_timer.setSingleShot(true);
  m_timer.setInterval(0);
  connect(&m_timer, &QTimer::timeout, this, &LabelModel::place);
}

int LabelModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_placed.size()); }

QVariant LabelModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Placed& placed = m_placed[static_cast<std::size_t>(index.row())];
  switch (role) {
    case TextRole: return placed.isShort ? placed.wish->shortText : placed.wish->text;
    case PlaceRole: return placed.place;
    case AngleRole: return placed.angleDeg;
    case SizeRole: return placed.wish->sizePx;
    case ColourRole: return placed.wish->colour;
    case BoldRole: return placed.wish->isBold;
    default: return {};
  }
}

QHash<int, QByteArray> LabelModel::roleNames() const {
  return {{TextRole, "words"}, {PlaceRole, "place"}, {AngleRole, "angle"}, {SizeRole, "sizePx"}, {ColourRole, "colour"}, {BoldRole, "isBold"}};
}

void LabelModel::setLayers(const QList<TileStore*>& layers) {
  for (const auto& before : m_layers)
    if (before) before->disconnect(&m_timer);
  m_layers.assign(layers.begin(), layers.end());
  for (TileStore* tiles : layers) connect(tiles, &TileStore::labelsChanged, &m_timer, qOverload<>(&QTimer::start));
  m_timer.start();
}

void LabelModel::follow() {
  const CameraView& view = m_camera.view();
  const bool isMoved = view.zoom == m_placedFor.zoom && view.bearingDeg == m_placedFor.bearingDeg && view.size == m_placedFor.size;
  const QPointF shift = isMoved ? view.screenOf(m_placedFor.centre) - QPointF(view.size.width() / 2, view.size.height() / 2) : QPointF();
  if (!isMoved || std::max(std::abs(shift.x()), std::abs(shift.y())) > kMarginPx) return place();
  if (shift == m_shift) return;
  m_shift = shift;
  emit shiftChanged();
}

std::vector<LabelModel::Placed> LabelModel::candidates() const {
  CameraView view = m_camera.view();
  view.size += QSizeF(2 * kMarginPx, 2 * kMarginPx);
  const geo::Box visible = view.visibleBox();
  const double scale = m_camera.scaleDenominator();
  std::vector<Placed> found;
  for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer) {
    if (!*layer) continue;
    for (const auto& set : (*layer)->labelsFor({.camera = view, .scaleDenominator = scale, .viewer = this}))
      for (const LabelWish& wish : *set)
        if (visible.contains(wish.world) && (wish.maxScale == 0 || scale <= wish.maxScale)) found.push_back({set, &wish, {}, 0, false});
  }
  std::stable_sort(found.begin(), found.end(), [this](const Placed& a, const Placed& b) {
    if (a.wish->priority != b.wish->priority) return a.wish->priority > b.wish->priority;
    return m_wereThere.contains(a.wish) && !m_wereThere.contains(b.wish);
  });
  if (found.size() > kMostTries) found.resize(kMostTries);
  return found;
}

bool LabelModel::isShortAt(const LabelWish& wish) const {
  return !wish.shortText.isEmpty() && widthOf(wish.text, wish.sizePx) > wish.featureWidthM * m_camera.view().pixelsPerMetre();
}

void LabelModel::place() {
  m_timer.stop();
  std::vector<Placed> placed;
  TakenRoom taken;
  const CameraView& view = m_camera.view();
  const QRectF screen = QRectF(QPointF(), view.size).adjusted(-kMarginPx, -kMarginPx, kMarginPx, kMarginPx);
  for (Placed& wanted : candidates()) {
    if (placed.size() == kMostLabels) break;
    const LabelWish& wish = *wanted.wish;
    // A text along a line that is longer than the line would belong to nothing.
    if (wish.isAlong && widthOf(wish.text, wish.sizePx) > wish.featureWidthM * view.pixelsPerMetre()) continue;
    wanted.place = view.screenOf(wish.world) - QPointF(0, wish.abovePx);
    wanted.angleDeg = screenAngle(wish, view.bearingDeg);
    wanted.isShort = isShortAt(wish);
    auto room = roomOf(wish, wanted.isShort, wanted.place, wanted.angleDeg);
    if (!wanted.isShort && !wish.shortText.isEmpty() && !taken.isFree(room)) room = roomOf(wish, wanted.isShort = true, wanted.place, wanted.angleDeg);
    if (!screen.contains(wanted.place) || !taken.isFree(room)) continue;
    taken.take(room);
    placed.push_back(std::move(wanted));
  }
  m_placedFor = view;
  m_wereThere.clear();
  for (const Placed& each : placed) m_wereThere.insert(each.wish);
  show(std::move(placed));
  if (!std::exchange(m_shift, QPointF()).isNull()) emit shiftChanged();
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
