#pragma once

#include <iosfwd>

#include <nlohmann/json_fwd.hpp>

#include "layers/ledger/ledger.hpp"

namespace pianqu::app {

/// Columns aligned for a terminal where a Chinese character is two wide; numbers to the right.
void printTable(std::ostream& out, const layers::LedgerTable& table);

/// {"query", "title", "columns": [{key, zh, en, unit}], "rows": [{key: value}], "totals": n}; numbers as printed.
nlohmann::json toJson(const layers::LedgerTable& table);

}  // namespace pianqu::app
