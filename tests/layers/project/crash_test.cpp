#include <csignal>
#include <cstdlib>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "tests/layers/project/random_edits.hpp"

namespace pianqu::layers::test {
namespace {

/// Renames a district to 1, 2, 3, ... and tells each number through the pipe once commit() has returned.
[[noreturn]] void editForever(const std::string& path, int pipe) {
  auto project = Project::open(path, Project::Access::Write);
  if (!project) ::_exit(2);
  const auto city = project->readCity();
  auto plan = project->readPlan();
  if (!city || !plan || plan->districts.empty()) ::_exit(3);
  int number = std::atoi(plan->districts[0].name.c_str());
  for (;;) {
    plan = project->commit(*city, *plan, RenameDistrict{"PQ01", std::to_string(++number)}, kPlanner);
    if (!plan) ::_exit(4);
    if (::write(pipe, &number, sizeof number) != sizeof number) ::_exit(5);
  }
}

TEST(Crash, losesNoFinishedEditWhenKilledAtAnyMoment) {
  const std::uint64_t seed = seedOfRun(11);
  SCOPED_TRACE("PIANQU_SEED=" + std::to_string(seed));
  geo::Random random(seed);
  const Folder folder;
  const std::string path = folder.file("p.gpkg");
  {
    const City city = gridCity(2);
    auto project = projectWith(path, city);
    ASSERT_TRUE(project.commit(city, *project.readPlan(), AddDistrict{{.name = "0", .shape = cells(0, 0, 2, 2)}}, kPlanner));
  }
  int last = 0;
  for (int round = 0; round < 25; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(ends[0]);
      editForever(path, ends[1]);
    }
    ::close(ends[1]);
    // The first edit tells that the child is at work; then it is killed somewhere inside the following ones.
    int number = 0;
    const bool hasBegun = ::read(ends[0], &number, sizeof number) == sizeof number;
    const timespec pause{0, static_cast<long>(random.uniform(0, 30e6))};
    ::nanosleep(&pause, nullptr);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(hasBegun) << "the child ended by itself: " << WEXITSTATUS(status);
    do last = number;
    while (::read(ends[0], &number, sizeof number) == sizeof number);
    ::close(ends[0]);

    const auto project = Project::open(path, Project::Access::Write);
    ASSERT_TRUE(project) << geo::toText(project.error());
    const auto plan = project->readPlan();
    ASSERT_TRUE(plan) << geo::toText(plan.error());
    const int found = std::atoi(plan->districts[0].name.c_str());
    // The edit under way may have reached the file without having been told.
    EXPECT_GE(found, last);
    EXPECT_LE(found, last + 1);
    ASSERT_TRUE(project->verifyJournal());
    ASSERT_TRUE(project->checkIntegrity());
  }
  EXPECT_GT(last, 25);
}

TEST(Crash, leavesTheProjectAsItWasWhenTheDiskIsFull) {
  const Folder folder;
  const std::string path = folder.file("p.gpkg");
  const City city = gridCity(2);
  { projectWith(path, city); }
  const std::string before = bytesOf(path);
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    auto project = Project::open(path, Project::Access::Write);
    const rlimit limit{before.size() + 4096, before.size() + 4096};
    if (!project || ::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
    City more;
    for (int i = 0; i < 20000; ++i) more.trees.push_back({.uid = uid("t", i), .species = "槐", .point = {500000.0 + i, 3400000}});
    const auto added = project->addImport(filledTables(more), sourceOf("trees"), kPlanner);
    ::_exit(added ? 3 : added.error().code == geo::ErrorCode::Unwritable ? 0 : 4);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  const auto project = Project::open(path, Project::Access::Write);
  ASSERT_TRUE(project) << geo::toText(project.error());
  EXPECT_TRUE(project->readCity()->trees.empty());
  EXPECT_EQ(project->readSources()->size(), 1u);
  EXPECT_TRUE(project->checkIntegrity());
  EXPECT_TRUE(project->verifyJournal());
}

}  // namespace
}  // namespace pianqu::layers::test
