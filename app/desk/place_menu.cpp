#include "app/desk/place_menu.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

#include "layers/plan/edit_gestures.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::app {
namespace {

QString pair(double first, double second, int decimals) { return QString::number(first, 'f', decimals) + QLatin1Char(' ') + QString::number(second, 'f', decimals); }

}  // namespace

PlaceMenu::PlaceMenu(ProjectController& project, MapController& map, DistrictModel& districts, InspectorModel& inspector, MeasureController& measure, QObject* parent)
    : QObject(parent), m_project(project), m_map(map), m_districts(districts), m_inspector(inspector), m_measure(measure) {}

bool PlaceMenu::openAt(QPointF point) {
  const auto place = m_map.placeAt(point);
  if (!place) return false;
  m_point = point;
  m_positionText = pair(place->x, place->y, 2);
  const geo::LonLat lonLat = lonLatOf(m_map.camera()->view().worldAt(point));
  m_lonLatText = pair(lonLat.lon, lonLat.lat, 6);
  const auto feature = m_map.featureAt(point);
  m_uid = feature ? m_project.snapshot()->content->tableAt(*feature).uid(feature->row) : layers::Uid();
  if (feature) m_map.chooseWith(*feature);
  emit changed();
  return true;
}

QString PlaceMenu::title() const {
  if (!hasFeature()) return {};
  return m_map.selection()->count() > 1 ? tr("%n chosen", nullptr, m_map.selection()->count()) : m_inspector.title();
}

std::vector<layers::Member> PlaceMenu::units() const {
  std::vector<layers::Member> units;
  if (!hasFeature() || !m_project.isOpen()) return units;
  const CityContent& content = *m_project.snapshot()->content;
  for (const layers::Uid& uid : m_map.selection()->uids())
    if (const auto unit = layers::unitNamed(content.city, *content.index, uid)) units.push_back(*unit);
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

QString PlaceMenu::joinText() const {
  return m_districts.hasCurrent() ? tr("Add to %1 %2").arg(m_districts.currentCode(), m_districts.currentName()) : tr("Add to the active district");
}

bool PlaceMenu::canJoin() const { return m_project.canEdit() && m_districts.hasCurrent() && !m_districts.isCurrentPinned() && !units().empty(); }

void PlaceMenu::copyPosition() { copy(m_positionText); }
void PlaceMenu::copyLonLat() { copy(m_lonLatText); }

void PlaceMenu::copy(const QString& text) {
  QGuiApplication::clipboard()->setText(text);
  emit m_project.noticeRaised(tr("Copied: %1").arg(text));
}

void PlaceMenu::centre() {
  const QSizeF size = m_map.camera()->viewSize();
  m_map.panBy(QPointF(size.width() / 2, size.height() / 2) - m_point);
}

void PlaceMenu::measure(bool isArea) {
  m_measure.start(isArea);
  m_measure.pressAt(m_point);
}

void PlaceMenu::selectAlike() { m_map.selection()->selectAlike(m_uid); }

void PlaceMenu::join() {
  if (!canJoin()) return;
  auto edit = layers::paintUnits(*m_project.snapshot()->plan, m_districts.currentUid().toStdString(), units());
  if (!edit) return m_project.raise(edit.error());
  m_project.commitEdits({std::move(*edit)}, {});
}

}  // namespace pianqu::app
