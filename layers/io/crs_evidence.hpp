#pragma once

#include <optional>
#include <string>

#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/io/raw_layer.hpp"

namespace pianqu::layers {

/// Extent of the two numbers as stored.
struct RawExtent {
  geo::Box box;                  ///< x: first number, y: second
};
RawExtent extentOf(const std::vector<RawGeometry>& geometries);

/// What is known beside the numbers of the file.
struct CrsClues {
  std::string given;             ///< --crs: "EPSG:4547", "gcj02", "bd09", "CGCS2000 CM 115.5 FE 500000"; empty: judged
  std::string declared;          ///< by the file
  std::string declaredBy;        ///< "the .prj"
  std::optional<geo::Crs> project;
  geo::Box projectExtent;        ///< of what the project holds, in its CRS; empty: holds nothing
  bool acceptsBallpark = false;
};

/// How the numbers become positions, and what proves it.
struct CrsProof {
  geo::Crs crs;
  std::optional<geo::ShiftedDatum> shifted;
  bool isSwapped = false;        ///< the first number is northing or latitude
  double prefixM = 0;            ///< zone number × 1 000 000 that stands in front of the easting and not in `crs`
  std::string name;              ///< for a person and the source table: "EPSG:4547", "BD-09"
  std::string proof;
  geo::Problems problems;        ///< axes swapped, accuracy not known
};

/// Decides only what the clues prove. Order: what the user says, what the file declares, where the project lies. What is declared or
/// said must agree with the numbers.
/// errors    Undecided: nothing proves it, with the candidates and why each is one; or only a ballpark operation leads to CGCS2000 and
///           it was not accepted. Invalid: the numbers contradict what is said or declared
geo::Result<CrsProof> decideCrs(const RawExtent& extent, const CrsClues& clues);

/// The CRS of a new project whose first content is in `proof.crs`: itself when it is a projected CGCS2000 system, else the CGCS2000
/// 3-degree zone around the content.
geo::Result<geo::Crs> projectCrsFor(const CrsProof& proof, const RawExtent& extent);

/// Positions in `project`, row by row; a row that cannot be carried is empty and has a text in `faults`.
struct PlacedRows {
  std::vector<geo::XYGeometry> geometries;
  std::vector<std::string> faults;
};
PlacedRows placeRows(const std::vector<RawGeometry>& geometries, const CrsProof& proof, const geo::Crs& project);

}  // namespace pianqu::layers
