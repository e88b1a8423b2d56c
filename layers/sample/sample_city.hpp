#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/feature/city.hpp"

/// The fictional county-level city 云梅市, made from a size and a seed. For demonstrations, tests and benches; nothing in layers uses it.
namespace pianqu::layers {

enum class SampleSize { S, M, L, XL };
std::optional<SampleSize> sampleSizeOf(std::string_view name);  ///< "S", "M", "L", "XL"
std::string_view nameOf(SampleSize size);

/// One fault that was put in on purpose. `kind`: M1..M6, reverse-slope, dead-end, diameter-decrease, duplicate-node, cycle,
/// duplicate-code, missing-point, unknown-invert.
struct PlantedFault {
  std::string id;                  ///< "F0001"
  std::string kind;
  std::vector<std::string> pipes;  ///< survey codes of the pipes, as "from-to" point numbers
  std::vector<std::string> nodes;  ///< survey point numbers
  std::string riser;               ///< code of the riser, or empty
  geo::XY place;
  std::string note;
};

/// A pipe end that names a point which no point table has: the line row says `code`, the City has no node for it.
struct LostPoint {
  Uid pipeUid;
  bool isFrom = false;
  std::string code;
};

/// What is known about the city because it was made: the answers that tests compare with.
struct SampleTruth {
  std::vector<PlantedFault> faults;
  std::map<std::string, std::int64_t> counts;  ///< by table name of the city schema, and by the names in docs/cli/sample.md
};

struct SampleCity {
  SampleSize size = SampleSize::S;
  std::uint64_t seed = 0;
  geo::Crs crs = geo::Crs::localCity(115.5, 500000);
  City city;
  std::vector<LostPoint> lostPoints;
  SampleTruth truth;
};

/// Makes the city in memory.
///
/// in        any seed; the same size and seed give the same city to the last bit
/// keeps     buildings overlap neither one another nor roads nor water; the communities cover the city without gap or overlap
///           and their borders are road centre lines, the river or the railway; every pipe end without a planted fault has its node
/// errors    Cancelled
/// cost      S 0.1 s, M 2 s; XL has no pipes, households or stair units
geo::Result<SampleCity> generateCity(SampleSize size, std::uint64_t seed, geo::Progress& progress = geo::noProgress());

}  // namespace pianqu::layers
