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

/// Pages of this process that are in memory, MB.
double residentMb() {
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Whatever a person may do, in any order: look, choose, edit, rename, sort, search, undo. PIANQU_SOAK sets how often, PIANQU_SEED the order.
class Soak : public DrivenWindow {
 protected:
  void act(geo::Random& random) {
    TableModel& table = *desktop->session().table;
    MapController& map = desktop->map();
    const int row = static_cast<int>(random.uniform(0, std::max(1, table.rowCount())));
    switch (static_cast<int>(random.uniform(0, 14))) {
      case 0: map.panBy(QPointF(random.uniform(-80, 80), random.uniform(-80, 80))); break;
      case 1: map.zoomAt(QPointF(300, 300), random.uniform(-0.5, 0.5)); break;
      case 2: map.clickAt(QPointF(random.uniform(0, 700), random.uniform(0, 600))); break;
      case 3: map.hoverAt(QPointF(random.uniform(0, 700), random.uniform(0, 600))); break;
      case 4: table.sortBy(static_cast<int>(random.uniform(0, table.columnCount()))); break;
      case 5: table.choose(row, random.uniform(0, 1) < 0.5, random.uniform(0, 1) < 0.3); break;
      case 6: if (table.edit(row, columnNamed(QStringLiteral("层数")), QString::number(1 + static_cast<int>(random.uniform(0, 30))))) ++edits; break;
      case 7: desktop->frame().showPanel(random.uniform(0, 1) < 0.5 ? QStringLiteral("table") : QStringLiteral("problems")); break;
      case 8: desktop->session().search->setText(random.uniform(0, 1) < 0.5 ? QStringLiteral("my") : QString()); break;
      case 9: desktop->language().toggle(); break;
      case 10: desktop->project().undo(); break;
      case 11: desktop->project().redo(); break;
      case 12: desktop->inspector().setUnknownShown(random.uniform(0, 1) < 0.5); break;
      default:
        if (desktop->districts().count() > 0) desktop->project().renameDistrict(QString::fromStdString(desktop->project().snapshot()->plan->districts.front().uid), QStringLiteral("片区%1").arg(row));
    }
  }
  bool isAtRest() { return desktop->isIdle(); }
  int edits = 0;
};

TEST_F(Soak, whateverAPersonDoesUndoLeadsBackToTheStart) {
  openSmallCity();
  const int actions = qEnvironmentVariableIsSet("PIANQU_SOAK") ? qEnvironmentVariableIntValue("PIANQU_SOAK") : kActions;
  const std::uint64_t seed = qEnvironmentVariableIsSet("PIANQU_SEED") ? qEnvironmentVariable("PIANQU_SEED").toULongLong() : kSeed;
  desktop->session().table->setTable(desktop->session().table->table());
  const auto start = layers::toTables(desktop->project().snapshot()->content->city);
  geo::Random random(seed);
  double warm = 0;
  for (int i = 0; i < actions; ++i) {
    act(random);
    if (i % 25 == 24) { ASSERT_TRUE(waitFor([this] { return isAtRest(); })) << "seed " << seed << " action " << i; }
    if (i == actions / 3) warm = residentMb();
  }
  ASSERT_TRUE(waitFor([this] { return isAtRest(); }));
  const double grown = residentMb() - warm;
  desktop->language().use(QStringLiteral("zh"));
  for (int i = 0; i <= actions && desktop->project().canUndo(); ++i) {
    desktop->project().undo();
    ASSERT_TRUE(waitFor([this] { return isAtRest(); }));
  }
  const auto end = layers::toTables(desktop->project().snapshot()->content->city);
  ASSERT_EQ(end.size(), start.size());
  for (std::size_t t = 0; t < start.size(); ++t) EXPECT_EQ(end[t].columns, start[t].columns) << start[t].name << " seed " << seed;
  EXPECT_TRUE(desktop->project().snapshot()->plan->districts.empty());
  std::printf("soak: %d actions, %d of them edits, memory after a third %.0f MB, grown by %.1f MB after that\n", actions, edits, warm, grown);
}

}  // namespace
}  // namespace pianqu::app
