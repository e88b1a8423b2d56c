#include "app/style/pipe_world.hpp"

namespace pianqu::app {

std::shared_ptr<const PipeWorld> PipeWorld::make(std::shared_ptr<const CityContent> content, const layers::DrainageCatalogue& catalogue) {
  auto world = std::make_shared<PipeWorld>();
  world->content = std::move(content);
  const layers::City& city = world->content->city;
  world->sewers = layers::sewersOf(city, catalogue);
  world->graph = geo::flowGraphOf(world->sewers.system, catalogue.limits.minFallM);
  world->pipes = std::make_unique<const layers::PipeIndex>(city);
  for (std::size_t i = 0; i < world->sewers.nodes.size(); ++i) world->nodeOf.emplace(city.pipeNodes[world->sewers.nodes[i]].uid, static_cast<int>(i));
  for (std::size_t i = 0; i < world->sewers.pipes.size(); ++i) world->linkOf.emplace(city.pipes[world->sewers.pipes[i]].uid, static_cast<int>(i));
  for (std::size_t i = 0; i < city.pipes.size(); ++i) world->pipeOf.emplace(city.pipes[i].uid, i);
  return world;
}

geo::Result<ProfileData> ProfileData::read(const std::string& dataFolder) {
  auto catalogue = layers::readDrainageCatalogue(dataFolder);
  if (!catalogue) return geo::fail(std::move(catalogue));
  auto rules = layers::ClearanceRules::read(dataFolder);
  if (!rules) return geo::fail(std::move(rules));
  auto style = layers::SheetStyle::read(dataFolder);
  if (!style) return geo::fail(std::move(style));
  auto rows = layers::readProfileRows(dataFolder);
  if (!rows) return geo::fail(std::move(rows));
  auto themes = layers::Style::read(dataFolder);
  if (!themes) return geo::fail(std::move(themes));
  auto theme = themes->theme("separation");
  if (!theme) return geo::fail(std::move(theme));
  return ProfileData{std::move(*catalogue), std::move(*rules), std::move(*style), std::move(*rows), std::move(*theme), dataFolder};
}

}  // namespace pianqu::app
