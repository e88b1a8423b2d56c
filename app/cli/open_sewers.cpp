#include "app/cli/open_sewers.hpp"

#include <algorithm>

namespace pianqu::app {

using geo::ErrorCode;
using geo::fail;

geo::Result<OpenSewers> openSewers(const std::string& path, layers::Project::Access access, Context& context, const std::string& storm) {
  auto project = layers::Project::open(path, access);
  if (!project) return fail(std::move(project));
  auto city = project->readCity(context.progress());
  if (!city) return fail(std::move(city));
  auto catalogue = layers::readDrainageCatalogue(context.dataFolder, storm);
  if (!catalogue) return fail(std::move(catalogue));
  layers::CitySewers sewers = layers::sewersOf(*city, *catalogue);
  if (sewers.system.links.empty()) {
    return fail(ErrorCode::NotFound, "The project has no drainage pipes", "Import the point and line tables of class PS first: pianqu import", {.file = path});
  }
  context.printProblems(sewers.problems);
  return OpenSewers{std::move(*project), std::move(*city), std::move(*catalogue), std::move(sewers)};
}

geo::Result<int> findManhole(const OpenSewers& open, const std::string& code) {
  const auto& nodes = open.sewers.system.nodes;
  const auto isNamed = [&](const geo::SewerNode& node) { return node.code == code; };
  const auto first = std::find_if(nodes.begin(), nodes.end(), isNamed);
  if (first == nodes.end()) {
    return fail(ErrorCode::NotFound, "There is no drainage manhole " + code, "Give the survey number as in the point table", {.file = open.project.path(), .layer = "pipe_node"});
  }
  if (std::any_of(first + 1, nodes.end(), isNamed)) {
    return fail(ErrorCode::Undecided, "Several manholes are called " + code, "See them with: pianqu drainage check --rule duplicate-node", {.file = open.project.path(), .layer = "pipe_node"});
  }
  return static_cast<int>(first - nodes.begin());
}

}  // namespace pianqu::app
