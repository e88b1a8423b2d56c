#include "app/map/edit_controller.hpp"

#include <cmath>

#include "app/edit/path_tool.hpp"
#include "app/edit/tool_making.hpp"
#include "app/model/said.hpp"

namespace pianqu::app {
namespace {

constexpr double kSnapPx = 12;

static_assert(static_cast<int>(ToolKind::Select) == EditController::Select && static_cast<int>(ToolKind::CutLine) == EditController::CutLine);

}  // namespace

EditController::EditController(ProjectController& project, DistrictModel& districts, const MapCamera& camera, const layers::Theme& theme, QObject* parent)
    : QObject(parent), m_project(project), m_districts(districts), m_camera(camera), m_preview(theme, camera.pixelsPerMm()), m_looseEnds(project, theme, camera.pixelsPerMm()) {
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::snapshotChanged, this, &EditController::follow);
  connect(&project, &ProjectController::opened, this, [this] { setTool(Select); });
  connect(&project, &ProjectController::problemRaised, this, &EditController::pictureUpdated);
  const auto reset = [this] {
    if (m_tool) m_tool->setOptions(m_options.forDistrict(activeDistrict()));
    refresh();
  };
  connect(&districts, &DistrictModel::currentChanged, this, reset);
  connect(&m_options, &EditOptions::changed, this, reset);
}

EditController::~EditController() { m_pool.waitForDone(); }

void EditController::setDataFolder(const QString& dataFolder) {
  m_dataFolder = dataFolder;
  m_looseEnds.setDataFolder(dataFolder);
}

layers::Uid EditController::activeDistrict() const {
  if (m_kind == Draw || (m_kind == Paint && m_options.isIntoNew())) return {};
  return m_districts.currentUid().toStdString();
}

void EditController::setTool(Tool tool) {
  if (tool != Select && !m_project.canEdit()) tool = Select;
  if (tool == m_kind && (m_tool || tool == Select)) return;
  m_kind = tool;
  makeTool();
  emit toolChanged();
}

void EditController::makeTool() {
  m_tool.reset();
  m_isPictureAwaited = false;
  m_snap.reset();
  m_preview.clear();
  m_figures.clear();
  if (m_kind != Select && !m_scene.ground) prepare();
  if (m_kind != Select && m_scene.ground) m_tool = pianqu::app::makeTool(static_cast<ToolKind>(m_kind), m_scene, m_options.forDistrict(activeDistrict()));
  if (m_tool) m_tool->setOptions(m_options.forDistrict(activeDistrict()));
  refresh();
}

void EditController::prepare() {
  if (m_isPreparing || !m_project.isOpen()) return;
  m_isPreparing = true;
  m_pool.start([this, snapshot = m_project.snapshot(), folder = m_dataFolder.toStdString()] {
    auto ground = EditGround::make(snapshot->content->city, folder);
    QMetaObject::invokeMethod(this, [this, snapshot, ground = std::move(ground)]() mutable {
      m_isPreparing = false;
      if (!ground) return m_project.raise(ground.error());
      if (!m_project.snapshot() || m_project.snapshot()->content != snapshot->content) return;
      m_content = snapshot->content;
      m_scene.ground = std::move(*ground);
      follow();
      makeTool();
    }, Qt::QueuedConnection);
  });
}

void EditController::follow() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (!snapshot || snapshot->content != m_content) {
    // A tool looks at the city that goes away now.
    if (m_scene.ground || !snapshot) setTool(Select);
    m_scene = {};
    m_content.reset();
    m_thresholds.reset();
    return;
  }
  followThresholds(*snapshot);
  if (m_scene.plan == snapshot->plan) return;
  const auto before = m_scene.plan;
  m_scene.plan = snapshot->plan;
  m_scene.boundaries = std::make_shared<const geo::SnapIndex>(boundarySnaps(*snapshot->plan));
  // A district that was drawn or painted just now is the one that work goes on with.
  if (m_isNewAwaited && before) {
    m_isNewAwaited = false;
    for (const auto& district : snapshot->plan->districts)
      if (!before->findDistrict(district.uid)) m_districts.setCurrentUid(QString::fromStdString(district.uid));
  }
  if (m_tool) m_tool->setScene(m_scene);
  refresh();
}

/// Called before m_scene has the plan of `snapshot`.
void EditController::followThresholds(const Snapshot& snapshot) {
  if (m_thresholds && m_scene.plan && m_scene.plan->parameters == snapshot.plan->parameters && m_profile == snapshot.profile) return;
  auto thresholds = layers::DistrictThresholds::read(m_dataFolder.toStdString(), *snapshot.plan, snapshot.profile);
  m_thresholds = thresholds ? std::optional(std::move(*thresholds)) : std::nullopt;
  m_profile = snapshot.profile;
  if (m_scene.plan == snapshot.plan) refresh();
}

PointerEvent EditController::eventAt(QPointF point, int modifiers) {
  m_pointer = point;
  const CameraView& view = m_camera.view();
  PointerEvent event;
  event.isControl = (modifiers & Qt::ControlModifier) != 0;
  event.pixelM = 1 / (view.pixelsPerMetre() * mercatorStretch(view.centre));
  if (const auto place = geo::fromLonLat(m_project.snapshot()->crs, lonLatOf(view.worldAt(point)))) m_place = *place;
  m_snap.reset();
  // With Control held nothing snaps.
  if (m_tool->canSnap() && m_options.isSnapping() && !event.isControl) m_snap = m_scene.snap(m_place, kSnapPx * event.pixelM);
  event.snap = m_snap;
  event.at = m_snap ? m_snap->point : m_place;
  return event;
}

void EditController::pressAt(QPointF point, int modifiers) {
  // What is being saved decides what the next stroke starts from.
  if (!m_tool || m_project.isBusy()) return;
  m_tool->press(eventAt(point, modifiers));
  refresh();
}

void EditController::moveTo(QPointF point, int modifiers) {
  if (!m_tool) return;
  m_tool->move(eventAt(point, modifiers));
  refresh();
}

void EditController::releaseAt(QPointF point, int modifiers) {
  if (!m_tool) return;
  m_tool->release(eventAt(point, modifiers));
  refresh();
}

void EditController::finish() {
  if (!m_tool) return;
  auto* path = dynamic_cast<PathTool*>(m_tool.get());
  if (path && path->placeTyped(m_place)) emit typedPlaced();
  else m_tool->finish();
  if (!m_tool->isBusy()) emit typedPlaced();
  refresh();
}

void EditController::takeBack() {
  if (m_tool) m_tool->takeBack();
  refresh();
}

void EditController::erase() {
  if (m_tool) m_tool->erase();
  refresh();
}

void EditController::cancel() {
  if (!m_tool) return;
  emit typedPlaced();
  if (!m_tool->isBusy()) return setTool(Select);
  m_tool->cancel();
  refresh();
}

void EditController::setTyped(const QString& length, const QString& bearing, const QString& x, const QString& y) {
  if (!m_tool) return;
  const auto number = [](const QString& text) {
    bool isNumber = false;
    const double value = QString(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
  };
  m_tool->setTyped({number(length), number(bearing), number(x), number(y)});
  PointerEvent event;
  event.at = m_place;
  m_tool->move(event);
  refresh();
}

void EditController::refresh() {
  m_problem.clear();
  if (auto outcome = m_tool ? m_tool->takeOutcome() : std::nullopt) accept(std::move(*outcome));
  if (m_tool) {   // who was given an area or a line puts the tool down
    const Preview& preview = m_tool->preview();
    if (preview.pending && !*preview.pending) m_problem = said(preview.pending->error().text);
    // An accepted stroke stays in sight until the map has it, so that nothing flickers back.
    if (!m_isPictureAwaited || m_tool->isBusy()) {
      m_preview.show(preview, m_scene, m_project.snapshot()->crs);
      showFigures();
    }
  }
  emit previewChanged();
}

void EditController::pictureUpdated() {
  if (!m_isPictureAwaited) return;
  m_isPictureAwaited = false;
  refresh();
}

void EditController::accept(Outcome outcome) {
  if (!outcome.line.empty()) return emit cutDrawn(outcome.line);
  if (!outcome.edit) return emit areaDrawn(outcome.area);
  if (!*outcome.edit) return m_project.raise(outcome.edit->error());
  m_isPictureAwaited = true;
  m_isNewAwaited = std::holds_alternative<layers::AddDistrict>(**outcome.edit);
  m_project.commitEdits({std::move(**outcome.edit)}, {});
}

void EditController::showFigures() {
  const Preview& preview = m_tool->preview();
  const auto* thresholds = m_thresholds ? &*m_thresholds : nullptr;
  const auto titleOf = [this](const layers::Uid& uid) {
    const auto* district = m_scene.plan->findDistrict(uid);
    return district && !uid.empty() ? QString::fromStdString(district->code + " " + district->name) : tr("New district");
  };
  if (preview.pending && *preview.pending) {
    const auto changes = m_scene.ground->ledger.changes(*m_scene.plan, **preview.pending);
    if (!changes.empty()) {
      m_figures.show(titleOf(changes.front().districtUid), changes.front().before, changes.front().after, thresholds);
      return m_figures.setOthers(othersOf(*m_scene.plan, changes));
    }
  }
  m_figures.setOthers({});
  if (!preview.area.empty() && (m_kind == Draw || m_kind == Area))
    return m_figures.show(m_kind == Draw ? tr("New district") : tr("Area"), m_scene.ground->ledger.inside(preview.area), std::nullopt, thresholds);
  const auto* current = m_scene.plan->findDistrict(activeDistrict());
  if (current && !activeDistrict().empty()) return m_figures.show(titleOf(current->uid), m_scene.ground->ledger.of(*current), std::nullopt, thresholds);
  m_figures.clear();
}

QString EditController::measureText() const {
  if (!m_tool) return {};
  const DrawnMeasures& m = m_tool->preview().measures;
  const auto number = [](double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); };
  QStringList parts;
  if (m.segmentM) parts.append(number(*m.segmentM, 2) + QStringLiteral(" m"));
  if (m.bearingDeg) parts.append(tr("bearing %1°").arg(number(*m.bearingDeg, 2)));
  if (m.turnDeg) parts.append(QStringLiteral("∠ %1°").arg(number(*m.turnDeg, 1)));
  QStringList whole;
  if (m.areaM2) whole.append(number(*m.areaM2 / 10000, 3) + QLatin1Char(' ') + tr("ha"));
  if (m.lengthM) whole.append((m.areaM2 ? tr("perimeter %1 m") : tr("length %1 m")).arg(number(*m.lengthM, 1)));
  return parts.join(QStringLiteral("  ")) + (whole.isEmpty() ? QString() : QLatin1Char('\n') + whole.join(QStringLiteral("  ")));
}

QPointF EditController::screenOf(geo::XY place) const {
  const auto lonLat = geo::toLonLat(m_project.snapshot()->crs, place);
  return lonLat ? m_camera.view().screenOf(worldOf(*lonLat)) : QPointF();
}

QPointF EditController::snapPoint() const { return m_snap && m_project.isOpen() ? screenOf(m_snap->point) : QPointF(); }

QString EditController::snapText() const {
  if (!m_snap) return {};
  const QString kind = m_snap->kind == geo::SnapKind::Vertex ? tr("corner") : m_snap->kind == geo::SnapKind::Intersection ? tr("crossing") : tr("side");
  switch (static_cast<SnapLayer>(m_snap->layer)) {
    case SnapLayer::District: return tr("Boundary") + QStringLiteral(" · ") + kind;
    case SnapLayer::Road: return tr("Road") + QStringLiteral(" · ") + kind;
    case SnapLayer::Wall: return tr("Wall") + QStringLiteral(" · ") + kind;
    case SnapLayer::Estate: return tr("Red line") + QStringLiteral(" · ") + kind;
    case SnapLayer::Building: return tr("Building") + QStringLiteral(" · ") + kind;
    case SnapLayer::Water: return tr("Water") + QStringLiteral(" · ") + kind;
    case SnapLayer::Admin: return tr("Administrative line") + QStringLiteral(" · ") + kind;
  }
  return kind;
}

}  // namespace pianqu::app
