#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/catalogue/city_profile.hpp"
#include "layers/feature/city.hpp"
#include "layers/feature/city_index.hpp"
#include "layers/feature/city_rows.hpp"
#include "layers/ledger/ledger.hpp"
#include "layers/plan/plan.hpp"

namespace pianqu::app {

/// What was imported, with everything that is worked out once from it. Never changes; shared by all threads.
struct CityContent {
  using Place = layers::CityRows::Place;

  const layers::City city;
  const std::unique_ptr<const layers::CityIndex> index;
  const layers::CityRows rows;                      ///< the city as tables, in the order of layers::citySchema(); nothing is copied

  /// Where the row of a feature is in `rows`.
  std::optional<Place> find(const layers::Uid& uid) const { return rows.find(uid); }
  const layers::CityTableRows& tableAt(Place place) const { return rows.tables()[place.table]; }

  explicit CityContent(layers::City imported);
};

/// The state of a project that the window shows: one consistent value, replaced as a whole.
struct Snapshot {
  std::string path;
  std::string name;
  bool isReadOnly = false;                          ///< opened for looking only: the file may not be changed
  geo::Crs crs = geo::Crs::cgcs2000LonLat();
  layers::CityProfile profile;                      ///< what the city asks of its districts
  std::shared_ptr<const int> origin = std::make_shared<const int>(0);  ///< the same for all snapshots of one opened project, whatever was edited or imported
  std::shared_ptr<const CityContent> content;
  std::shared_ptr<const layers::Plan> plan;
  std::vector<layers::Summary> districtSummaries;   ///< one a district of the plan, same order
  layers::Summary planSummary;                      ///< of all districts
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The values that `rows` name, as they are in `content`: what undo needs. errors NotFound for a row that is not there
geo::Result<layers::FeatureTable> valuesNow(const CityContent& content, const layers::FeatureTable& rows);

/// The same project with other values in some imported rows; rows that are not there are left out. Call it off the UI thread.
SnapshotPtr withRows(const Snapshot& snapshot, const std::vector<layers::FeatureTable>& rows);

/// The same project with another plan; sums are worked out here, so call it off the UI thread.
SnapshotPtr withPlan(const Snapshot& snapshot, layers::Plan plan);

}  // namespace pianqu::app
