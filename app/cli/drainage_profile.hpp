#pragma once

#include <string>

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu drainage profile`: levels along the pipes between two manholes, as a table and as a drawing.
struct ProfileOptions {
  std::string project, from, to, out, title;
  double scaleH = 0, scaleV = 0;
};
CLI::App* setUpProfile(CLI::App& drainage, ProfileOptions& options);
geo::Result<void> runProfile(const ProfileOptions& options, Context& context);

}  // namespace pianqu::app
