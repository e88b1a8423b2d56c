#include "layers/io/overlay.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "layers/io/crs_evidence.hpp"
#include "layers/io/reader.hpp"

namespace pianqu::layers {
namespace {

using geo::ErrorCode;
using geo::fail;

constexpr std::array kPictureEndings{".tif", ".tiff", ".mbtiles", ".png", ".jpg", ".jpeg", ".webp", ".jp2", ".img", ".asc", ".hgt"};

/// A shape without extent draws nothing: a line of one place, a ring that runs back on itself keeps its corners and is harmless.
bool isDrawable(const geo::XYGeometry& shape) { return !shape.isEmpty() && !geo::boxOf(shape).isEmpty(); }

void leaveOut(OverlayShapes& to, const RawLayer& raw, std::size_t row, const std::string& fault) {
  ++to.leftOut;
  if (to.firstFault.empty()) to.firstFault = raw.name + ", " + raw.rowNames[row] + ": " + fault;
}

geo::Result<void> addLayer(OverlayShapes& to, const RawLayer& raw, const OverlayRequest& request) {
  for (std::size_t row = 0; row < raw.geometryFaults.size(); ++row)
    if (!raw.geometryFaults[row].empty()) leaveOut(to, raw, row, raw.geometryFaults[row]);
  const RawExtent extent = extentOf(raw.geometries);
  if (extent.box.isEmpty()) return {};
  const CrsClues clues{.given = request.crs, .declared = raw.crsText, .declaredBy = raw.crsOrigin, .project = request.project, .projectExtent = request.projectExtent};
  auto proof = decideCrs(extent, clues);
  if (!proof) {
    geo::Error error = proof.error();
    error.where.file = request.path;
    if (error.where.layer.empty()) error.where.layer = raw.name;
    return tl::unexpected<geo::Error>(std::move(error));
  }
  PlacedRows placed = placeRows(raw.geometries, *proof, request.project);
  for (std::size_t row = 0; row < placed.geometries.size(); ++row) {
    if (!placed.faults[row].empty()) leaveOut(to, raw, row, placed.faults[row]);
    else if (isDrawable(placed.geometries[row])) to.shapes.push_back(std::move(placed.geometries[row]));
  }
  to.crs.push_back(proof->name);
  to.proofs.push_back(proof->proof);
  return {};
}

}  // namespace

bool isPictureFile(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(kPictureEndings.begin(), kPictureEndings.end(), ending) != kPictureEndings.end();
}

geo::Result<OverlayShapes> readOverlay(const OverlayRequest& request, geo::Progress& progress) {
  ReadOptions options;
  options.isKnownHeading = [](std::string_view) { return false; };   // what a table's columns mean is for import to judge
  options.limits.pointsPerGeometry = request.mostCorners;
  const auto file = readFile(request.path, options, progress);
  if (!file) return fail(file);
  OverlayShapes shapes;
  for (const RawLayer& raw : file->layers) {
    if (progress.isCancelled()) return fail(ErrorCode::Cancelled, "reading was stopped");
    if (auto added = addLayer(shapes, raw, request); !added) return fail(std::move(added));
  }
  if (!shapes.shapes.empty()) return shapes;
  if (!shapes.firstFault.empty()) return fail(ErrorCode::Invalid, "nothing of it can be drawn: " + shapes.firstFault, "repair or simplify the shapes in the program that made them", {.file = request.path});
  return fail(ErrorCode::Invalid, "the file holds no shapes to show", "tables without shapes are imported", {.file = request.path});
}

}  // namespace pianqu::layers
