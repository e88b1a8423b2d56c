#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "geo/crs/crs.hpp"
#include "layers/scene/picture.hpp"

/// Pictures to files. A QGuiApplication must exist; the offscreen platform is enough.
namespace pianqu::app {

/// Makes an application object for programs that have none: Qt wants one before the first font. No window is ever opened.
void requireQt();

struct PrintOptions {
  std::string family = "Noto Sans CJK SC";
  std::string title, date;             ///< date: YYYY-MM-DD, goes into the file in place of the clock
  std::optional<geo::Crs> crs;         ///< of the maps: with it a PDF is georeferenced on every page
  std::string dataFolder;              ///< for the table that repairs searchable text
  double pngDotsPerInch = 150;
};

/// Vector PDF, one page a picture, fonts embedded, text searchable as the characters that were written, each group a layer that can be
/// switched. Same pictures and options, same bytes.
///
/// errors    NotFound for a font that is not installed; Unwritable; Cancelled. Nothing half-written is left.
geo::Result<void> printPdf(const std::string& path, const std::vector<layers::Picture>& pictures, const PrintOptions& options, geo::Progress& progress = geo::noProgress());

/// One picture as an image. errors as above; Invalid when the image would have more than 400 million pixels
geo::Result<void> printPng(const std::string& path, const layers::Picture& picture, const PrintOptions& options);

/// Writes beside and renames. errors Unwritable
geo::Result<void> writeFile(const std::string& path, const std::string& bytes);

}  // namespace pianqu::app
