#pragma once

#include <string>

#include "layers/ledger/ledger.hpp"

/// Ledgers of boundaries: coordinates of their corners, and what they end at.
namespace pianqu::layers {

/// Numbered corners (界址点) of the boundaries of all districts, or of one: coordinates to the millimetre, side and bearing to the next one.
LedgerTable turningPointLedger(const Plan& plan, const Uid& districtUid = {});

/// What each district ends at (四至): roads and waters within `nearM` of a side, else estates.
LedgerTable boundsLedger(const City& city, const Plan& plan, double nearM, const Uid& districtUid = {});

/// Row merge.name-distance of rules.csv. errors as RuleBook::read and find
geo::Result<double> readNameDistance(const std::string& dataFolder);

}  // namespace pianqu::layers
