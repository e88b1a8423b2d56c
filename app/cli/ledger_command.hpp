#pragma once

#include "app/cli/command.hpp"

namespace pianqu::app {

/// `pianqu ledger PROJECT`: estate, building, district, measure, lift and leftover tables; text, JSON or XLSX.
Command ledgerCommand();

}  // namespace pianqu::app
