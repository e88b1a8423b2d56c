#include "app/cli/project_style.hpp"

#include <algorithm>

namespace pianqu::app {

using geo::fail;

geo::Result<ProjectStyle> styleOf(const layers::Project& project, const std::string& wanted, Context& context) {
  auto style = layers::Style::read(context.dataFolder);
  if (!style) return fail(style);
  const auto kept = layers::readSetting(project, layers::kThemeSetting);
  if (!kept) return fail(kept);
  auto theme = style->theme(!wanted.empty() ? wanted : kept->empty() ? "screen" : *kept);
  if (!theme) return fail(theme);
  const auto text = layers::readSetting(project, layers::viewSetting(*theme));
  if (!text) return fail(text);
  auto view = layers::parseThemeView(*text);
  if (!view) return fail(view);
  return ProjectStyle{std::move(*style), std::move(*theme), std::move(*view)};
}

geo::Result<std::vector<layers::StoredStyle>> keep(const layers::Project& project, const ProjectStyle& style, Context& context) {
  auto all = layers::storedStylesOf(style.style, style.theme.key);
  if (!all) return fail(all);
  // The looks of the chosen theme are those that the person made.
  for (layers::StoredStyle& mine : layers::storedStylesOf(style.style, style.drawn())) {
    const auto shipped = std::find_if(all->begin(), all->end(), [&](const layers::StoredStyle& each) { return each.table == mine.table && each.name == mine.name && each.isDefault; });
    if (shipped != all->end()) *shipped = std::move(mine);
  }
  if (const auto saved = layers::saveStyles(project, *all, context.author()); !saved) return fail(saved);
  const std::map<std::string, std::string> settings{{layers::kThemeSetting, style.theme.key}, {layers::viewSetting(style.theme), layers::toJson(style.view)}};
  if (const auto saved = layers::saveSettings(project, settings, context.author()); !saved) return fail(saved);
  return all;
}

}  // namespace pianqu::app
