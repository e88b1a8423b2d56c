#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "layers/io/dataset.hpp"

class OGRGeometry;

/// Pieces of writing that the drivers share. Outside layers/io only writeBeside() is used, by what writes several files that belong together.
namespace pianqu::layers {

/// OGR's form of a geometry; single parts as point, line or polygon. nullptr for none.
std::unique_ptr<OGRGeometry> toOgr(const geo::XYGeometry& geometry);

/// A heading as the format can hold it: at most 10 bytes of `encoding` for Shapefile, cut at a character.
std::string cutHeading(const std::string& heading, std::size_t maxBytes, bool isGbk);

/// Runs `write` with a path of the same file name in a new folder beside `path`, then moves what it made into place.
/// errors  those of `write`, and Unwritable; nothing new is left then
geo::Result<void> writeBeside(const std::string& path, const std::function<geo::Result<void>(const std::string& temporary)>& write);

/// Sets the packing times inside a ZIP archive to a fixed one. errors Internal when it is no archive; Unwritable
geo::Result<void> clearZipTimes(const std::string& path);

/// ASCII DXF of release 12 with one layer a table. Text is GBK with the matching header, or \U+XXXX escapes for any other encoding.
/// A field "z" gives points their height; a field "label" is written as text beside them.
geo::Result<void> writeDxf(const std::string& path, const std::vector<FeatureTable>& tables, const WriteOptions& options);

}  // namespace pianqu::layers
