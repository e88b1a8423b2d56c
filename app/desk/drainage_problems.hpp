#pragma once

#include <string>

#include "geo/base/problems.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/feature/city.hpp"

namespace pianqu::app {

/// The findings of the drainage check as problems with their uid. A city without drainage pipes has none.
geo::Result<geo::Problems> drainageProblems(const layers::City& city, const std::string& dataFolder, geo::Progress& progress);

}  // namespace pianqu::app
