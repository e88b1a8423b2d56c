#pragma once

#include "app/cli/command.hpp"
#include "layers/project/settings.hpp"
#include "layers/style/theme_view.hpp"

namespace pianqu::app {

/// The theme that was asked for or that the project shows, with what was changed about it there.
struct ProjectStyle {
  layers::Style style;
  layers::Theme theme;             ///< as shipped
  layers::ThemeView view;

  layers::Theme drawn() const { return layers::drawnTheme(theme, view); }
};
/// `wanted` empty: the theme that the project shows. errors  NotFound for a theme that does not exist; those of data and project
geo::Result<ProjectStyle> styleOf(const layers::Project& project, const std::string& wanted, Context& context);

/// Keeps the view in the project and writes the looks of every table for QGIS: this theme first.
geo::Result<std::vector<layers::StoredStyle>> keep(const layers::Project& project, const ProjectStyle& style, Context& context);

}  // namespace pianqu::app
