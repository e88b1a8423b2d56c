#include "app/map/options_controller.hpp"

#include <algorithm>

#include "app/map/edit_preview.hpp"
#include "layers/catalogue/rows.hpp"
#include "layers/ledger/options.hpp"

namespace pianqu::app {
namespace {
using Lines = geo::XYGeometry::Lines;
}

OptionsController::OptionsController(ProjectController& project, const layers::Theme& theme, double pixelsPerMm, QObject* parent) : QAbstractListModel(parent), m_project(project) {
  for (const char* key : {"screen.option.1", "screen.option.2", "screen.option.3", "screen.option.4", "screen.option.5"}) m_pens.push_back(penOf(theme, key, pixelsPerMm));
  m_pool.setMaxThreadCount(1);
  connect(&project, &ProjectController::optionsChanged, this, &OptionsController::follow);
  connect(&project, &ProjectController::snapshotChanged, this, [this] { if (m_isFollowing) follow(); });
  connect(&project, &ProjectController::opened, this, [this] {
    m_shown.clear();
    m_isFollowing = false;
    m_layer.setGeometry(nullptr);
    m_difference.setTable({});
    m_differenceText.clear();
    follow();
  });
}

OptionsController::~OptionsController() { m_pool.waitForDone(); }

void OptionsController::reload() {
  m_isFollowing = true;
  if (m_project.isOpen()) m_project.readOptions();
}

void OptionsController::setChinese(bool isChinese) {
  m_comparison.setChinese(isChinese);
  m_difference.setChinese(isChinese);
}

void OptionsController::follow() {
  beginResetModel();
  m_rows.clear();
  if (const SnapshotPtr& snapshot = m_project.snapshot(); snapshot && m_isFollowing) {
    m_rows.append({QString::fromStdString(snapshot->plan->label), {}, true, false, snapshot->plan});
    if (const auto& options = m_project.options())
      for (const auto& option : *options) {
        // What is kept under the name of the working plan is an older state of it.
        if (option.state.name == snapshot->plan->label && !option.state.isFrozen) continue;
        m_rows.append({QString::fromStdString(option.state.name), QString::fromStdString(option.state.savedAt.substr(0, 10) + " " + option.state.savedBy), false, option.state.isFrozen,
                       std::shared_ptr<const layers::Plan>(options, &option.plan)});
      }
  }
  endResetModel();
  draw();
  compare();
  emit changed();
}

void OptionsController::compare() {
  const int round = ++m_round;
  if (m_rows.isEmpty()) return m_comparison.setTable({});
  ++m_running;
  m_pool.start([this, round, rows = m_rows, snapshot = m_project.snapshot(), folder = m_dataFolder.toStdString()] {
    geo::Result<layers::LedgerTable> table = geo::fail(geo::ErrorCode::NotFound, "");
    if (const auto rules = layers::RuleBook::read(folder); !rules) table = geo::fail(rules);
    else if (const auto walk = rules->find("district.walk-circle"); !walk) table = geo::fail(walk);
    else {
      std::vector<layers::NamedPlan> plans;
      for (const Row& row : rows) plans.push_back({row.name.toStdString(), *row.plan});
      table = layers::optionLedger(snapshot->content->city, plans, walk->value);
    }
    QMetaObject::invokeMethod(this, [this, round, table = std::move(table)]() mutable {
      --m_running;
      if (!table) m_project.raise(table.error());
      else if (round == m_round) m_comparison.setTable(std::move(*table));
      emit changed();
    }, Qt::QueuedConnection);
  });
}

void OptionsController::compareWith(const QString& name) {
  const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&name](const Row& each) { return each.name == name; });
  if (row == m_rows.end() || row->isCurrent) return;
  ++m_running;
  m_pool.start([this, current = m_rows.front(), other = *row, snapshot = m_project.snapshot()] {
    auto table = layers::optionDiff(snapshot->content->city, {current.name.toStdString(), *current.plan}, {other.name.toStdString(), *other.plan});
    QMetaObject::invokeMethod(this, [this, from = current.name, to = other.name, table = std::move(table)]() mutable {
      --m_running;
      m_differenceText = tr("%1 → %2: %n buildings differ", nullptr, static_cast<int>(table.rows.size())).arg(from, to);
      m_difference.setTable(std::move(table));
      emit changed();
    }, Qt::QueuedConnection);
  });
  emit changed();
}

void OptionsController::setShown(const QString& name, bool isShown) {
  if (isShown) m_shown.insert(name);
  else m_shown.erase(name);
  draw();
  if (!m_rows.isEmpty()) emit dataChanged(index(0), index(rowCount() - 1), {ShownRole});
}

void OptionsController::draw() {
  if (!m_project.isOpen()) return m_layer.setGeometry(nullptr);
  Drawing drawing{m_pens, {}};
  for (int row = 0; row < m_rows.size(); ++row) {
    if (!m_shown.contains(m_rows[row].name)) continue;
    for (const auto& district : m_rows[row].plan->districts) {
      geo::MultiLine<geo::XY> rings;
      for (const auto& part : district.shape) {
        rings.push_back(part.outer);
        rings.insert(rings.end(), part.holes.begin(), part.holes.end());
      }
      drawing.features.push_back({{Lines{std::move(rings)}}, colourOf(row)});
    }
  }
  m_layer.setGeometry(geometryOf(std::move(drawing), m_project.snapshot()->crs));
}

QString OptionsController::nextName() const {
  for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
    const QString name = QStringLiteral("方案") + QChar(letter);
    if (std::none_of(m_rows.begin(), m_rows.end(), [&name](const Row& row) { return row.name == name; })) return name;
  }
  return {};
}

int OptionsController::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant OptionsController::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[index.row()];
  switch (role) {
    case NameRole: return row.name;
    case CurrentRole: return row.isCurrent;
    case FrozenRole: return row.isFrozen;
    case ShownRole: return m_shown.contains(row.name);
    case ColourRole: return m_pens[colourOf(index.row())].stroke;
    case NoteRole: return row.note;
    default: return {};
  }
}

QHash<int, QByteArray> OptionsController::roleNames() const {
  return {{NameRole, "name"}, {CurrentRole, "isCurrent"}, {FrozenRole, "isFrozen"}, {ShownRole, "isShown"}, {ColourRole, "colour"}, {NoteRole, "note"}};
}

}  // namespace pianqu::app
