#include <malloc.h>

#include <QDir>
#include <QFile>

#include <cstdio>

#include "geo/base/random.hpp"
#include "layers/plan/records.hpp"
#include "tests/app/qml/driven_window.hpp"

namespace pianqu::app {
namespace {

using test::DrivenWindow;

constexpr int kActions = 300;
constexpr std::uint64_t kSeed = 11;
constexpr double kMostGrownMb = 100;   ///< after a third of the actions; caches of tiles and type fill until then

/// Pages of this process that are in memory, MB.
double residentMb() {
  ::malloc_trim(0);
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Whatever a person may do, in any order: look, choose, paint, edit, rename, sort, search, change the theme, lay files on the map, undo. PIANQU_SOAK sets
/// how often, PIANQU_SEED the order.
class Soak : public DrivenWindow {
 protected:
  void act(geo::Random& random) {
    switch (static_cast<int>(random.uniform(0, 5))) {
      case 0: return look(random);
      case 1: return choose(random);
      case 2: return change(random);
      case 3: return paint(random);
      default: return goBackAndForth(random);
    }
  }
  QPointF somewhere(geo::Random& random) {
    const QSizeF size = desktop->map().camera()->viewSize();
    return {random.uniform(0, size.width()), random.uniform(0, size.height())};
  }
  void look(geo::Random& random) {
    MapController& map = desktop->map();
    switch (static_cast<int>(random.uniform(0, 8))) {
      case 0: map.panBy(QPointF(random.uniform(-80, 80), random.uniform(-80, 80))); break;
      case 1: map.zoomAt(somewhere(random), random.uniform(-0.5, 0.5)); break;
      case 2: map.hoverAt(somewhere(random)); break;
      case 3: map.turnBy(random.uniform(-30, 30)); break;
      case 4: map.fitAll(); break;
      case 5: desktop->frame().showPanel(QLatin1String(kPanels[static_cast<std::size_t>(random.uniform(0, std::size(kPanels)))])); break;
      case 6: desktop->language().toggle(); break;
      default: {
        const auto& themes = *desktop->look().themes();
        const int row = static_cast<int>(random.uniform(0, themes.rowCount()));
        desktop->look().useTheme(themes.data(themes.index(row), ThemeListModel::KeyRole).toString());
      }
    }
  }
  void choose(geo::Random& random) {
    TableModel& table = *desktop->session().table;
    SelectionController& selection = *desktop->map().selection();
    switch (static_cast<int>(random.uniform(0, 8))) {
      case 0: desktop->map().clickAt(somewhere(random), random.uniform(0, 1) < 0.3 ? Qt::ControlModifier : Qt::NoModifier); break;
      case 1: selection.dragBox(somewhere(random), somewhere(random)); selection.finish(); break;
      case 2: selection.selectWhere(QStringLiteral("floors > %1").arg(static_cast<int>(random.uniform(0, 20)))); break;
      case 3: selection.invert(); break;
      case 4: table.sortBy(static_cast<int>(random.uniform(0, table.columnCount()))); break;
      case 5: table.choose(static_cast<int>(random.uniform(0, std::max(1, table.rowCount()))), random.uniform(0, 1) < 0.5, random.uniform(0, 1) < 0.3); break;
      case 6: desktop->session().search->setText(random.uniform(0, 1) < 0.5 ? QStringLiteral("my") : QString()); break;
      default: table.setFilter(random.uniform(0, 1) < 0.5 ? QString() : QStringLiteral("built > 1990"));
    }
  }
  void change(geo::Random& random) {
    TableModel& table = *desktop->session().table;
    OverlayModel& overlays = *desktop->session().overlays;
    const auto& plan = *desktop->project().snapshot()->plan;
    const int row = static_cast<int>(random.uniform(0, std::max(1, table.rowCount())));
    switch (static_cast<int>(random.uniform(0, 5))) {
      case 0:
      case 1:
        if (table.tableName() != "building") {
          table.showTable(QStringLiteral("building"));
          table.setFilter(QString());
        } else if (table.edit(row, floorsColumn(), QString::number(1 + static_cast<int>(random.uniform(0, 30))))) {
          ++edits;
        }
        break;
      case 2: if (!plan.districts.empty()) desktop->project().renameDistrict(QString::fromStdString(plan.districts.front().uid), QStringLiteral("片区%1").arg(row)); break;
      case 3: overlays.rowCount() > 3 ? overlays.remove(0) : overlays.add({QUrl::fromLocalFile(overlay)}); break;
      default: desktop->inspector().setUnknownShown(random.uniform(0, 1) < 0.5);
    }
  }
  /// A stroke of a tool over the map, from press to release.
  void paint(geo::Random& random) {
    EditController& edit = *desktop->map().edit();
    static constexpr EditController::Tool kTools[] = {EditController::Paint, EditController::Draw, EditController::Reshape, EditController::Merge};
    edit.setTool(kTools[static_cast<std::size_t>(random.uniform(0, std::size(kTools)))]);
    edit.pressAt(somewhere(random), 0);
    for (int i = 0; i < 4; ++i) edit.moveTo(somewhere(random), 0);
    edit.releaseAt(somewhere(random), 0);
    if (random.uniform(0, 1) < 0.5) edit.finish();
    edit.setTool(EditController::Select);
    ++strokes;
  }
  void goBackAndForth(geo::Random& random) { random.uniform(0, 1) < 0.3 ? desktop->project().undo() : desktop->project().redo(); }
  /// Whatever the language of its heading.
  int floorsColumn() {
    const TableModel& table = *desktop->session().table;
    for (int column = 0; column < table.columnCount(); ++column) {
      if (table.fieldName(column) == QLatin1String("floors")) return column;
    }
    return -1;
  }
  bool isAtRest() { return desktop->isIdle(); }

  /// What is in the file, without the journal: the city as tables, the plan.
  struct Content {
    std::vector<layers::FeatureTable> city;
    layers::Plan plan;
  };
  Content contentOf(const QString& path) {
    const auto project = layers::Project::open(path.toStdString(), layers::Project::Access::Read);
    EXPECT_TRUE(project);
    return {layers::toTables(project->readCity().value()), project->readPlan().value()};
  }

  static constexpr const char* kPanels[] = {"layers", "style", "select", "bookmarks", "districts", "inspector", "options", "table", "problems", "tasks"};
  QString overlay;
  int edits = 0, strokes = 0;
};

TEST_F(Soak, whateverAPersonDoesUndoLeadsBackToTheStart) {
  openSmallProject();
  const QString path = desktop->project().path();
  overlay = folder + QStringLiteral("/叠加.geojson");
  QFile file(overlay);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(R"({"type":"LineString","coordinates":[[115.5,30.71],[115.501,30.711]]})");
  file.close();
  const int actions = qEnvironmentVariableIsSet("PIANQU_SOAK") ? qEnvironmentVariableIntValue("PIANQU_SOAK") : kActions;
  const std::uint64_t seed = qEnvironmentVariableIsSet("PIANQU_SEED") ? qEnvironmentVariable("PIANQU_SEED").toULongLong() : kSeed;
  const Content start = contentOf(path);
  geo::Random random(seed);
  double warm = 0;
  for (int i = 0; i < actions; ++i) {
    act(random);
    if (i % 10 == 9) { ASSERT_TRUE(waitFor([this] { return isAtRest(); })) << "seed " << seed << " action " << i; }
    if (i == actions / 3) warm = residentMb();
  }
  ASSERT_TRUE(waitFor([this] { return isAtRest(); }));
  const double grown = residentMb() - warm;
  desktop->language().use(QStringLiteral("zh"));
  int undone = 0;
  for (; undone <= 2 * actions && desktop->project().canUndo(); ++undone) {
    desktop->project().undo();
    ASSERT_TRUE(waitFor([this] { return !desktop->project().isBusy(); }));
  }
  ASSERT_TRUE(waitFor([this] { return isAtRest(); }));
  const Content end = contentOf(path);
  ASSERT_EQ(end.city.size(), start.city.size());
  for (std::size_t t = 0; t < start.city.size(); ++t) EXPECT_EQ(end.city[t].columns, start.city[t].columns) << start.city[t].name << " seed " << seed;
  EXPECT_EQ(end.plan, start.plan) << "seed " << seed;
  EXPECT_GT(edits, 0) << "seed " << seed;
  EXPECT_GT(undone, 0) << "seed " << seed;
  EXPECT_LT(grown, kMostGrownMb) << "seed " << seed;
  std::printf("soak: %d actions, %d values edited, %d strokes, %d steps undone, memory after a third %.0f MB, grown by %.1f MB after that\n", actions, edits, strokes, undone, warm, grown);
}

}  // namespace
}  // namespace pianqu::app
