#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include "app/model/snapshot.hpp"
#include "geo/network/trace.hpp"
#include "layers/plan/pipe_crossings.hpp"
#include "layers/sheet/profile_sheet.hpp"

namespace pianqu::app {

/// What questions on pipes need of a city, worked out once, in a worker. Never changes.
struct PipeWorld {
  std::shared_ptr<const CityContent> content;
  layers::CitySewers sewers;
  geo::FlowGraph graph;
  std::unique_ptr<const layers::PipeIndex> pipes;
  std::unordered_map<layers::Uid, int> nodeOf, linkOf;      ///< drains only
  std::unordered_map<layers::Uid, std::size_t> pipeOf;      ///< every class

  static std::shared_ptr<const PipeWorld> make(std::shared_ptr<const CityContent> content, const layers::DrainageCatalogue& catalogue);
};

/// The data that drawing a profile needs; read once at the start.
struct ProfileData {
  layers::DrainageCatalogue catalogue;
  layers::ClearanceRules rules;
  layers::SheetStyle style;
  std::vector<layers::ProfileRow> rows;
  layers::Theme theme;
  std::string folder;                                       ///< the data folder itself: a PDF needs it
  static geo::Result<ProfileData> read(const std::string& dataFolder);
};

}  // namespace pianqu::app
