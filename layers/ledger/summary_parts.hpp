#pragma once

#include "layers/ledger/ledger.hpp"

/// Inside of the ledger: what one building and one estate add. summarize() and LiveLedger both add these up.
namespace pianqu::layers {

void addBuilding(Summary& summary, const City& city, const CityIndex& index, const Building& building);
/// What an estate adds when all of its buildings are in, beside the buildings themselves; `itsBuildings` is their sum.
void addEstate(Summary& summary, const City& city, const CityIndex& index, std::size_t position, const Summary& itsBuildings);

}  // namespace pianqu::layers
