#pragma once

#include <vector>

#include "layers/scene/picture.hpp"
#include "layers/sheet/sheet_style.hpp"

namespace pianqu::layers {

/// Where things lie on one sheet, mm from the upper left corner.
struct SheetLayout {
  Paper paper;
  geo::Box frame;      ///< inner frame
  geo::Box title;      ///< band above the map
  geo::Box map;
  geo::Box strip;      ///< right of the map: legend, tables, stamp area, title block
};
SheetLayout layoutOf(const SheetStyle& style, const Paper& paper);

/// Paper, scale and the map windows of all pages.
struct SheetPlan {
  Paper paper;
  double scale = 0;
  int columns = 1, rows = 1;
  std::vector<MapFrame> frames;   ///< row by row from the upper left; those that do not touch the subject are left out
};

struct SheetWish {
  std::string use = "district";   ///< "district" or "city": which automatic choices are tried
  std::string paper = "auto";
  double scale = 0;               ///< 0: automatic
};

/// Chooses paper and scale, and cuts the subject into pages when it does not fit at the scale asked for.
///
/// in        `subject` is what must be on the sheet, project CRS
/// errors    NotFound for an unknown paper; Invalid for an empty subject or for more than 200 pages
geo::Result<SheetPlan> planSheets(const SheetStyle& style, const geo::MultiPolygon<geo::XY>& subject, const SheetWish& wish);

}  // namespace pianqu::layers
