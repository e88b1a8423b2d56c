#include <cstdlib>

#include "geo/overlay/overlay.hpp"
#include "layers/io/database.hpp"
#include "tests/layers/project/random_edits.hpp"

namespace pianqu::layers::test {
namespace {

TEST(History, goesBackAndForthThroughRandomEditsAcrossSessions) {
  const std::uint64_t seed = seedOfRun(7);
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  geo::Random random(seed);
  const Folder folder;
  const City city = gridCity(6);
  std::vector<Plan> plans;
  {
    auto project = projectWith(folder.file("p.gpkg"), city);
    plans.push_back(*project.readPlan());
    for (int i = 0; i < 60; ++i) {
      const Edit edit = randomEdit(city, plans.back(), 6, random);
      const auto next = project.commit(city, plans.back(), edit, kPlanner);
      if (!next) {
        EXPECT_NE(next.error().code, geo::ErrorCode::Internal) << summaryOf(edit) << ": " << next.error().text;
        continue;
      }
      ASSERT_EQ(*project.readPlan(), *next) << summaryOf(edit);
      if (!(*next == plans.back())) plans.push_back(*next);
    }
  }
  ASSERT_GT(plans.size(), 20u);
  auto project = *Project::open(folder.file("p.gpkg"), Project::Access::Write);
  EXPECT_EQ(project.steps()->undoable.size(), plans.size() - 1);
  for (std::size_t i = plans.size() - 1; i-- > 0;) {
    const auto back = project.undo(kPlanner);
    ASSERT_TRUE(back) << geo::toText(back.error());
    ASSERT_TRUE(*back);
    ASSERT_EQ(**back, plans[i]) << "undo to " << i;
  }
  EXPECT_FALSE(*project.undo(kPlanner));
  project = *Project::open(folder.file("p.gpkg"), Project::Access::Write);
  for (std::size_t i = 1; i < plans.size(); ++i) {
    const auto forth = project.redo(kPlanner);
    ASSERT_TRUE(forth && *forth);
    ASSERT_EQ(**forth, plans[i]) << "redo to " << i;
  }
  EXPECT_FALSE(*project.redo(kPlanner));
  EXPECT_TRUE(project.verifyJournal());
  EXPECT_TRUE(project.checkIntegrity());
}

TEST(History, forgetsWhatWasUndoneOnceSomethingElseIsDone) {
  const Folder folder;
  const City city = gridCity(4);
  auto project = projectWith(folder.file("p.gpkg"), city);
  auto plan = *project.commit(city, *project.readPlan(), AddDistrict{{.name = "甲", .shape = cells(0, 0, 2, 2)}}, kPlanner);
  plan = *project.commit(city, plan, RenameDistrict{"PQ01", "乙"}, kPlanner);
  plan = **project.undo(kPlanner);
  EXPECT_EQ(plan.districts[0].name, "甲");
  EXPECT_EQ(project.steps()->redoable.back(), "RenameDistrict PQ01 乙");
  plan = *project.commit(city, plan, RenameDistrict{"PQ01", "丙"}, kPlanner);
  EXPECT_FALSE(*project.redo(kPlanner));
}

TEST(History, refusesAnEditOfAPlanThatSomebodyElseChanged) {
  const Folder folder;
  const City city = gridCity(4);
  auto mine = projectWith(folder.file("p.gpkg"), city);
  const Plan start = *mine.readPlan();
  {
    auto theirs = *Project::open(folder.file("p.gpkg"), Project::Access::Write);
    ASSERT_TRUE(theirs.commit(city, start, AddDistrict{{.shape = cells(0, 0, 2, 2)}}, kPlanner));
  }
  const auto refused = mine.commit(city, start, AddDistrict{{.shape = cells(2, 2, 2, 2)}}, kPlanner);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, geo::ErrorCode::Conflict);
  const Plan now = *mine.readPlan();
  EXPECT_TRUE(mine.commit(city, now, AddDistrict{{.shape = cells(2, 2, 2, 2)}}, kPlanner));
}

TEST(Journal, cannotBeChangedOrShortenedInTheFile) {
  const Folder folder;
  projectWith(folder.file("p.gpkg"), gridCity(2));
  auto database = *Database::open(folder.file("p.gpkg"), true);
  EXPECT_FALSE(database.run("UPDATE change SET reason = 'x'"));
  EXPECT_FALSE(database.run("DELETE FROM change"));
}

TEST(Journal, betraysAnyFieldThatWasTamperedWith) {
  const City city = gridCity(3);
  for (const char* tamper : {"UPDATE change SET \"by\" = 'other' WHERE seq = 2", "UPDATE change SET after_json = replace(after_json, 'PQ01', 'PQ09') WHERE \"table\" = 'district'",
                             "DELETE FROM change WHERE seq = 3", "UPDATE change SET prev_hash = hash WHERE seq = 2"}) {
    const Folder folder;
    {
      auto project = projectWith(folder.file("p.gpkg"), city);
      ASSERT_TRUE(project.commit(city, *project.readPlan(), AddDistrict{{.shape = cells(0, 0, 3, 3)}}, kPlanner));
      ASSERT_TRUE(project.verifyJournal());
    }
    {
      auto database = *Database::open(folder.file("p.gpkg"), true);
      ASSERT_TRUE(database.run("DROP TRIGGER change_no_update"));
      ASSERT_TRUE(database.run("DROP TRIGGER change_no_delete"));
      ASSERT_TRUE(database.run(tamper));
    }
    const auto verified = Project::open(folder.file("p.gpkg"), Project::Access::Read)->verifyJournal();
    ASSERT_FALSE(verified) << tamper;
    EXPECT_EQ(verified.error().code, geo::ErrorCode::Invalid);
  }
}

}  // namespace
}  // namespace pianqu::layers::test
