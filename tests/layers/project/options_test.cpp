#include "layers/project/options.hpp"

#include "tests/layers/project/random_edits.hpp"

namespace pianqu::layers::test {
namespace {

Plan drawnPlan(const City& city) {
  Plan plan = *apply(city, {}, AddDistrict{{.shape = cells(0, 0, 4, 2)}});
  return *apply(city, plan, AddDistrict{{.shape = cells(0, 2, 4, 2)}});
}

TEST(Options, keepAWholePlanAndGiveItBack) {
  const Folder folder;
  const City city = gridCity(4);
  projectWith(folder.file("p.gpkg"), city);
  auto store = OptionStore::open(folder.file("p.gpkg"), Project::Access::Write);
  ASSERT_TRUE(store) << geo::toText(store.error());
  EXPECT_TRUE(store->list()->empty());
  const std::uint64_t seed = seedOfRun(77);
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  geo::Random random(seed);
  Plan plan = drawnPlan(city);
  for (int i = 0; i < 40; ++i) {
    if (const auto next = apply(city, plan, randomEdit(city, plan, 4, random))) plan = *next;
    plan.label = "方案B";
    ASSERT_EQ(*planFromJson(planToJson(plan)), plan);
    if (i % 10 != 0) continue;
    const auto saved = store->save("方案B", plan, "第" + std::to_string(i), kPlanner);
    ASSERT_TRUE(saved) << geo::toText(saved.error());
    EXPECT_EQ(*store->read("方案B"), plan);
  }
  EXPECT_EQ(store->list()->size(), 1U) << "saved again is not saved twice";
  EXPECT_EQ(store->read("方案C").error().code, geo::ErrorCode::NotFound);
}

TEST(Options, frozenVersionIsNeverOverwrittenOrRemoved) {
  const Folder folder;
  const City city = gridCity(4);
  projectWith(folder.file("p.gpkg"), city);
  const Plan plan = drawnPlan(city);
  {
    auto store = OptionStore::open(folder.file("p.gpkg"), Project::Access::Write);
    ASSERT_TRUE(store->freeze("送审稿", plan, "第一次会审", kPlanner));
    EXPECT_EQ(store->freeze("送审稿", {}, "", kPlanner).error().code, geo::ErrorCode::Conflict);
    EXPECT_EQ(store->save("送审稿", {}, "", kPlanner).error().code, geo::ErrorCode::Conflict);
    EXPECT_EQ(store->remove("送审稿", kPlanner).error().code, geo::ErrorCode::Conflict);
    ASSERT_TRUE(store->save("方案B", plan, "", kPlanner));
    ASSERT_TRUE(store->remove("方案B", kPlanner));
  }
  auto again = OptionStore::open(folder.file("p.gpkg"), Project::Access::Read);
  ASSERT_TRUE(again);
  ASSERT_EQ(again->list()->size(), 1U);
  EXPECT_TRUE(again->list()->front().isFrozen);
  EXPECT_EQ(*again->read("送审稿"), plan);
  EXPECT_FALSE(again->save("方案C", plan, "", kPlanner)) << "opened for reading";
  const auto project = Project::open(folder.file("p.gpkg"), Project::Access::Read);
  EXPECT_TRUE(project->verifyJournal()) << "options are in the journal's chain";
}

TEST(Options, takingOneUpIsOneStepThatUndoTakesBack) {
  const Folder folder;
  const City city = gridCity(4);
  auto project = projectWith(folder.file("p.gpkg"), city);
  const auto first = project.commit(city, {}, AddDistrict{{.name = "甲", .shape = cells(0, 0, 4, 4)}}, kPlanner);
  ASSERT_TRUE(first);
  Plan other = drawnPlan(city);
  other.label = "方案B";
  const auto taken = project.commit(city, *first, ReplacePlan{other}, kPlanner);
  ASSERT_TRUE(taken) << geo::toText(taken.error());
  EXPECT_EQ(*project.readPlan(), other);
  EXPECT_EQ(**project.undo(kPlanner), *first);
  EXPECT_EQ(**project.redo(kPlanner), other);
}

TEST(Options, optionThatNamesABuildingThatIsGoneIsRefused) {
  const City city = gridCity(4);
  Plan other = drawnPlan(city);
  other.districts[0].members.push_back({TargetKind::Building, uid("b", 999)});
  const auto taken = apply(city, {}, ReplacePlan{other});
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, geo::ErrorCode::NotFound);
}

}  // namespace
}  // namespace pianqu::layers::test
