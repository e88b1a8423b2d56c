#pragma once

#include "layers/scene/picture.hpp"

namespace pianqu::layers {

using Items = std::vector<PictureItem>;
using PaperLine = std::vector<geo::XY>;
using PaperRings = std::vector<PaperLine>;

/// Fill, hatch, outline and crosses of an area given in paper millimetres. Even-odd, so holes are just more rings.
void drawArea(const Symbol& symbol, const PaperRings& rings, Items& items);
/// Stroke and crosses of a line; letters and arrows are placed by the map, which knows what is around.
void drawLine(const Symbol& symbol, const PaperLine& line, Items& items);
void drawMarker(const Symbol& symbol, geo::XY at, Items& items);
/// A filled flow arrow at `at`, pointing along `angleDeg` (counter-clockwise).
void drawArrow(const Symbol& symbol, geo::XY at, double angleDeg, Items& items);
/// The letter of a line symbol; returns its text item.
TextItem letterOf(const Symbol& symbol, geo::XY at, double angleDeg);

/// The symbol as it stands in a legend, inside a box in paper millimetres.
void drawSwatch(const Symbol& symbol, const geo::Box& box, Items& items);

/// Parallel segments at `angleDeg` and `distanceMm` that fill the rings, even-odd. Lines lie on a grid through the origin, so neighbours match.
std::vector<PaperLine> hatchLines(const PaperRings& rings, double angleDeg, double distanceMm);

/// Point at `along` millimetres of a line and the direction there, degrees counter-clockwise on paper.
struct LinePlace { geo::XY at; double angleDeg; };
LinePlace placeOn(const PaperLine& line, double along);
double paperLength(const PaperLine& line);

}  // namespace pianqu::layers
