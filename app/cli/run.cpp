#include "app/cli/run.hpp"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <sstream>

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

struct Parsed { Run chosen; bool isJson = false, hasExamples = false, isWrongUsage = false; };

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

void report(const geo::Error& error, Context& context) {
  if (context.isJson) {
    const auto& where = error.where;
    nlohmann::json place{{"file", where.file}, {"layer", where.layer}, {"feature", where.feature}};
    if (where.x && where.y) place["point"] = {*where.x, *where.y};
    context.print({{"error", {{"code", geo::nameOf(error.code)}, {"text", error.text}, {"hint", error.hint}, {"where", place}}}});
  }
  context.progress().report(1, {});   // the bar goes first
  context.err() << "pianqu: " << geo::toText(error) << '\n';
  if (!error.hint.empty()) context.err() << "  try: " << error.hint << '\n';
}

geo::Result<void> runParsed(Parsed& parsed, CLI::App& app, Context& context) {
  if (parsed.hasExamples) {
    for (const auto& command : commands()) for (const auto& example : command.examples) context.out() << example << '\n';
    return {};
  }
  if (!parsed.chosen) {
    parsed.isWrongUsage = true;
    return geo::fail(geo::ErrorCode::Invalid, app.help());
  }
  context.isJson = parsed.isJson;
  context.dataFolder = findDataFolder();
  return parsed.chosen(context);
}

geo::Result<void> parseAndRun(const std::vector<std::string>& arguments, Parsed& parsed, Context& context) {
  // CLI11 throws on wrong usage and for --help; whatever else arrives here is a bug of ours or of a library, reported and not passed on.
  try {
    CLI::App app("Renovation districts and their plans: one district, one plan (片区)");
    setUp(app, parsed);
    try {
      app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app.exit(error, context.out(), context.err());
        return {};
      }
      const auto chosen = app.get_subcommands();
      parsed.isWrongUsage = true;
      return geo::fail(geo::ErrorCode::Invalid, error.what(), "pianqu " + (chosen.empty() ? std::string() : chosen.front()->get_name() + " ") + "--help");
    }
    return runParsed(parsed, app, context);
  } catch (const std::exception& error) {
    return geo::fail(geo::ErrorCode::Internal, std::string("unexpected failure: ") + error.what(), "report it with the command line and the input");
  }
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, geo::Progress& progress) {
  Context context(out, err, progress);
  Parsed parsed;
  const auto done = parseAndRun(arguments, parsed, context);
  if (done) return kDone;
  if (parsed.isWrongUsage && done.error().hint.empty()) err << done.error().text;
  else report(done.error(), context);
  return parsed.isWrongUsage ? kWrongUsage : kFailed;
}

geo::Result<void> call(const std::vector<std::string>& arguments, geo::Progress& progress) {
  std::ostringstream out, err;
  Context context(out, err, progress);
  Parsed parsed;
  return parseAndRun(arguments, parsed, context);
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
