#include "tests/app/qml/edit_until_killed.hpp"

#include <cstdio>

#include "app/model/plan_store.hpp"

namespace pianqu::app::test {

int editUntilKilled(const QString& path) {
  auto store = openProjectStore(path.toStdString());
  if (!store) return std::fprintf(stderr, "%s\n", geo::toText(store.error()).c_str()), 1;
  auto snapshot = (*store)->read(geo::noProgress());
  if (!snapshot) return std::fprintf(stderr, "%s\n", geo::toText(snapshot.error()).c_str()), 1;
  const layers::CityTableRows& buildings = (*snapshot)->content->rows.tables()[*(*snapshot)->content->rows.tableOf("building")];
  const layers::Field floors = buildings.fields()[*buildings.columnOf("floors")];
  const layers::Uid uid = buildings.uid(0);
  for (std::int64_t count = 1;; count = count % 90 + 1) {
    layers::FeatureTable rows{.name = "building", .fields = {{"uid"}, floors}, .columns = {{layers::Value{uid}}, {layers::Value{count}}}};
    const auto changed = (*store)->editValues(**snapshot, rows);
    if (!changed) return std::fprintf(stderr, "%s\n", geo::toText(changed.error()).c_str()), 1;
    snapshot = withRows(**snapshot, *changed);
    std::printf("%d\n", static_cast<int>(count));
    std::fflush(stdout);
  }
}

}  // namespace pianqu::app::test
