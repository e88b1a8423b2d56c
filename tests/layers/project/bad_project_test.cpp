#include <sys/wait.h>

#include "layers/io/database.hpp"
#include "tests/layers/project/project_world.hpp"

namespace pianqu::layers::test {
namespace {

using geo::ErrorCode;

void expectRefused(const std::string& path, ErrorCode code) {
  const std::string before = bytesOf(path);
  for (const auto access : {Project::Access::Read, Project::Access::Write}) {
    const auto project = Project::open(path, access);
    ASSERT_FALSE(project) << path;
    EXPECT_EQ(project.error().code, code) << geo::toText(project.error());
    EXPECT_FALSE(project.error().text.empty());
  }
  EXPECT_TRUE(bytesOf(path) == before);
}

TEST(BadProject, isMissing) { expectRefused("/nowhere/p.gpkg", ErrorCode::NotFound); }

TEST(BadProject, isNoDatabase) {
  const Folder folder;
  std::ofstream(folder.file("p.gpkg")) << "PK\3\4 this is a workbook";
  expectRefused(folder.file("p.gpkg"), ErrorCode::Unreadable);
  std::ofstream(folder.file("empty.gpkg"));
  expectRefused(folder.file("empty.gpkg"), ErrorCode::Unreadable);
}

TEST(BadProject, isAGeoPackageOfSomethingElse) {
  const Folder folder;
  {
    auto database = *Database::create(folder.file("p.gpkg"), kPlanner.at);
    ASSERT_TRUE(database.createTable({"parcel", "地块", "parcel", GeometryKind::Polygon, {}}, kSettings.crs));
  }
  expectRefused(folder.file("p.gpkg"), ErrorCode::Unreadable);
}

TEST(BadProject, wasMadeByANewerProgram) {
  const Folder folder;
  projectWith(folder.file("p.gpkg"), gridCity(2));
  { ASSERT_TRUE(Database::open(folder.file("p.gpkg"), true)->run("UPDATE meta SET value = '999' WHERE key = 'schema_version'")); }
  expectRefused(folder.file("p.gpkg"), ErrorCode::Conflict);
}

TEST(BadProject, isCutShort) {
  const Folder folder;
  projectWith(folder.file("p.gpkg"), gridCity(3));
  const auto size = std::filesystem::file_size(folder.file("p.gpkg"));
  std::filesystem::resize_file(folder.file("p.gpkg"), size / 3);
  const std::string before = bytesOf(folder.file("p.gpkg"));
  const auto project = Project::open(folder.file("p.gpkg"), Project::Access::Read);
  // Either the head is hit, or the first page of rows that is missing.
  if (project) {
    EXPECT_FALSE(project->readCity() && project->readPlan() && project->checkIntegrity());
  } else {
    EXPECT_NE(project.error().code, ErrorCode::Internal) << project.error().text;
  }
  EXPECT_TRUE(bytesOf(folder.file("p.gpkg")) == before);
}

TEST(BadProject, hasOverwrittenPages) {
  const Folder folder;
  projectWith(folder.file("p.gpkg"), gridCity(3));
  {
    std::fstream file(folder.file("p.gpkg"), std::ios::binary | std::ios::in | std::ios::out);
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(folder.file("p.gpkg")));
    file.seekp(size / 2);
    file << std::string(8192, '\xA5');
  }
  const auto project = Project::open(folder.file("p.gpkg"), Project::Access::Read);
  if (project) {
    EXPECT_FALSE(project->checkIntegrity());
  }
}

/// As a user without rights, since root may write everywhere. Exit code: 0 as expected.
template <class Work>
int asNobody(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(9);
    ::_exit(work());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

TEST(BadProject, mayBeReadButNotWrittenWhenReadOnly) {
  namespace fs = std::filesystem;
  const Folder folder;
  const std::string path = folder.file("p.gpkg");
  projectWith(path, gridCity(2));
  const std::string before = bytesOf(path);
  const auto look = [&path] {
    const auto written = Project::open(path, Project::Access::Write);
    const auto read = Project::open(path, Project::Access::Read);
    if (written || written.error().code != ErrorCode::Unwritable) return 1;
    if (!read || !read->readPlan() || read->readCity()->buildings.size() != 4) return 2;
    return 0;
  };
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(folder.path(), fs::perms::all);
  EXPECT_EQ(asNobody(look), 0) << "file";
  fs::permissions(path, fs::perms::all);
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec);
  EXPECT_EQ(asNobody(look), 0) << "folder";
  fs::permissions(folder.path(), fs::perms::all);
  EXPECT_TRUE(bytesOf(path) == before);
}

TEST(OlderProject, isBroughtUpToDateAfterACopyWasMade) {
  const Folder folder;
  const std::string path = folder.file("p.gpkg");
  const City city = gridCity(2);
  { projectWith(path, city); }
  {
    auto database = *Database::open(path, true);
    for (const char* sql : {"UPDATE meta SET value = '0' WHERE key = 'schema_version'", "ALTER TABLE estate DROP COLUMN alias", "DELETE FROM layer_styles", "DELLAYER:outfall"}) {
      ASSERT_TRUE(database.run(sql)) << sql;
    }
  }
  const std::string before = bytesOf(path);
  { ASSERT_TRUE(Project::open(path, Project::Access::Write)); }
  EXPECT_TRUE(bytesOf(path + ".v0.bak") == before);
  auto project = *Project::open(path, Project::Access::Write);
  ASSERT_TRUE(project.readCity());
  City more;
  more.estates.push_back({.uid = uid("e", 77), .alias = "老院"});
  more.outfalls.push_back({.uid = uid("o", 1), .point = {1, 2}});
  const auto added = project.addImport(filledTables(more), sourceOf("later"), kPlanner);
  ASSERT_TRUE(added) << geo::toText(added.error());
  EXPECT_EQ(project.readCity()->outfalls.size(), 1u);
  EXPECT_TRUE(project.verifyJournal());
}

}  // namespace
}  // namespace pianqu::layers::test
