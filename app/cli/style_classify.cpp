#include "app/cli/style_classify.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/project_style.hpp"
#include "layers/feature/city_schema.hpp"
#include "layers/feature/row_filter.hpp"

namespace pianqu::app {
namespace {

using geo::ErrorCode;
using geo::fail;

const std::vector<std::string> kMethods{"natural", "quantile", "equal", "rounded", "categories", "single"};

geo::Result<layers::Palette> paletteOf(const ClassifyOptions& options, Context& context) {
  const auto palettes = layers::readPalettes(context.dataFolder);
  if (!palettes) return fail(palettes);
  const std::string wanted = !options.palette.empty() ? options.palette : options.method == "categories" ? "distinct" : "viridis";
  std::string known;
  for (const auto& palette : *palettes) {
    if (palette.key == wanted) return palette;
    known += (known.empty() ? "" : ", ") + palette.key;
  }
  return fail(ErrorCode::NotFound, "there is no palette \"" + wanted + "\"", "palettes: " + known);
}

geo::Result<layers::LayerClasses> classesFor(const ClassifyOptions& options, const layers::Theme& theme, const layers::ThemeLayer& layer, const std::vector<layers::Value>& values, const layers::Palette& palette) {
  if (options.method == "single") return layers::singleClass(theme, layer);
  if (options.method == "categories") return layers::categoryClasses(theme, layer, options.field, layers::categoriesOf(values), palette);
  std::vector<double> numbers;
  for (const auto& value : values)
    if (const auto number = layers::toNumber(value)) numbers.push_back(*number);
  if (numbers.empty()) return fail(ErrorCode::Invalid, "field " + options.field + " of " + layer.table + " holds no numbers", "use --method categories", {.file = options.project, .layer = layer.table});
  const auto method = options.method == "quantile" ? layers::ClassMethod::Quantile : options.method == "equal" ? layers::ClassMethod::EqualInterval
                    : options.method == "rounded" ? layers::ClassMethod::Rounded : layers::ClassMethod::NaturalBreaks;
  return layers::graduatedClasses(theme, layer, options.field, layers::breaksOf(std::move(numbers), method, options.classes), palette);
}

void print(const layers::LayerClasses& classes, const std::vector<layers::Value>& values, const layers::Theme& theme, const std::string& classification, Context& context) {
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t i = 0; i < classes.rows.size(); ++i) {
    const layers::Symbol& symbol = classes.symbols[i];
    const auto colour = symbol.shape == layers::SymbolShape::Line ? symbol.stroke : symbol.fill;
    const auto count = std::count_if(values.begin(), values.end(), [&](const layers::Value& value) { return theme.classify(classification, layers::toText(value)) == symbol.key; });
    rows.push_back({{"match", classes.rows[i].match}, {"title", symbol.zh}, {"colour", colour ? layers::toHex(*colour) : ""}, {"features", count}});
    if (!context.isJson) context.out() << "  " << symbol.zh << ' ' << (colour ? layers::toHex(*colour) : "-") << ": " << count << '\n';
  }
  if (context.isJson) context.print({{"classes", rows}});
}

}  // namespace

CLI::App* setUpClassify(CLI::App& style, ClassifyOptions& options) {
  CLI::App* app = style.add_subcommand("classify", "Make the classes of a layer from an attribute, for the window and QGIS");
  app->add_option("PROJECT", options.project, "The project, a GeoPackage")->required();
  app->add_option("--layer", options.layer, "A layer of the theme that has a table: building, pipe, road ...")->required();
  app->add_option("--field", options.field, "The attribute");
  app->add_option("--theme", options.theme, "The theme; the project's without it");
  app->add_option("--method", options.method, "natural, quantile, equal, rounded, categories or single")->check(CLI::IsMember(kMethods));
  app->add_option("--classes", options.classes, "How many classes of numbers")->check(CLI::Range(2, 12));
  app->add_option("--palette", options.palette, "A row of data/styles/palettes.csv");
  app->add_option("--label", options.label, "Text beside features, fields in braces: {number}/{floors}F");
  app->add_option("--filter", options.filter, "Only features that match: floors >= 6 and use = '住宅'");
  app->add_flag("--reset", options.isReset, "Back to the shipped look of the layer");
  app->fallthrough();
  return app;
}

geo::Result<void> runClassify(const ClassifyOptions& options, Context& context) {
  auto project = layers::Project::open(options.project, layers::Project::Access::Write);
  if (!project) return fail(project);
  auto style = styleOf(*project, options.theme, context);
  if (!style) return fail(style);
  const auto* layer = style->theme.findLayer(options.layer);
  if (!layer || layer->table.empty()) return fail(ErrorCode::NotFound, "theme " + style->theme.key + " has no table layer \"" + options.layer + "\"", "see them with: pianqu style list PROJECT --theme " + style->theme.key);
  layers::LayerView& view = style->view.layers[layer->key];
  if (options.isReset) {
    view = {};
    if (const auto kept = keep(*project, *style, context); !kept) return fail(kept);
    if (!context.isJson) context.out() << layer->key << ": as shipped\n";
    return {};
  }
  if (options.field.empty() && options.method != "single") return fail(ErrorCode::Invalid, "classes need an attribute", "add --field, or --method single");
  const auto city = project->readCity(context.progress());
  if (!city) return fail(city);
  std::vector<layers::Value> values;
  if (!options.field.empty()) {
    auto all = layers::valuesOf(*city, layer->table, options.field);
    if (!all) return fail(all);
    values = std::move(*all);
  }
  if (const auto matching = layers::matchingRows(*city, layer->table, options.filter); !matching) return fail(matching);
  const auto palette = paletteOf(options, context);
  if (!palette) return fail(palette);
  auto classes = classesFor(options, style->theme, *layer, values, *palette);
  if (!classes) return fail(classes);
  if (!options.label.empty()) classes->label = options.label;
  view.filter = options.filter;
  view.classes = *classes;
  const layers::Theme made = layers::themeWith(style->theme, style->view);
  if (const auto kept = keep(*project, *style, context); !kept) return fail(kept);
  print(*classes, values, made, made.findLayer(layer->key)->classification, context);
  return {};
}

}  // namespace pianqu::app
