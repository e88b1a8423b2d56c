#pragma once

#include <string>

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu style classify`: classes of a layer from the values of an attribute.
struct ClassifyOptions {
  std::string project, theme, layer, field, method = "natural", palette, label, filter;
  int classes = 5;
  bool isReset = false;
};
CLI::App* setUpClassify(CLI::App& style, ClassifyOptions& options);
geo::Result<void> runClassify(const ClassifyOptions& options, Context& context);

}  // namespace pianqu::app
