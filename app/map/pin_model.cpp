#include "app/map/pin_model.hpp"

#include "geo/overlay/overlay.hpp"

namespace pianqu::app {
namespace {
constexpr std::size_t kMostShown = 150;
}

PinModel::PinModel(ProjectController& project, MapCamera& camera, QObject* parent) : QAbstractListModel(parent), m_project(project), m_camera(camera) {
  connect(&project, &ProjectController::snapshotChanged, this, &PinModel::reload);
  connect(&camera, &MapCamera::changed, this, &PinModel::place);
}

void PinModel::reload() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (snapshot && snapshot->plan == m_plan) return;
  m_plan = snapshot ? snapshot->plan : nullptr;
  m_pins.clear();
  if (m_plan) {
    for (const auto& district : m_plan->districts) {
      const auto inside = district.isPinned ? geo::pointInside(district.shape) : std::nullopt;
      const auto lonLat = inside ? geo::toLonLat(snapshot->crs, *inside) : geo::Result<geo::LonLat>(geo::fail(geo::ErrorCode::NotFound, ""));
      if (lonLat) m_pins.push_back({QString::fromStdString(district.code), worldOf(*lonLat)});
    }
  }
  place();
}

void PinModel::place() {
  std::vector<Placed> placed;
  const geo::Box visible = m_camera.view().visibleBox();
  for (const Pin& pin : m_pins)
    if (visible.contains(pin.world) && placed.size() < kMostShown) placed.push_back({pin.code, m_camera.view().screenOf(pin.world)});
  const bool isSameCount = placed.size() == m_placed.size();
  if (!isSameCount) beginResetModel();
  m_placed = std::move(placed);
  if (!isSameCount) return endResetModel();
  if (!m_placed.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

int PinModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_placed.size()); }

QVariant PinModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Placed& pin = m_placed[static_cast<std::size_t>(index.row())];
  return role == CodeRole ? QVariant(pin.code) : role == PlaceRole ? QVariant(pin.place) : QVariant();
}

QHash<int, QByteArray> PinModel::roleNames() const { return {{CodeRole, "code"}, {PlaceRole, "place"}}; }

}  // namespace pianqu::app
