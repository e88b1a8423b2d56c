#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/drainage/profile.hpp"
#include "layers/plan/city_sewers.hpp"
#include "layers/plan/pipe_crossings.hpp"
#include "layers/scene/picture.hpp"
#include "layers/sheet/sheet_style.hpp"

/// 排水纵断面图: ground, pipes with bottom and top, manholes, crossings, and the table of stations below.
namespace pianqu::layers {

/// A pipe that crosses the way, where it does.
struct ProfileCrossing {
  double chainageM = 0;
  std::size_t pipe = 0;                ///< position in City::pipes
  std::string pipeClass, code;
  geo::XY at;
  PipeLevels levels;
  std::optional<double> clearanceM, requiredM;
  ClearanceState state = ClearanceState::Unknown;
};
/// By chainage.
std::vector<ProfileCrossing> crossingsAlong(const geo::Profile& profile, const CitySewers& sewers, const PipeIndex& pipes, const ClearanceRules& rules);

struct ProfileSheetOptions {
  double scaleH = 0, scaleV = 0;       ///< denominators; 0: of the style, halved until it fits
  std::string title;
  bool isChinese = true;
};

/// The headings and heights of the table's rows: data/styles/profile_rows.csv.
struct ProfileRow {
  std::string key, zh, en;
  double heightMm = 0;
};
/// errors  NotFound, Invalid naming the row
geo::Result<std::vector<ProfileRow>> readProfileRows(const std::string& dataFolder);

/// Where the plot lies on the picture: the way between a chainage and a place of the drawing.
struct ProfileFrame {
  geo::Box plotMm;                     ///< y down
  double scaleH = 500, scaleV = 100;
  double datumM = 0;                   ///< level at the bottom of the plot
  double lengthM = 0;

  double xOf(double chainageM) const { return plotMm.minX + chainageM * 1000 / scaleH; }
  double yOf(double levelM) const { return plotMm.maxY - (levelM - datumM) * 1000 / scaleV; }
  double chainageAt(double xMm) const;
};

struct ProfileSheet {
  Picture picture;
  ProfileFrame frame;
};

/// in        a profile with at least one pipe
/// keeps     what is not known is "?" in the table and not drawn in the plot
ProfileSheet profileSheet(const geo::Profile& profile, const std::vector<ProfileCrossing>& crossings, const Theme& theme, const SheetStyle& style, const std::vector<ProfileRow>& rows,
                          const ProfileSheetOptions& options = {});

}  // namespace pianqu::layers
