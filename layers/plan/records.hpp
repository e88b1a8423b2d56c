#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "layers/feature/table.hpp"
#include "layers/plan/plan.hpp"

/// A plan as rows of the store: which tables, what each row holds, what differs between two plans.
namespace pianqu::layers {

/// One table of the plan. `hasAnyGeometry`: points, lines and polygons side by side (a measure may be any of them).
struct PlanTable {
  TableSchema schema;
  bool hasAnyGeometry = false;
};

/// plan district district_member leftover measure lift_study parking_study parking_part, parents before children.
const std::vector<PlanTable>& planTables();
const PlanTable* findPlanTable(std::string_view name);

/// `values[i]` belongs to `schema.fields[i]`.
struct Row {
  std::vector<Value> values;
  geo::XYGeometry geometry;
  bool operator==(const Row&) const = default;
};

/// A row that came (no before), went (no after) or changed.
struct RowChange {
  std::string table;
  Uid uid;
  std::optional<Row> before, after;
  bool operator==(const RowChange&) const = default;
};

/// keeps   order of planTables(), then uid; equal plans give none
std::vector<RowChange> changesBetween(const Plan& before, const Plan& after);

/// The plan that rows make; tables that are missing are empty. Lists come out sorted.
/// keeps     planFrom(rows of p) == p for every sorted p
/// errors    Invalid for a row that refers to a district or study that is not there, or holds text that cannot be read; Cancelled
geo::Result<Plan> planFrom(const std::vector<FeatureTable>& tables, const geo::Progress& progress = geo::noProgress());

/// A row as JSON with sorted keys; doubles in the shortest form that reads back, geometry as WKT under "geom". Empty for no row.
std::string toJson(const PlanTable& table, const std::optional<Row>& row);
/// errors    Invalid for text that is not such a row
geo::Result<std::optional<Row>> rowFromJson(const PlanTable& table, const std::string& json);

}  // namespace pianqu::layers
