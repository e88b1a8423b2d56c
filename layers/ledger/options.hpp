#pragma once

#include <string>
#include <vector>

#include "layers/ledger/ledger.hpp"

namespace pianqu::layers {

struct NamedPlan {
  std::string name;
  Plan plan;
};

/// One row an option, so that a meeting can choose: how much is covered, how whole and compact, what it costs, what is left over.
///
/// in        `walkM`: on foot from the middle of a district (row district.walk-circle of rules.csv)
LedgerTable optionLedger(const City& city, const std::vector<NamedPlan>& options, double walkM);

/// Buildings that are in another district in `b` than in `a`, one row each. Districts are the same when their uid is, else when most of
/// their buildings are common.
LedgerTable optionDiff(const City& city, const NamedPlan& a, const NamedPlan& b);

}  // namespace pianqu::layers
