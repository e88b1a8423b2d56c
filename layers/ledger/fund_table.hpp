#pragma once

#include "layers/catalogue/city_profile.hpp"
#include "layers/catalogue/measures.hpp"
#include "layers/ledger/ledger.hpp"

namespace pianqu::layers {

/// What each fund source may pay for, by the fundable codes of measures.csv: a row a source that the city has (where it says none, each that a measure
/// of the plan names), then what none of them may pay for, and all. One measure counts in every source that may pay for it: a row is the most
/// that its source can be asked for, and rows do not add up. Measures of `districtUid`, or of all districts when empty.
LedgerTable fundLedger(const Plan& plan, const MeasureCatalogue& catalogue, const std::vector<FundSource>& sources, const CityProfile& profile, const Uid& districtUid = {});

}  // namespace pianqu::layers
