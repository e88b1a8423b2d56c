#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/shape.hpp"

namespace pianqu::layers {

/// A foreign file that is only looked at: its shapes in the project CRS; nothing is imported.
struct OverlayRequest {
  std::string path;
  std::string crs;                         ///< as a person says, as in CrsClues::given; empty: judged as import does
  geo::Crs project;
  geo::Box projectExtent;                  ///< of what the project holds, in its CRS; empty: nothing
  std::size_t mostCorners = 2'000'000;     ///< a shape with more is left out: no screen shows it and drawing it takes minutes
};

struct OverlayShapes {
  std::vector<geo::XYGeometry> shapes;     ///< those that can be drawn
  std::vector<std::string> crs, proofs;    ///< by layer: where its numbers were taken to lie, and why
  std::size_t leftOut = 0;                 ///< rows whose shape could not be read or placed
  std::string firstFault;                  ///< why, of the first of them
};

/// Whether the ending is one of pictures (RasterTiles) and not of shapes.
bool isPictureFile(const std::string& path);

/// The shapes of all layers of a file that import reads.
/// errors    those of readFile; Undecided when nothing proves where the numbers lie, with the candidates; Invalid when nothing can be drawn; Cancelled
geo::Result<OverlayShapes> readOverlay(const OverlayRequest& request, geo::Progress& progress = geo::noProgress());

}  // namespace pianqu::layers
