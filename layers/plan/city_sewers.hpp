#pragma once

#include <vector>

#include "geo/base/problems.hpp"
#include "geo/drainage/repair.hpp"
#include "geo/drainage/sewer_system.hpp"
#include "layers/feature/city.hpp"
#include "layers/plan/drainage_catalogue.hpp"

namespace pianqu::layers {

/// The drainage part of a City as a sewer system, with the way back.
struct CitySewers {
  geo::SewerSystem system;
  std::vector<std::size_t> nodes;    ///< by node of the system: position in City::pipeNodes
  std::vector<std::size_t> pipes;    ///< by link: position in City::pipes
  std::vector<std::size_t> risers;   ///< by source: position in City::risers; kNoRiser for gullies and house outlets
  geo::Problems problems;            ///< what could not be taken: pipe-without-node, riser-without-node, outfall-without-node
};
inline constexpr std::size_t kNoRiser = static_cast<std::size_t>(-1);

/// Nodes and pipes of class PS and what drains to them. Terms of the survey are read through drainage_terms.csv: a word that is not in the
/// table leaves its thing unknown. A riser carries the waters of its category and of all its sources; 合流 and isMixed mean both.
/// A node with an outfall row, or that the survey calls an outlet, is an outfall; without row, of unknown kind.
CitySewers sewersOf(const City& city, const DrainageCatalogue& catalogue);

/// What it costs to disconnect each link and source: taking the place apart, sealing the pipe, and as much new pipe as was sealed.
geo::RepairPrices repairPricesOf(const geo::SewerSystem& system, const RepairTariff& tariff);

}  // namespace pianqu::layers
