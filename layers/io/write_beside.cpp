#include <system_error>

#include "layers/io/write_parts.hpp"

namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;

geo::Result<void> moveAll(const fs::path& from, const fs::path& to) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(from, error)) {
    fs::rename(entry.path(), to / entry.path().filename(), error);
    if (error) return geo::fail(geo::ErrorCode::Unwritable, "cannot move the finished file into place: " + error.message(), "check the folder's permissions", {.file = (to / entry.path().filename()).string()});
  }
  if (error) return geo::fail(geo::ErrorCode::Unwritable, "cannot list the temporary folder: " + error.message(), "", {.file = from.string()});
  return {};
}

}  // namespace

geo::Result<void> writeBeside(const std::string& path, const std::function<geo::Result<void>(const std::string&)>& write) {
  const fs::path target(path);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  // The folder's name must not hold ".xlsx": GDAL would take it for the archive.
  const fs::path temporary = folder / ("." + target.stem().string() + "-part");
  std::error_code error;
  fs::remove_all(temporary, error);
  if (!fs::create_directory(temporary, error)) return geo::fail(geo::ErrorCode::Unwritable, "cannot create a file here" + (error ? ": " + error.message() : ""), "check that the folder exists and can be written", {.file = path});
  geo::Result<void> done = write((temporary / target.filename()).string());
  if (done) done = moveAll(temporary, folder);
  fs::remove_all(temporary, error);
  return done;
}

std::string cutHeading(const std::string& heading, std::size_t maxBytes, bool isGbk) {
  std::size_t bytes = 0, i = 0;
  while (i < heading.size()) {
    const auto lead = static_cast<unsigned char>(heading[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::size_t cost = lead < 0x80 ? 1 : isGbk ? 2 : length;
    if (bytes + cost > maxBytes) break;
    bytes += cost;
    i += length;
  }
  return heading.substr(0, i);
}

}  // namespace pianqu::layers
