#include "app/map/assistant_controller.hpp"

#include <algorithm>

#include "app/model/said.hpp"
#include "geo/measure/measure.hpp"
#include "layers/plan/units.hpp"

namespace pianqu::app {
namespace {

using Polygons = geo::XYGeometry::Polygons;
using Lines = geo::XYGeometry::Lines;

QString number(double value, int decimals) { return QString::fromStdString(layers::formatNumber(value, decimals)); }

std::optional<double> numberIn(const QString& text) {
  bool isNumber = false;
  const double value = text.trimmed().toDouble(&isNumber);
  return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

struct AssistantController::Answer {
  geo::Result<layers::MergeProposal> proposal = geo::fail(geo::ErrorCode::Cancelled, "");
  std::shared_ptr<const layers::Plan> plan;
  std::string explainUid;
};

/// Carries progress to the window and its wish to stop to the solver.
class AssistantController::Watch : public geo::Progress {
 public:
  Watch(AssistantController& owner, std::shared_ptr<std::atomic<bool>> flag) : m_owner(owner), m_flag(std::move(flag)) {}
  bool isCancelled() const override { return *m_flag; }
  void report(double part, std::string_view) override {
    if (part < m_reported + 0.01 && part < 1) return;
    m_reported = part;
    QMetaObject::invokeMethod(&m_owner, [&owner = m_owner, part] { owner.m_progress = part; emit owner.progressChanged(); }, Qt::QueuedConnection);
  }

 private:
  AssistantController& m_owner;
  std::shared_ptr<std::atomic<bool>> m_flag;
  double m_reported = 0;
};

AssistantController::AssistantController(ProjectController& project, EditController& edit, InspectorModel& inspector, const layers::Theme& theme, double pixelsPerMm, QObject* parent)
    : QAbstractListModel(parent), m_project(project), m_edit(edit), m_inspector(inspector), m_in(penOf(theme, "screen.proposed", pixelsPerMm)), m_out(penOf(theme, "screen.proposed.out", pixelsPerMm)),
      m_fence(penOf(theme, "screen.scope", pixelsPerMm)) {
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::snapshotChanged, this, &AssistantController::follow);
  connect(&edit, &EditController::areaDrawn, this, [this](const geo::MultiPolygon<geo::XY>& area) {
    m_lasso = area;
    m_scope = Lasso;
    m_edit.setTool(EditController::Select);
    draw();
    emit changed();
  });
  connect(&edit, &EditController::cutDrawn, this, [this](const geo::Line<geo::XY>& line) {
    m_cuts.push_back(line);
    m_edit.setTool(EditController::Select);
    draw();
    emit changed();
  });
  connect(&inspector, &InspectorModel::featureChanged, this, [this] {
    m_explanation.clear();
    emit changed();
  });
}

AssistantController::~AssistantController() {
  stop();
  m_pool.waitForDone();
}

void AssistantController::follow() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (!snapshot || snapshot->content != m_content) {
    m_content = snapshot ? snapshot->content : nullptr;
    stop();
    m_lasso.clear();
    m_cuts.clear();
    m_scope = City;
    m_areas.clear();
    if (snapshot)
      for (const auto& name : layers::areaNames(snapshot->content->city)) m_areas.append(QString::fromStdString(name));
    m_area = m_areas.value(0);
    m_explained.reset();
    discard();
  }
  emit changed();
}

bool AssistantController::isStale() const { return m_proposal && (!m_project.snapshot() || m_project.snapshot()->plan != m_plan); }

void AssistantController::setScope(int scope) {
  m_scope = scope;
  draw();
  emit changed();
}

void AssistantController::setArea(const QString& area) {
  m_area = area;
  m_scope = SubDistrict;
  draw();
  emit changed();
}

void AssistantController::propose(const QString& minHouseholds, const QString& maxHouseholds, bool isFromCurrent) {
  if (!m_project.isOpen() || m_isRunning) return;
  geo::MultiPolygon<geo::XY> ground;
  if (m_scope == Lasso) {
    if (m_lasso.empty()) return m_edit.setTool(EditController::Area);
    ground = m_lasso;
  }
  if (m_scope == SubDistrict) {
    auto area = layers::groundOfArea(m_project.snapshot()->content->city, m_area.toStdString());
    if (!area) return m_project.raise(area.error());
    ground = std::move(*area);
  }
  discard();
  start(ground, {.minHouseholds = numberIn(minHouseholds), .maxHouseholds = numberIn(maxHouseholds), .cuts = m_cuts, .isFromCurrent = isFromCurrent}, {});
}

void AssistantController::start(const geo::MultiPolygon<geo::XY>& area, const layers::MergeOptions& options, const std::string& explainUid) {
  m_isRunning = true;
  m_isExplaining = !explainUid.empty();
  m_progress = 0;
  m_isCancelled = std::make_shared<std::atomic<bool>>(false);
  m_pool.start([this, snapshot = m_project.snapshot(), area, options, explainUid, flag = m_isCancelled, folder = m_dataFolder.toStdString()] {
    auto answer = std::make_shared<Answer>();
    answer->plan = snapshot->plan;
    answer->explainUid = explainUid;
    Watch watch(*this, flag);
    if (const auto rules = layers::MergeRules::read(folder, snapshot->profile)) answer->proposal = layers::proposeWithin(layers::PlanIndex(snapshot->content->city), *snapshot->plan, area, options, *rules, watch);
    else answer->proposal = geo::fail(rules);
    QMetaObject::invokeMethod(this, [this, answer] { receive(std::move(*answer)); }, Qt::QueuedConnection);
  });
  emit changed();
}

void AssistantController::receive(Answer answer) {
  m_isRunning = m_isExplaining = false;
  if (*m_isCancelled) return emit changed();   // also what was found before the wish to stop came through
  if (!answer.proposal) {
    m_project.raise(answer.proposal.error());
    return emit changed();
  }
  auto proposal = std::make_shared<const layers::MergeProposal>(std::move(*answer.proposal));
  if (!answer.explainUid.empty()) {
    m_explained = proposal;
    m_explainedPlan = answer.plan;
    emit changed();
    return explain();
  }
  m_proposal = proposal;
  m_plan = answer.plan;
  beginResetModel();
  for (const auto& change : layers::changesOf(*m_plan, *m_proposal)) {
    const auto& district = *change.proposed;
    QStringList parts{tr("%n units", nullptr, static_cast<int>(district.members.size())), number(geo::areaOf(district.shape).hectares(), 2) + QLatin1Char(' ') + tr("ha")};
    if (change.newUnits > 0) parts.append(tr("%n new", nullptr, static_cast<int>(change.newUnits)));
    QStringList from;
    for (const auto& uid : change.takesFrom)
      if (const auto* loser = m_plan->findDistrict(uid); loser && uid != district.uid) from.append(QString::fromStdString(loser->code));
    if (!from.isEmpty()) parts.append(tr("from %1").arg(from.join(QStringLiteral(", "))));
    m_rows.append({QString::fromStdString(district.code), QString::fromStdString(district.name), parts.join(QStringLiteral(" · ")), true, &district});
  }
  endResetModel();
  m_summary = summaryOf(*m_plan, *m_proposal);
  draw();
  emit changed();
}

QString AssistantController::summaryOf(const layers::Plan& plan, const layers::MergeProposal& proposal) const {
  QStringList going;   // they have no row to tick: their units are in the rows of others, or left over
  for (const auto& district : plan.districts) {
    const bool stays = std::any_of(proposal.edit.districts.begin(), proposal.edit.districts.end(), [&](const layers::District& other) { return other.uid == district.uid; });
    if (!stays) going.append(QString::fromStdString(district.code));
  }
  QStringList parts{tr("%n districts would change", nullptr, static_cast<int>(m_rows.size()))};
  if (!going.isEmpty()) parts.append(tr("%n would go", nullptr, static_cast<int>(going.size())) + QStringLiteral(" (%1)").arg(going.join(QStringLiteral(", "))));
  parts.append(tr("%1 in all, at most %2 possible here").arg(proposal.edit.districts.size()).arg(proposal.upperBound));
  parts.append(tr("%n left over", nullptr, static_cast<int>(proposal.edit.leftovers.size())));
  return parts.join(QStringLiteral(" · "));
}

void AssistantController::clearCuts() {
  m_cuts.clear();
  draw();
  emit changed();
}

void AssistantController::stop() {
  if (m_isCancelled) *m_isCancelled = true;
}

void AssistantController::setTicked(int row, bool isTicked) {
  if (row < 0 || row >= m_rows.size()) return;
  m_rows[row].isTicked = isTicked;
  emit dataChanged(index(row), index(row), {TickedRole});
  draw();
  emit changed();
}

void AssistantController::tickAll(bool isTicked) {
  for (Row& row : m_rows) row.isTicked = isTicked;
  if (!m_rows.isEmpty()) emit dataChanged(index(0), index(rowCount() - 1), {TickedRole});
  draw();
  emit changed();
}

int AssistantController::tickedCount() const {
  return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.isTicked; }));
}

void AssistantController::accept() {
  if (!m_proposal || isStale() || tickedCount() == 0) return;
  std::vector<std::string> codes;
  for (const Row& row : std::as_const(m_rows))
    if (row.isTicked) codes.push_back(row.code.toStdString());
  auto edits = layers::partOf(*m_plan, *m_proposal, codes.size() == static_cast<std::size_t>(m_rows.size()) ? std::vector<std::string>{} : codes);
  if (!edits) return m_project.raise(edits.error());
  for (auto& edit : *edits)
    if (auto* whole = std::get_if<layers::ReplaceDistricts>(&edit)) whole->parameters["option"] = m_plan->label;
  m_project.commitEdits(std::move(*edits), tr("%n districts taken up. Undo brings back what was.", nullptr, static_cast<int>(codes.size())));
  discard();
}

void AssistantController::discard() {
  beginResetModel();
  m_rows.clear();
  endResetModel();
  m_proposal.reset();
  m_plan.reset();
  m_summary.clear();
  draw();
  emit changed();
}

void AssistantController::draw() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  if (!snapshot) return m_layer.setGeometry(nullptr);
  Drawing drawing{{m_in, m_out, m_fence}, {}};
  for (const Row& row : std::as_const(m_rows)) drawing.features.push_back({{Polygons{row.district->shape}}, row.isTicked ? 0U : 1U});
  if (m_scope == Lasso && !m_lasso.empty()) drawing.features.push_back({{Polygons{m_lasso}}, 2});
  if (!m_cuts.empty()) drawing.features.push_back({{Lines{m_cuts}}, 2});
  m_layer.setGeometry(geometryOf(std::move(drawing), snapshot->crs));
}

void AssistantController::explain() {
  const SnapshotPtr& snapshot = m_project.snapshot();
  const auto unit = snapshot ? m_inspector.unit() : std::nullopt;
  if (!unit) return;
  const auto& index = *snapshot->content->index;
  const auto& city = snapshot->content->city;
  if (m_explainedPlan != snapshot->plan || !m_explained) {
    if (!m_isRunning) start({}, {}, unit->targetUid);
    return;
  }
  QStringList lines{said(layers::unitName(city, index, unit->kind, unit->targetUid))};
  for (const auto& district : snapshot->plan->districts)
    for (const auto& member : district.members)
      if (member.kind == unit->kind && member.targetUid == unit->targetUid)
        lines.append(tr("Now in %1 as %2, placed by: %3").arg(QString::fromStdString(district.code + " " + district.name), QString::fromStdString(member.role), said(member.reason)));
  if (lines.size() == 1) lines.append(tr("Now in no district."));
  for (const auto& leftover : snapshot->plan->leftovers)
    if (leftover.targetUid == unit->targetUid) lines.append(said(leftover.reason));
  lines.append(tr("What merging says:"));
  if (const auto sentences = layers::explainUnit(city, *m_explained, unit->targetUid))
    for (const auto& sentence : *sentences) lines.append(said(sentence));
  else lines.append(said(sentences.error().text));
  m_explanation = lines.join(QLatin1Char('\n'));
  emit changed();
}

int AssistantController::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant AssistantController::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[index.row()];
  switch (role) {
    case CodeRole: return row.code;
    case NameRole: return row.name;
    case TextRole: return row.text;
    case TickedRole: return row.isTicked;
    default: return {};
  }
}

QHash<int, QByteArray> AssistantController::roleNames() const { return {{CodeRole, "code"}, {NameRole, "name"}, {TextRole, "remark"}, {TickedRole, "isTicked"}}; }

}  // namespace pianqu::app
