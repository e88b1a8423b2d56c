#include "app/cli/draw_command.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <numeric>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "geo/shape/wkt.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/scene/map_drawing.hpp"
#include "layers/sheet/plan_scene.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

struct Options {
  std::string what, out, theme = "屏幕", district;
  double widthMm = 200, scale = 0;
};

/// One shape a line; a name that is a file is read.
geo::Result<std::vector<geo::XYGeometry>> readShapes(const std::string& what) {
  std::string text = what;
  if (std::filesystem::exists(what)) {
    std::ifstream file(what, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  std::vector<geo::XYGeometry> shapes;
  std::size_t number = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, to - from);
    from = to + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto shape = geo::parseWkt(line);
    if (!shape) {
      geo::Error error = shape.error();
      error.where.feature = std::to_string(number);
      if (error.hint.empty()) error.hint = "give a project, well-known text, or a file with one shape a line";
      return tl::unexpected<geo::Error>(std::move(error));
    }
    shapes.push_back(std::move(*shape));
  }
  return shapes;
}

geo::Result<layers::Scene> sceneOfProject(const Options& options, const layers::Theme& theme, geo::Box& box, Context& context) {
  const auto project = layers::Project::open(options.what, layers::Project::Access::Read);
  if (!project) return fail(project);
  const auto city = project->readCity(context.progress());
  if (!city) return fail(city);
  const auto plan = project->readPlan(context.progress());
  if (!plan) return fail(plan);
  if (options.district.empty()) {
    layers::Scene scene = layers::sceneOf(*city, *plan, theme);
    box = scene.box();
    return scene;
  }
  const auto* district = plan->findDistrict(options.district);
  if (!district) return fail(ErrorCode::NotFound, "there is no district \"" + options.district + "\"", "see the codes with: pianqu ledger PROJECT --table districts", {.file = options.what});
  box = geo::boxOf(district->shape).grownBy(30);
  return layers::sceneOf(*city, *plan, *district, theme, {.box = box});
}

/// The whole box on a picture of the width asked for; the scale follows from it unless it was given.
layers::MapFrame frameFor(geo::Box box, const Options& options) {
  const double extent = std::max({box.width(), box.height(), 1e-6});
  box = box.grownBy(extent * 0.03);
  layers::MapFrame frame;
  frame.scale = options.scale > 0 ? options.scale : std::max(box.width() * 1000 / options.widthMm, 1e-6);
  frame.upperLeft = {box.minX, box.maxY};
  frame.widthMm = frame.mm(box.width());
  frame.heightMm = frame.mm(box.height());
  return frame;
}

geo::Result<void> writeText(const std::string& path, const std::string& text) {
  const std::string beside = path + ".part";
  std::ofstream file(beside, std::ios::binary);
  file << text;
  file.close();
  std::error_code error;
  if (file.good()) std::filesystem::rename(beside, path, error);
  if (file.good() && !error) return {};
  std::filesystem::remove(beside, error);
  return fail(ErrorCode::Unwritable, "cannot be written", "check the folder and the free space", {.file = path});
}

geo::Result<void> runDraw(const Options& options, Context& context) {
  const auto styles = layers::Style::read(context.dataFolder);
  if (!styles) return fail(styles);
  const auto theme = styles->theme(options.theme);
  if (!theme) return fail(theme);
  const std::string extension = std::filesystem::path(options.what).extension().string();
  geo::Box box;
  layers::Scene scene;
  if (extension == ".gpkg") {
    auto drawn = sceneOfProject(options, *theme, box, context);
    if (!drawn) return fail(drawn);
    scene = std::move(*drawn);
  } else {
    const auto shapes = readShapes(options.what);
    if (!shapes) return fail(shapes);
    const auto* symbol = theme->find("shape");
    if (!symbol) return fail(ErrorCode::NotFound, "the theme has no symbol \"shape\"", "add its row to data/styles/symbols.csv");
    scene = layers::sceneOf(*shapes, *symbol);
    box = scene.box();
  }
  if (box.isEmpty()) return fail(ErrorCode::Invalid, "there is nothing to draw", "import something first, or give a shape that is not empty");
  const layers::MapFrame frame = frameFor(box, options);
  layers::MapDrawing drawing = layers::drawMap(scene, frame);
  const std::string svg = layers::toSvg({"", frame.widthMm, frame.heightMm, std::move(drawing.groups), {frame}});
  if (options.out.empty()) {
    context.out() << svg;
    return {};
  }
  if (auto written = writeText(options.out, svg); !written) return written;
  if (context.isJson) context.print({{"file", options.out}, {"scale", frame.scale}, {"labels_placed", drawing.labelsPlaced}, {"labels_dropped", std::accumulate(drawing.labelsDropped.begin(), drawing.labelsDropped.end(), std::size_t{0})}});
  else context.out() << "wrote " << options.out << " at 1:" << layers::formatNumber(frame.scale, frame.scale < 10 ? 3 : 0) << '\n';
  return {};
}

}  // namespace

Command drawCommand() {
  Command command{.name = "draw", .summary = "Draw a shape or a project's map as SVG"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.add_option("WHAT", options->what, "A project (.gpkg), well-known text, or a file with one shape a line")->required();
    app.add_option("--out", options->out, "The SVG file; standard output without it");
    app.add_option("--theme", options->theme, "屏幕, 片区, 现状, 雨污分流, 总平面 or CJJ61");
    app.add_option("--district", options->district, "Only the surroundings of this district");
    app.add_option("--width", options->widthMm, "Width of the picture, mm")->check(CLI::Range(1.0, 10000.0));
    app.add_option("--scale", options->scale, "Denominator in place of the width")->check(CLI::PositiveNumber);
    return [options](Context& context) { return runDraw(*options, context); };
  };
  command.examples = {"pianqu draw \"POLYGON ((0 0, 4 0, 4 3, 0 3, 0 0))\" --out shape.svg", "pianqu draw city.gpkg --out map.svg --theme 现状"};
  return command;
}

}  // namespace pianqu::app
