#include "app/cli/style_command.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/project_style.hpp"
#include "app/cli/style_classify.hpp"
#include "app/paint/print.hpp"
#include "layers/sheet/plan_scene.hpp"
#include "layers/style/qgis_style.hpp"
#include "layers/style/style_rules.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

struct Options {
  std::string project, theme, layer, out;
};

/// Features of each symbol, of what was imported and what is planned.
std::map<std::string, std::size_t> countsOf(const layers::Scene& scene, const std::string& layerKey) {
  std::map<std::string, std::size_t> counts;
  if (const auto* layer = scene.find(layerKey))
    for (const auto& item : layer->items) ++counts[scene.symbols[item.symbol].key];
  return counts;
}

geo::Result<void> listThemes(const layers::Style& style, const std::string& current, Context& context) {
  if (context.isJson) {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& theme : style.all()) all.push_back({{"theme", theme.key}, {"name", theme.en}, {"title", theme.zh}, {"title_en", theme.titleEn}, {"layers", theme.layers.size()}, {"is_current", theme.key == current}});
    context.print({{"themes", all}});
    return {};
  }
  for (const auto& theme : style.all())
    context.out() << (theme.key == current ? "* " : "  ") << theme.key << " (" << theme.en << "): " << theme.zh << ", " << theme.layers.size() << " layers\n";
  return {};
}

geo::Result<void> runList(const Options& options, Context& context) {
  const auto project = layers::Project::open(options.project, layers::Project::Access::Read);
  if (!project) return fail(project);
  const auto style = styleOf(*project, options.theme, context);
  if (!style) return fail(style);
  if (options.theme.empty()) return listThemes(style->style, style->theme.key, context);
  const layers::Theme theme = style->drawn();
  const auto city = project->readCity(context.progress());
  if (!city) return fail(city);
  const auto plan = project->readPlan();
  if (!plan) return fail(plan);
  const layers::Scene scene = layers::sceneOf(*city, *plan, theme);
  nlohmann::json all = nlohmann::json::array();
  for (const auto& layer : theme.layers) {
    const auto counts = countsOf(scene, layer.key);
    if (counts.empty()) continue;
    nlohmann::json classes = nlohmann::json::array();
    if (!context.isJson) context.out() << layer.key << ": " << layer.zh << '\n';
    for (const auto& [key, count] : counts) {
      const layers::Symbol& symbol = *theme.find(key);
      if (key.ends_with(".casing")) continue;
      const std::string fill = symbol.fill ? layers::toHex(*symbol.fill) : "", stroke = symbol.stroke ? layers::toHex(*symbol.stroke) : "";
      classes.push_back({{"symbol", key}, {"title", symbol.zh}, {"fill", fill}, {"stroke", stroke}, {"features", count}});
      if (!context.isJson) context.out() << "  " << symbol.zh << ' ' << (fill.empty() ? "-" : fill) << ' ' << (stroke.empty() ? "-" : stroke) << ": " << count << '\n';
    }
    all.push_back({{"layer", layer.key}, {"title", layer.zh}, {"classes", classes}});
  }
  if (context.isJson) context.print({{"theme", theme.key}, {"layers", all}});
  return {};
}

geo::Result<void> runTheme(const Options& options, Context& context) {
  const auto project = layers::Project::open(options.project, layers::Project::Access::Write);
  if (!project) return fail(project);
  const auto style = styleOf(*project, options.theme, context);
  if (!style) return fail(style);
  const auto styles = keep(*project, *style, context);
  if (!styles) return fail(styles);
  const auto defaults = std::count_if(styles->begin(), styles->end(), [](const layers::StoredStyle& each) { return each.isDefault; });
  if (context.isJson) context.print({{"theme", style->theme.key}, {"styles", styles->size()}, {"defaults", defaults}});
  else context.out() << style->theme.key << ": " << styles->size() << " styles in layer_styles, " << defaults << " of them what QGIS shows first\n";
  return {};
}

/// Layers of the theme that have a table, or the one that was named.
geo::Result<std::vector<layers::ThemeLayer>> layersOf(const layers::Theme& theme, const Options& options) {
  std::vector<layers::ThemeLayer> chosen;
  std::string known;
  for (const auto& layer : theme.layers) {
    if (layers::geometryOfTable(layer.table) == layers::GeometryKind::None) continue;
    known += (known.empty() ? "" : ", ") + layer.key;
    if (options.layer.empty() || options.layer == layer.key) chosen.push_back(layer);
  }
  if (chosen.empty()) return fail(ErrorCode::NotFound, "theme " + theme.key + " has no table layer \"" + options.layer + "\"", "layers: " + known, {.file = options.project, .layer = options.layer});
  return chosen;
}

geo::Result<void> runExport(const Options& options, Context& context) {
  const auto project = layers::Project::open(options.project, layers::Project::Access::Read);
  if (!project) return fail(project);
  const auto style = styleOf(*project, options.theme, context);
  if (!style) return fail(style);
  const layers::Theme theme = style->drawn();
  const auto chosen = layersOf(theme, options);
  if (!chosen) return fail(chosen);
  const std::filesystem::path out(options.out);
  const std::string extension = out.extension().string();
  const bool isFile = extension == ".qml" || extension == ".sld";
  if (isFile && chosen->size() != 1) return fail(ErrorCode::Invalid, "one file holds one layer, and " + std::to_string(chosen->size()) + " were asked for", "add --layer, or give a folder");
  std::error_code error;
  if (!isFile) std::filesystem::create_directories(out, error);
  if (error) return fail(ErrorCode::Unwritable, "the folder cannot be made: " + error.message(), "choose another", {.file = options.out});
  std::vector<std::string> written;
  const auto write = [&](const std::string& path, const std::string& text) {
    written.push_back(path);
    return writeFile(path, text);
  };
  for (const auto& layer : *chosen) {
    const auto geometry = layers::geometryOfTable(layer.table);
    if (extension != ".sld")
      if (const auto done = write(isFile ? options.out : (out / (layer.key + ".qml")).string(), layers::toQml(theme, layer, geometry)); !done) return done;
    if (extension != ".qml")
      if (const auto done = write(isFile ? options.out : (out / (layer.key + ".sld")).string(), layers::toSld(theme, layer, geometry)); !done) return done;
  }
  if (context.isJson) context.print({{"theme", theme.key}, {"files", written}});
  else
    for (const auto& path : written) context.out() << "wrote " << path << '\n';
  return {};
}

}  // namespace

Command styleCommand() {
  Command command{.name = "style", .summary = "List themes and classes, choose what QGIS shows, export QML and SLD"};
  command.setUp = [](CLI::App& app) -> Run {
    auto options = std::make_shared<Options>();
    app.require_subcommand(1);
    const auto withProject = [&](CLI::App* action) {
      action->add_option("PROJECT", options->project, "The project, a GeoPackage")->required();
      action->fallthrough();
      return action;
    };
    CLI::App* list = withProject(app.add_subcommand("list", "The themes, or the layers and classes of one"));
    list->add_option("--theme", options->theme, "A theme: its layers, classes, colours and numbers of features");
    CLI::App* theme = withProject(app.add_subcommand("theme", "Choose the theme of the project, in the window and in QGIS"));
    theme->add_option("THEME", options->theme, "The theme: 现状, 片区, 雨污分流, CJJ61, 停车, 加装电梯, 消防, 红线内外, 总平面 or 屏幕")->required();
    CLI::App* exporting = withProject(app.add_subcommand("export", "Write styles for QGIS (.qml) and GeoServer (.sld)"));
    exporting->add_option("--theme", options->theme, "The theme; the project's without it");
    exporting->add_option("--layer", options->layer, "Only this layer");
    exporting->add_option("--out", options->out, "A file .qml or .sld, or a folder for both of every layer")->required();
    const auto classify = std::make_shared<ClassifyOptions>();
    CLI::App* classifying = setUpClassify(app, *classify);
    return [options, list, theme, classify, classifying](Context& context) {
      if (classifying->parsed()) return runClassify(*classify, context);
      if (list->parsed()) return runList(*options, context);
      if (theme->parsed()) return runTheme(*options, context);
      return runExport(*options, context);
    };
  };
  command.examples = {"pianqu style list city.gpkg", "pianqu style theme city.gpkg 雨污分流", "pianqu style export city.gpkg --theme 现状 --out styles",
                      "pianqu style classify city.gpkg --theme 现状 --layer building --field floors --classes 4"};
  return command;
}

}  // namespace pianqu::app
