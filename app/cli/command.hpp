#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "geo/base/problems.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/project/project.hpp"

namespace CLI {
class App;
}

namespace pianqu::app {

/// What a command runs with. Commands print through it, so that --json holds everywhere and tests can read it.
class Context {
 public:
  Context(std::ostream& out, std::ostream& err, geo::Progress& progress) : m_out(out), m_err(err), m_progress(progress) {}

  bool isJson = false;            ///< --json: one JSON document on standard output, nothing else there
  std::string dataFolder;         ///< shipped data: PIANQU_DATA, or beside the program, or the source tree

  std::ostream& out() { return m_out; }
  std::ostream& err() { return m_err; }   ///< remarks for a person; never part of a result
  geo::Progress& progress() { return m_progress; }
  layers::Author author() const;          ///< PIANQU_USER or the login name; PIANQU_NOW or the clock (UTC)

  void print(const nlohmann::json& document);      ///< with --json: the result
  void printProblems(const geo::Problems& problems, std::size_t limit = 20);  ///< text mode: to err(), then how many more there are

 private:
  std::ostream& m_out;
  std::ostream& m_err;
  geo::Progress& m_progress;
};

using Run = std::function<geo::Result<void>(Context&)>;

/// One subcommand: one file pair named after it, one page docs/cli/<name>.md, one folder tests/cli/<name>/.
struct Command {
  std::string name;
  std::string summary;                     ///< one line, imperative
  std::function<Run(CLI::App&)> setUp;     ///< adds options to the subcommand and returns what runs when it is chosen
  std::vector<std::string> examples;       ///< whole command lines, shown by --help, run by tests in registry order in one folder
};

/// All commands in the order of the work: sample import check profile merge plan drainage parking lift ledger sheet edit draw.
const std::vector<Command>& commands();

}  // namespace pianqu::app
