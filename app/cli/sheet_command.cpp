#include "app/cli/sheet_command.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/paint/print.hpp"
#include "layers/ledger/boundary_tables.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/sheet/sheet.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

struct Options {
  std::string project, out, district, paper = "auto", scale = "auto", theme, date, projectTitle, drawingTitle, institute, stage = "方案", secrecy, font = "Noto Sans CJK SC";
  std::vector<std::string> notes;
  bool isCity = false;
  double dotsPerInch = 150;
};

std::string extensionOf(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

/// "out.png", page 3 of 12 -> "out-03.png"; a single page keeps its name.
std::string pagePath(const std::string& path, std::size_t page, std::size_t pages) {
  if (pages == 1) return path;
  const std::filesystem::path whole(path);
  const std::string number = (page + 1 < 10 ? "0" : "") + std::to_string(page + 1);
  return (whole.parent_path() / (whole.stem().string() + "-" + number + whole.extension().string())).string();
}

geo::Result<double> scaleOf(const std::string& text) {
  if (text == "auto") return 0.0;
  const auto number = layers::toNumber(layers::Value{text.starts_with("1:") ? text.substr(2) : text});
  if (number && *number >= 1 && *number <= 1e7) return *number;
  return fail(ErrorCode::Invalid, "\"" + text + "\" is no scale", "write the denominator: --scale 1000, or --scale auto");
}

geo::Result<layers::SheetFacts> factsOf(const layers::Project& project, const Options& options, Context& context) {
  const auto& settings = project.settings();
  layers::SheetFacts facts{.projectTitle = options.projectTitle.empty() ? settings.name : options.projectTitle, .drawingTitle = options.drawingTitle, .institute = options.institute,
                           .stage = options.stage, .secrecy = options.secrecy, .date = options.date, .heightDatum = settings.heightDatum, .notes = options.notes};
  if (facts.date.empty()) facts.date = context.author().at.substr(0, 10);
  facts.crsName = settings.crs.name();
  if (const auto meridian = settings.crs.centralMeridian()) facts.centralMeridian = layers::degreesText(*meridian);
  const auto sources = project.readSources();
  if (!sources) return fail(sources);
  for (const auto& source : *sources) facts.dataDate = std::max(facts.dataDate, source.importedAt.substr(0, 10));
  const auto hash = project.journalHash();
  if (!hash) return fail(hash);
  facts.snapshot = hash->substr(0, 12);
  return facts;
}

geo::Result<std::vector<std::string>> write(const layers::SheetSet& sheets, const layers::SheetFacts& facts, const layers::Project& project, const Options& options, Context& context) {
  const std::string extension = extensionOf(options.out);
  PrintOptions print{.family = options.font, .title = sheets.pages.front().title, .date = facts.date, .crs = project.settings().crs, .dataFolder = context.dataFolder, .pngDotsPerInch = options.dotsPerInch};
  std::vector<std::string> written;
  if (extension == ".pdf") {
    requireQt();
    if (auto done = printPdf(options.out, sheets.pages, print, context.progress()); !done) return fail(done);
    return std::vector<std::string>{options.out};
  }
  for (std::size_t i = 0; i < sheets.pages.size(); ++i) {
    const std::string path = pagePath(options.out, i, sheets.pages.size());
    if (extension == ".png") requireQt();
    const auto done = extension == ".png" ? printPng(path, sheets.pages[i], print) : writeFile(path, layers::toSvg(sheets.pages[i]));
    if (!done) return fail(done);
    written.push_back(path);
  }
  return written;
}

void report(const layers::SheetSet& sheets, const std::vector<std::string>& written, Context& context) {
  if (context.isJson) {
    context.print({{"files", written}, {"paper", sheets.paper.name}, {"scale", sheets.scale}, {"pages", sheets.pages.size()}, {"map_pages", sheets.mapPages},
                   {"labels_placed", sheets.labelsPlaced}, {"labels_dropped", sheets.labelsDropped}});
    return;
  }
  std::size_t dropped = 0;
  std::string kinds;
  for (const auto& [kind, count] : sheets.labelsDropped) {
    dropped += count;
    kinds += (kinds.empty() ? "" : ", ") + kind + " " + std::to_string(count);
  }
  context.out() << sheets.paper.name << ", 1:" << layers::formatNumber(sheets.scale, 0) << ", " << sheets.pages.size() << " pages (" << sheets.mapPages << " maps), "
                << sheets.labelsPlaced << " labels placed, " << dropped << " dropped for want of room" << (kinds.empty() ? "" : ": " + kinds) << '\n';
  for (const auto& path : written) context.out() << "wrote " << path << '\n';
}

geo::Result<void> runSheet(const Options& options, Context& context) {
  const std::string extension = extensionOf(options.out);
  if (extension != ".pdf" && extension != ".png" && extension != ".svg") return fail(ErrorCode::Unsupported, "cannot tell the format of " + options.out, "end the name in .pdf, .png or .svg");
  const auto scale = scaleOf(options.scale);
  if (!scale) return fail(scale);
  const auto styles = layers::Style::read(context.dataFolder);
  if (!styles) return fail(styles);
  const auto theme = styles->theme(!options.theme.empty() ? options.theme : options.isCity ? "片区" : "总平面");
  if (!theme) return fail(theme);
  const auto sheetStyle = layers::SheetStyle::read(context.dataFolder);
  if (!sheetStyle) return fail(sheetStyle);
  const auto labels = layers::readMeasureLabels(context.dataFolder);
  if (!labels) return fail(labels);
  const auto project = layers::Project::open(options.project, layers::Project::Access::Read);
  if (!project) return fail(project);
  const auto city = project->readCity(context.progress());
  if (!city) return fail(city);
  const auto plan = project->readPlan(context.progress());
  if (!plan) return fail(plan);
  const layers::District* district = options.isCity ? nullptr : plan->findDistrict(options.district);
  if (!options.isCity && !district) {
    return fail(ErrorCode::NotFound, "there is no district \"" + options.district + "\"", "see the codes with: pianqu ledger PROJECT --table districts", {.file = options.project});
  }
  const auto facts = factsOf(*project, options, context);
  if (!facts) return fail(facts);
  const auto nearM = layers::readNameDistance(context.dataFolder);
  if (!nearM) return geo::fail(nearM);
  const layers::LedgerTable bounds = district ? layers::boundsLedger(*city, *plan, *nearM, district->uid) : layers::LedgerTable{};
  const layers::SheetRequest request{*city, *plan, district, *theme, *sheetStyle, {options.isCity ? "city" : "district", options.paper, *scale}, *facts, *labels, bounds};
  const auto sheets = layers::composeSheets(request);
  if (!sheets) return fail(sheets);
  const auto written = write(*sheets, *facts, *project, options, context);
  if (!written) return fail(written);
  report(*sheets, *written, context);
  return {};
}

}  // namespace

Command sheetCommand() {
  Command command{.name = "sheet", .summary = "Print the plan map of the city or of a district"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
    auto* what = app.add_option_group("what");
    what->add_flag("--city", options->isCity, "The sheet of the whole city");
    what->add_option("--district", options->district, "The sheet of this district: code such as PQ01");
    what->require_option(1);
    app.add_option("--out", options->out, "The file: .pdf, .png or .svg (pages get -01, -02 for the last two)")->required();
    app.add_option("--paper", options->paper, "A3, A2, A1, A0 or auto");
    app.add_option("--scale", options->scale, "Denominator such as 1000, or auto; what does not fit goes onto several sheets");
    app.add_option("--theme", options->theme, "雨污分流, 总平面, 片区, 现状, CJJ61, 停车, 加装电梯, 消防 or 红线内外; the default is 总平面, and 片区 with --city");
    app.add_option("--date", options->date, "Date of the sheet, YYYY-MM-DD; the default is today");
    app.add_option("--project-title", options->projectTitle, "项目名称; the default is the project's name");
    app.add_option("--drawing-title", options->drawingTitle, "图名; the default is the theme's");
    app.add_option("--institute", options->institute, "编制单位");
    app.add_option("--stage", options->stage, "阶段");
    app.add_option("--secrecy", options->secrecy, "密级, as a responsible person has decided; blank otherwise");
    app.add_option("--note", options->notes, "A note to add; may be given several times");
    app.add_option("--font", options->font, "Font family");
    app.add_option("--dpi", options->dotsPerInch, "Dots an inch of a PNG")->check(CLI::Range(20.0, 1200.0));
    return [options](Context& context) { return runSheet(*options, context); };
  };
  command.examples = {"pianqu sheet city.gpkg --city --out city.pdf --date 2026-03-01", "pianqu sheet city.gpkg --district PQ01 --out PQ01.pdf --theme 雨污分流 --date 2026-03-01"};
  return command;
}

}  // namespace pianqu::app
