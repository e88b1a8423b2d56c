#include "app/map/loose_ends_model.hpp"

#include <algorithm>

#include "app/map/edit_preview.hpp"
#include "layers/plan/plan_index.hpp"

namespace pianqu::app {
namespace {

using Kind = layers::LooseEnd::Kind;
using Polygons = geo::XYGeometry::Polygons;
constexpr double kLookAroundM = 60;

}  // namespace

struct LooseEndsModel::Found {
  std::vector<layers::LooseEnd> ends;
  std::shared_ptr<const MapGeometry> geometry;
  std::optional<geo::Error> error;
};

LooseEndsModel::LooseEndsModel(ProjectController& project, const layers::Theme& theme, double pixelsPerMm, QObject* parent) : QObject(parent), m_project(project) {
  for (const char* key : {"screen.unassigned", "screen.enclave", "screen.gap", "screen.part"}) m_pens.push_back(penOf(theme, key, pixelsPerMm));
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::snapshotChanged, this, &LooseEndsModel::search);
}

LooseEndsModel::~LooseEndsModel() { m_pool.waitForDone(); }

void LooseEndsModel::setShown(bool isShown) {
  if (isShown == m_isShown) return;
  m_isShown = isShown;
  m_layer.setShown(isShown);
  search();
  emit changed();
}

void LooseEndsModel::search() {
  const SnapshotPtr snapshot = m_project.snapshot();
  if (!snapshot) {
    m_ends.clear();
    m_plan.reset();
    m_layer.setGeometry(nullptr);
    return emit changed();
  }
  if (!m_isShown || m_isRunning || m_plan == snapshot->plan) return;
  m_isRunning = true;
  emit changed();
  m_pool.start([this, snapshot, pens = m_pens, folder = m_dataFolder.toStdString()] {
    auto found = std::make_shared<Found>();
    const layers::City& city = snapshot->content->city;
    if (const auto rules = layers::MergeRules::read(folder)) {
      found->ends = layers::looseEnds(layers::PlanIndex(city), *snapshot->plan, layers::selectUnits(city, *snapshot->plan, *rules).units);
      Drawing drawing{pens, {}};
      for (const auto& end : found->ends) drawing.features.push_back({{Polygons{end.shape}}, static_cast<std::size_t>(end.kind)});
      found->geometry = geometryOf(std::move(drawing), snapshot->crs);
    } else {
      found->error = rules.error();
    }
    QMetaObject::invokeMethod(this, [this, snapshot, found] {
      m_isRunning = false;
      if (found->error) m_project.raise(*found->error);
      m_plan = snapshot->plan;
      m_ends = std::move(found->ends);
      m_layer.setGeometry(found->geometry);
      if (m_isStepAwaited) step();
      search();   // the plan may have changed meanwhile
      emit changed();
    }, Qt::QueuedConnection);
  });
}

int LooseEndsModel::count(Kind kind) const {
  return static_cast<int>(std::count_if(m_ends.begin(), m_ends.end(), [kind](const auto& end) { return end.kind == kind; }));
}

QString LooseEndsModel::text() const {
  if (!m_isShown) return {};
  if (m_isRunning && !m_plan) return tr("searching");
  QStringList texts{tr("%n unassigned", nullptr, unassigned())};
  if (enclaves() > 0) texts.append(tr("%n enclaves", nullptr, enclaves()));
  if (gaps() > 0) texts.append(tr("%n gaps", nullptr, gaps()));
  if (parts() > 0) texts.append(tr("%n loose parts", nullptr, parts()));
  return texts.join(QStringLiteral(" · "));
}

void LooseEndsModel::goToNext() {
  if (!m_project.isOpen()) return;
  m_isStepAwaited = true;
  setShown(true);
  if (!m_isRunning) step();
}

void LooseEndsModel::step() {
  m_isStepAwaited = false;
  // Unassigned units first: placing them is the work; the rest when there are none.
  std::vector<const layers::LooseEnd*> list;
  for (const bool isUnassigned : {true, false}) {
    for (const auto& end : m_ends)
      if ((end.kind == Kind::Unassigned) == isUnassigned) list.push_back(&end);
    if (!list.empty()) break;
  }
  if (list.empty()) return emit m_project.noticeRaised(tr("Every unit is in a district; no enclave, no gap, no loose part."));
  const auto last = std::find_if(list.begin(), list.end(), [this](const auto* end) { return end->uid == m_lastUid; });
  const auto* next = last == list.end() || last + 1 == list.end() ? list.front() : *(last + 1);
  m_lastUid = next->uid;
  emit lookRequested(boxOf(next->shape).grownBy(kLookAroundM));
}

}  // namespace pianqu::app
