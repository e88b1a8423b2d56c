#pragma once

#include <iosfwd>

#include <nlohmann/json.hpp>

#include "layers/io/import.hpp"

/// What `pianqu import` says of a file.
namespace pianqu::app {

void printReport(std::ostream& out, const layers::ImportRequest& request, const layers::ImportResult& result);
nlohmann::json toJson(const layers::ImportRequest& request, const layers::ImportResult& result);

}  // namespace pianqu::app
