#include "layers/sample/workshop.hpp"

namespace pianqu::layers {

void countAll(Workshop& shop) {
  const City& c = shop.city();
  auto& counts = shop.sample.truth.counts;
  auto set = [&](const char* name, std::size_t count) { counts[name] = static_cast<std::int64_t>(count); };
  set("admin_area", c.adminAreas.size());
  set("estate", c.estates.size());
  set("building", c.buildings.size());
  set("entrance", c.entrances.size());
  set("consent", c.consents.size());
  set("illegal_structure", c.illegalStructures.size());
  set("road", c.roads.size());
  set("barrier", c.barriers.size());
  set("water", c.waters.size());
  set("green", c.greens.size());
  set("tree", c.trees.size());
  set("stall", c.stalls.size());
  set("facility", c.facilities.size());
  set("terrain", c.terrain.size());
  set("pipe_node", c.pipeNodes.size());
  set("pipe", c.pipes.size());
  set("riser", c.risers.size());
  set("outfall", c.outfalls.size());
  auto& old = counts["old_estates"];
  for (const auto& estate : c.estates) old += estate.builtTo.value_or(9999) < 2001;
  auto& households = counts["households"];
  auto& scattered = counts["scattered_buildings"];
  for (const auto& building : c.buildings) {
    households += building.households.value_or(0);
    scattered += building.estateUid.empty();
  }
  for (const auto& pipe : c.pipes) ++counts["pipe_" + (pipe.pipeClass == "PS" ? pipe.subclass : pipe.pipeClass)];
  for (const auto& fault : shop.sample.truth.faults) ++counts["fault_" + fault.kind];
}

}  // namespace pianqu::layers
