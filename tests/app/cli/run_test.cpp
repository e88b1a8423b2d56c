#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"
#include "app/cli/run.hpp"
#include "app/cli/table_printer.hpp"

namespace pianqu::app {
namespace {

struct Ran { int status; std::string out, err; };

Ran ran(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  const int status = run(arguments, out, err, geo::noProgress());
  return {status, out.str(), err.str()};
}

TEST(Run, withoutACommandIsWrongUsage) {
  const auto r = ran({});
  EXPECT_EQ(r.status, 2);
  EXPECT_NE(r.err.find("ledger"), std::string::npos);
  EXPECT_TRUE(r.out.empty());
}

TEST(Run, anUnknownCommandOrOptionIsWrongUsageWithAHint) {
  EXPECT_EQ(ran({"nonsense"}).status, 2);
  const auto r = ran({"ledger", "x.gpkg", "--nonsense"});
  EXPECT_EQ(r.status, 2);
  EXPECT_NE(r.err.find("try: pianqu ledger --help"), std::string::npos) << r.err;
}

TEST(Run, aMissingProjectFailsWithOneSentenceAndAHint) {
  const auto r = ran({"ledger", "/nonexistent/x.gpkg"});
  EXPECT_EQ(r.status, 1);
  EXPECT_NE(r.err.find("/nonexistent/x.gpkg"), std::string::npos);
  EXPECT_NE(r.err.find("try: "), std::string::npos);
}

TEST(Run, withJsonAFailureIsADocumentToo) {
  const auto r = ran({"ledger", "/nonexistent/x.gpkg", "--json"});
  EXPECT_EQ(r.status, 1);
  const auto document = nlohmann::json::parse(r.out);
  EXPECT_EQ(document["error"]["code"], "not-found");
}

TEST(Run, aProgramGetsTheErrorItself) {
  const auto missing = call({"ledger", "/nonexistent/x.gpkg"}, geo::noProgress());
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, geo::ErrorCode::NotFound);
  EXPECT_EQ(missing.error().where.file, "/nonexistent/x.gpkg");
  const auto wrong = call({"ledger", "x.gpkg", "--nonsense"}, geo::noProgress());
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, geo::ErrorCode::Invalid);
  EXPECT_EQ(wrong.error().hint, "pianqu ledger --help");
  EXPECT_TRUE(call({"ledger", "--help"}, geo::noProgress()).has_value());
}

TEST(Registry, everyCommandHasASummaryHelpAndExamples) {
  std::set<std::string> names;
  for (const auto& command : commands()) {
    EXPECT_TRUE(names.insert(command.name).second) << command.name << " twice";
    ASSERT_FALSE(command.examples.empty()) << command.name;
    for (const auto& example : command.examples) EXPECT_EQ(example.rfind("pianqu ", 0), 0u) << example;
    const auto r = ran({command.name, "--help"});
    EXPECT_EQ(r.status, 0) << command.name;
    EXPECT_NE(r.out.find(command.examples.front()), std::string::npos) << command.name;
    EXPECT_NE(r.out.find("--json"), std::string::npos) << command.name;
  }
}

TEST(Table, alignsChineseHeadings) {
  const layers::LedgerTable table{.query = "q", .zh = "表", .columns = {{"a", "名称", "Name"}, {"b", "户数", "Households", "户"}},
                                  .rows = {{layers::Value{std::string("梅园小区")}, layers::Value{std::int64_t{12}}}, {layers::Value{std::string("A")}, layers::Value{}}}};
  std::ostringstream out;
  printTable(out, table);
  EXPECT_EQ(out.str(), "表\n名称      户数/户\n梅园小区       12\nA\n");
}

TEST(Table, printsNumbersInJsonAsTheyAreShown) {
  const layers::LedgerTable table{.query = "q", .zh = "表", .columns = {{"a", "面积", "Area", "公顷", 2}}, .rows = {{layers::Value{1.2349}}, {layers::Value{}}}};
  EXPECT_EQ(toJson(table)["rows"].dump(), R"([{"a":1.23},{"a":null}])");
}

}  // namespace
}  // namespace pianqu::app
