#pragma once

#include <QString>

#include "layers/scene/picture.hpp"

class QPainter;

namespace pianqu::app {

/// Carries out a picture. `unitsPerMm` are the painter's units a millimetre of paper; `family` the font.
void paintPicture(QPainter& painter, const layers::Picture& picture, double unitsPerMm, const QString& family);
/// One group of it, without marks.
void paintGroup(QPainter& painter, const layers::PictureGroup& group, double unitsPerMm, const QString& family);

}  // namespace pianqu::app
