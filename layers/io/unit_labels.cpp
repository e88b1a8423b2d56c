#include "layers/io/unit_labels.hpp"

#include <filesystem>
#include <fstream>
#include <set>

#include "layers/io/delimited_rows.hpp"
#include "layers/io/write_parts.hpp"

namespace pianqu::layers {
namespace {

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",;\t|\"\n\r ") == std::string::npos) return cell;
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

}  // namespace

geo::Result<void> writeUnitLabels(const std::string& path, const std::vector<UnitLabel>& labels) {
  std::string text = "id,district,reason\n";
  for (const UnitLabel& label : labels) text += quoted(label.id) + ',' + quoted(label.district) + ',' + label.reason + '\n';
  const auto write = [&](const std::string& temporary) -> geo::Result<void> {
    std::ofstream file(temporary, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) return geo::fail(geo::ErrorCode::Unwritable, "the labels cannot be written", "check the folder and the space on the disk", {.file = path});
    return {};
  };
  std::error_code ignored;
  const auto kind = std::filesystem::status(path, ignored).type();
  const bool isDevice = kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found && kind != std::filesystem::file_type::directory;
  return isDevice ? write(path) : writeBeside(path, write);    // /dev/stdout, a pipe
}

geo::Result<std::vector<UnitLabel>> readUnitLabels(const std::string& path) {
  auto rows = DelimitedRows::open(path);
  if (!rows) return geo::fail(std::move(rows));
  const auto id = rows->require("id"), district = rows->require("district");
  if (!id) return geo::fail(id);
  if (!district) return geo::fail(district);
  const auto reason = rows->columnOf("reason");
  std::vector<UnitLabel> labels;
  std::set<std::string> seen;
  std::vector<std::string_view> cells;
  for (;;) {
    const auto isRow = rows->next(cells);
    if (!isRow) return geo::fail(isRow);
    if (!*isRow) return labels;
    labels.push_back({std::string(cells[*id]), std::string(cells[*district]), reason ? std::string(cells[*reason]) : ""});
    if (!seen.insert(labels.back().id).second) return tl::unexpected(rows->errorAt("id", "the unit " + labels.back().id + " occurs twice", "give every unit one row"));
  }
}

}  // namespace pianqu::layers
