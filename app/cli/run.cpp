#include "app/cli/run.hpp"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"

namespace pianqu::app {
namespace {

constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2;

std::string examplesOf(const Command& command) {
  std::string text = command.examples.empty() ? "" : "\nExamples:\n";
  for (const auto& example : command.examples) text += "  " + example + "\n";
  return text;
}

int report(const geo::Error& error, Context& context) {
  if (context.isJson) {
    const auto& where = error.where;
    nlohmann::json place{{"file", where.file}, {"layer", where.layer}, {"feature", where.feature}};
    if (where.x && where.y) place["point"] = {*where.x, *where.y};
    context.print({{"error", {{"code", geo::nameOf(error.code)}, {"text", error.text}, {"hint", error.hint}, {"where", place}}}});
  }
  context.progress().report(1, {});   // the bar goes first
  context.err() << "pianqu: " << geo::toText(error) << '\n';
  if (!error.hint.empty()) context.err() << "  try: " << error.hint << '\n';
  return kFailed;
}

struct Parsed { Run chosen; bool isJson = false, hasExamples = false; };

void setUp(CLI::App& app, Parsed& parsed) {
  app.name("pianqu");
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", "pianqu 0.1.0");
  app.set_help_flag("-h,--help", "Print this help and stop");
  app.add_flag("--examples", parsed.hasExamples, "Print the examples of all commands, one a line, and stop");
  app.footer("\npianqu COMMAND --help tells more, with examples. Exit status: 0 done, 1 failed, 2 wrong usage.");
  for (const auto& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    sub->add_flag("--json", parsed.isJson, "Print the result as one JSON document");
    sub->footer(examplesOf(command));
    sub->callback([&parsed, run = command.setUp(*sub)] { parsed.chosen = run; });
  }
}

int runParsed(Parsed& parsed, CLI::App& app, std::ostream& out, std::ostream& err, geo::Progress& progress) {
  if (parsed.hasExamples) {
    for (const auto& command : commands()) for (const auto& example : command.examples) out << example << '\n';
    return kDone;
  }
  if (!parsed.chosen) {
    err << app.help();
    return kWrongUsage;
  }
  Context context(out, err, progress);
  context.isJson = parsed.isJson;
  context.dataFolder = findDataFolder();
  const auto done = parsed.chosen(context);
  return done ? kDone : report(done.error(), context);
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, geo::Progress& progress) {
  // CLI11 throws on wrong usage and for --help; whatever else arrives here is a bug of ours or of a library, reported and not passed on.
  try {
    CLI::App app("Renovation districts and their plans: one district, one plan (片区)");
    Parsed parsed;
    setUp(app, parsed);
    try {
      app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app.exit(error, out, err);
        return kDone;
      }
      const auto chosen = app.get_subcommands();
      err << "pianqu: " << error.what() << "\n  try: pianqu " << (chosen.empty() ? std::string() : chosen.front()->get_name() + " ") << "--help\n";
      return kWrongUsage;
    }
    return runParsed(parsed, app, out, err, progress);
  } catch (const std::exception& error) {
    err << "pianqu: unexpected failure: " << error.what() << "\n  try: report it with the command line and the input\n";
    return kFailed;
  }
}

std::string findDataFolder() {
  if (const char* named = std::getenv("PIANQU_DATA"); named && *named) return named;
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const auto installed = program.parent_path().parent_path() / "share/pianqu";
  if (!program.empty() && std::filesystem::is_directory(installed / "catalogue", ignored)) return installed.string();
  return PIANQU_SOURCE_DATA;
}

}  // namespace pianqu::app
